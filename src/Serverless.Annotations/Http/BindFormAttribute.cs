using System.Diagnostics;

namespace Serverless.Http;

/// <summary>
/// Reads a parameter, or a property of a bound record, from a field of a form body, whatever the conventions say. URL-encoded or multipart. Together with a body parameter: SVLS2105.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class BindFormAttribute : Attribute
{
    /// <summary>Reads the value under the parameter's name.</summary>
    public BindFormAttribute()
    {
    }

    /// <summary>Reads the value under another name.</summary>
    /// <param name="name">Name of the field; not empty (SVLS2104).</param>
    public BindFormAttribute(string name) => Name = name;

    /// <summary>The name as written; null = the parameter's name.</summary>
    public string? Name { get; }
}
