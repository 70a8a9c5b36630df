using System.Diagnostics;

namespace Serverless.Http;

/// <summary>
/// Reads a parameter, or a property of a bound record, from a claim of the caller's token, whatever the conventions say. Absent without an authorizer that yields claims.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class BindClaimAttribute : Attribute
{
    /// <summary>Reads the value under the parameter's name.</summary>
    public BindClaimAttribute()
    {
    }

    /// <summary>Reads the value under another name.</summary>
    /// <param name="name">Name of the claim; not empty (SVLS2104).</param>
    public BindClaimAttribute(string name) => Name = name;

    /// <summary>The name as written; null = the parameter's name.</summary>
    public string? Name { get; }
}
