namespace Serverless.Runtime;

/// <summary>Who may call a route.</summary>
public enum RouteAccess
{
    /// <summary>Everybody.</summary>
    Public,

    /// <summary>Callers that sign with AWS credentials.</summary>
    Iam,

    /// <summary>Whom the authorizer of this name lets in.</summary>
    Authorizer,
}

/// <summary>A route of an API.</summary>
/// <param name="RouteKey">`GET /orders/{id}`, `$default`; of a WebSocket API `$connect`, `$disconnect`, `$default` or a name.</param>
/// <param name="Target">Who answers.</param>
public sealed record RouteDescription(string RouteKey, RouteTarget Target)
{
    /// <summary>Who may call.</summary>
    public RouteAccess Access { get; init; }

    /// <summary>Name of the authorizer; else empty.</summary>
    public string Authorizer { get; init; } = "";

    /// <summary>Scopes the token must hold one of; empty = none is asked for.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Format of the event: `2.0` or `1.0`. A REST API has its own.</summary>
    public string PayloadFormatVersion { get; init; } = "2.0";

    /// <summary>The answer is streamed: REST APIs.</summary>
    public bool Streaming { get; init; }

    /// <summary>Callers need an API key.</summary>
    public bool ApiKeyRequired { get; init; }

    /// <summary>How long API Gateway waits for the target, in milliseconds; null = its own limit.</summary>
    public int? TimeoutMilliseconds { get; init; }

    /// <summary>WebSocket: the result is sent back to the caller.</summary>
    public bool Responds { get; init; }

    /// <summary>
    /// REST: parameters whose absence API Gateway answers with 400 before it calls the target, in its words: `method.request.querystring.page`.
    /// </summary>
    public IReadOnlyList<string> RequiredParameters { get; init; } = [];

    /// <summary>REST: a body must be there and be JSON.</summary>
    public bool RequiresJsonBody { get; init; }
}

/// <summary>Who answers a route.</summary>
public abstract record RouteTarget;

/// <summary>A function of the application.</summary>
/// <param name="Function">Logical id.</param>
public sealed record FunctionTarget(string Function) : RouteTarget;

/// <summary>Another web service.</summary>
/// <param name="Uri">Its address, or as written where only a deployment knows it. `{name}` stands for a path variable.</param>
/// <param name="Method">Method it is called with; null = the request's.</param>
/// <param name="IsPrivate">Reached through a VPC link: not from here.</param>
public sealed record ProxyTarget(string Uri, string? Method, bool IsPrivate) : RouteTarget
{
    /// <summary>What is changed on the way: `overwrite:header.x-tenant` and its source.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parameters { get; init; } = [];
}

/// <summary>A fixed answer.</summary>
/// <param name="StatusCode">200 to 599.</param>
/// <param name="ContentType">Of the body.</param>
/// <param name="Body">Null = none.</param>
public sealed record MockTarget(int StatusCode, string ContentType, string? Body) : RouteTarget;

/// <summary>An action of an AWS service.</summary>
/// <param name="Service">IAM prefix: `sqs`, `states`.</param>
/// <param name="Action">`SendMessage`.</param>
public sealed record ServiceTarget(string Service, string Action) : RouteTarget
{
    /// <summary>Logical id of the state machine that is started; else empty.</summary>
    public string Machine { get; init; } = "";
}
