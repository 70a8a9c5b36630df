using System.Diagnostics;

namespace Serverless.Http;

/// <summary>
/// Reads a parameter, or a property of a bound record, from the context a Lambda authorizer returned, whatever the conventions say. Absent without a Lambda authorizer.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class BindAuthorizerAttribute : Attribute
{
    /// <summary>Reads the value under the parameter's name.</summary>
    public BindAuthorizerAttribute()
    {
    }

    /// <summary>Reads the value under another name.</summary>
    /// <param name="name">Key in the context; not empty (SVLS2104).</param>
    public BindAuthorizerAttribute(string name) => Name = name;

    /// <summary>The name as written; null = the parameter's name.</summary>
    public string? Name { get; }
}
