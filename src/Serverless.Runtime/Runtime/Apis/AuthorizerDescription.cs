namespace Serverless.Runtime;

/// <summary>Who decides whether a caller is let in.</summary>
public enum ApiAuthorizerKind
{
    /// <summary>Tokens of an OpenID Connect provider.</summary>
    Jwt,

    /// <summary>Tokens of a Cognito user pool.</summary>
    Cognito,

    /// <summary>A function of the application.</summary>
    Lambda,
}

/// <summary>An authorizer of an API.</summary>
/// <param name="Name">Its name in the API.</param>
/// <param name="Kind">The kind.</param>
public sealed record AuthorizerDescription(string Name, ApiAuthorizerKind Kind)
{
    /// <summary>What identifies a caller, in API Gateway's words: `$request.header.Authorization`, `$context.routeKey` …</summary>
    public IReadOnlyList<string> IdentitySources { get; init; } = [];

    /// <summary>JWT: the issuer as written; null = none.</summary>
    public string? Issuer { get; init; }

    /// <summary>JWT: audiences as written; Cognito: client ids.</summary>
    public IReadOnlyList<string> Audience { get; init; } = [];

    /// <summary>Lambda: logical id of the function; else empty.</summary>
    public string Function { get; init; } = "";

    /// <summary>Lambda: seconds a decision is kept, 0 to 3,600; 0 = not.</summary>
    public int ResultTtlSeconds { get; init; }
}
