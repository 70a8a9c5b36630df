namespace Serverless.Model;

internal enum AuthorizerKind
{
    /// <summary>Tokens of an OpenID Connect provider: HTTP APIs.</summary>
    Jwt,

    /// <summary>Tokens of a Cognito user pool: natively on REST APIs, as JWT on HTTP APIs.</summary>
    Cognito,

    /// <summary>A function decides.</summary>
    Lambda,
}

/// <summary>An authorizer of one API.</summary>
internal sealed record Authorizer
{
    public required string Name { get; init; }

    public required AuthorizerKind Kind { get; init; }

    public required DeclarationRef Declaration { get; init; }

    /// <summary>JWT: address of the issuer.</summary>
    public AwsValue? Issuer { get; init; }

    /// <summary>JWT: audiences; Cognito: client ids.</summary>
    public EquatableArray<AwsValue> Audience { get; init; }

    /// <summary>Cognito: ARN or id of the pool.</summary>
    public AwsValue? UserPool { get; init; }

    /// <summary>Scopes of a route that names none.</summary>
    public EquatableArray<string> Scopes { get; init; }

    /// <summary>In API Gateway's words: `$request.header.Authorization`, `$context.routeKey` …</summary>
    public EquatableArray<string> IdentitySources { get; init; }

    /// <summary>Lambda: logical id of the function.</summary>
    public string Function { get; init; } = "";

    /// <summary>Lambda: seconds a decision is kept; 0 = not.</summary>
    public int ResultTtl { get; init; }
}

internal enum AuthorizationKind
{
    Public,

    /// <summary>Requests are signed with IAM credentials.</summary>
    Iam,

    /// <summary>An authorizer of the API, by name.</summary>
    Authorizer,
}

/// <summary>Who may call a route, the API's default already considered.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Name">Name of the authorizer, else empty.</param>
/// <param name="Scopes">Scopes the token must hold, the authorizer's own considered.</param>
/// <param name="IsWritten">The route or its API says so; false = nobody said anything, and the route is public.</param>
internal sealed record RouteAuthorization(AuthorizationKind Kind, string Name, EquatableArray<string> Scopes, bool IsWritten)
{
    public static RouteAuthorization Public { get; } = new(AuthorizationKind.Public, "", default, IsWritten: false);
}
