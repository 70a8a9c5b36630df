using System.Diagnostics;

namespace Serverless.Http;

/// <summary>
/// Reads a parameter, or a property of a bound record, from the query string, whatever the conventions say. On a class or record its properties are read one by one. Lists are read from repeated keys.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class BindQueryAttribute : Attribute
{
    /// <summary>Reads the value under the parameter's name.</summary>
    public BindQueryAttribute()
    {
    }

    /// <summary>Reads the value under another name.</summary>
    /// <param name="name">Key in the query string; not empty (SVLS2104).</param>
    public BindQueryAttribute(string name) => Name = name;

    /// <summary>The name as written; null = the parameter's name.</summary>
    public string? Name { get; }
}
