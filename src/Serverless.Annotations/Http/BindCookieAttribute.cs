using System.Diagnostics;

namespace Serverless.Http;

/// <summary>
/// Reads a parameter, or a property of a bound record, from a cookie, whatever the conventions say. Values are passed as they arrive.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class BindCookieAttribute : Attribute
{
    /// <summary>Reads the value under the parameter's name.</summary>
    public BindCookieAttribute()
    {
    }

    /// <summary>Reads the value under another name.</summary>
    /// <param name="name">Name of the cookie; not empty (SVLS2104).</param>
    public BindCookieAttribute(string name) => Name = name;

    /// <summary>The name as written; null = the parameter's name.</summary>
    public string? Name { get; }
}
