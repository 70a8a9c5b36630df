using System.Diagnostics;

namespace Serverless;

/// <summary>
/// An authorizer that checks JSON Web Tokens of an OpenID Connect provider, on the assembly or on the class of an HTTP API. Routes
/// and APIs name it in <c>Authorizer</c>. REST APIs have none built in (SVLS2201).
/// </summary>
/// <param name="name">Its name, unique in the API.</param>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class JwtAuthorizerAttribute(string name) : Attribute
{
    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>Address of the token issuer, <c>https://…</c>; required (SVLS2201).</summary>
    public string? Issuer { get; set; }

    /// <summary>Accepted audiences, at least one (SVLS2201).</summary>
    public string[]? Audience { get; set; }

    /// <summary>Scopes every route needs unless it names its own. Default: none.</summary>
    public string[]? Scopes { get; set; }

    /// <summary>Where the token is. Default: <c>$request.header.Authorization</c>.</summary>
    public string IdentitySource { get; set; } = "$request.header.Authorization";
}
