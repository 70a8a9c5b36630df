using System.Diagnostics;

namespace Serverless.Http;

/// <summary>
/// Reads a parameter from the request body, whatever the conventions say. A second body, or a body on GET, HEAD or DELETE: SVLS2105.
/// On a property of a bound record it names a top-level member of the body.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class BindBodyAttribute : Attribute
{
    /// <summary>Reads the whole body.</summary>
    public BindBodyAttribute()
    {
    }

    /// <summary>Reads one top-level member of a JSON body.</summary>
    /// <param name="name">Name of the member; not empty (SVLS2104).</param>
    public BindBodyAttribute(string name) => Name = name;

    /// <summary>The member as written; null = the whole body.</summary>
    public string? Name { get; }
}
