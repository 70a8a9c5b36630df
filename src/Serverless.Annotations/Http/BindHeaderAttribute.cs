using System.Diagnostics;

namespace Serverless.Http;

/// <summary>
/// Reads a parameter, or a property of a bound record, from a request header, whatever the conventions say. Names are compared without case.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class BindHeaderAttribute : Attribute
{
    /// <summary>Reads the value under the parameter's name.</summary>
    public BindHeaderAttribute()
    {
    }

    /// <summary>Reads the value under another name.</summary>
    /// <param name="name">Name of the header; not empty (SVLS2104).</param>
    public BindHeaderAttribute(string name) => Name = name;

    /// <summary>The name as written; null = the parameter's name.</summary>
    public string? Name { get; }
}
