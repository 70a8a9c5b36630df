using System.Diagnostics;

namespace Serverless;

/// <summary>
/// An authorizer that checks tokens of an Amazon Cognito user pool, on the assembly or on the class of an API. A REST API checks them
/// with its own Cognito authorizer, an HTTP API as JSON Web Tokens of the pool. Routes and APIs name it in <c>Authorizer</c>.
/// </summary>
/// <param name="name">Its name, unique in the API.</param>
/// <param name="userPool">ARN or <c>@Id</c> of the user pool.</param>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class CognitoAuthorizerAttribute(string name, string userPool) : Attribute
{
    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>The user pool as written.</summary>
    public string UserPool { get; } = userPool;

    /// <summary>Ids of the app clients whose tokens are accepted. Required on an HTTP API (SVLS2201). Default on a REST API: every client of the pool.</summary>
    public string[]? Clients { get; set; }

    /// <summary>Scopes every route needs unless it names its own; the token is then an access token. Default: none, an identity token.</summary>
    public string[]? Scopes { get; set; }

    /// <summary>Where the token is. Default: <c>$request.header.Authorization</c>.</summary>
    public string IdentitySource { get; set; } = "$request.header.Authorization";
}
