using System.Diagnostics;

namespace Serverless.Http;

/// <summary>
/// Takes a parameter from the services instead of from the request. What cannot be created: SVLS2010.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class BindServiceAttribute : Attribute
{
    /// <summary>Takes the service registered for the type.</summary>
    public BindServiceAttribute()
    {
    }

    /// <summary>Takes the service registered for the type under a key.</summary>
    /// <param name="name">The service key.</param>
    public BindServiceAttribute(string name) => Name = name;

    /// <summary>The service key; null = the unkeyed service.</summary>
    public string? Name { get; }
}
