using System.Diagnostics;

namespace Serverless.Http;

/// <summary>
/// Reads a parameter, or a property of a bound record, from the route variable, whatever the conventions say. A name that is no variable of the route: SVLS2103.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class BindRouteAttribute : Attribute
{
    /// <summary>Reads the value under the parameter's name, case ignored.</summary>
    public BindRouteAttribute()
    {
    }

    /// <summary>Reads the value under another name.</summary>
    /// <param name="name">Name of the variable in the route key; not empty (SVLS2104).</param>
    public BindRouteAttribute(string name) => Name = name;

    /// <summary>The name as written; null = the parameter's name, case ignored.</summary>
    public string? Name { get; }
}
