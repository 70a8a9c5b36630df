namespace Serverless.Runtime;

/// <summary>The kinds of API of API Gateway.</summary>
public enum ApiProtocol
{
    /// <summary>An HTTP API.</summary>
    Http,

    /// <summary>A REST API.</summary>
    Rest,

    /// <summary>A WebSocket API.</summary>
    WebSocket,
}

/// <summary>An API as a host other than API Gateway has to serve it.</summary>
/// <param name="Id">Logical id.</param>
/// <param name="Protocol">The kind.</param>
/// <param name="StageName">`$default`, `live` …</param>
public sealed record ApiDescription(string Id, ApiProtocol Protocol, string StageName)
{
    /// <summary>Every route, whoever answers it.</summary>
    public IReadOnlyList<RouteDescription> Routes { get; init; } = [];

    /// <summary>Authorizers that its routes name.</summary>
    public IReadOnlyList<AuthorizerDescription> Authorizers { get; init; } = [];

    /// <summary>Null = no CORS.</summary>
    public CorsDescription? Cors { get; init; }

    /// <summary>Variables of the stage by name; a value that only a deployment knows stands as it is written in source.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> StageVariables { get; init; } = [];

    /// <summary>WebSocket: what of a message chooses its route.</summary>
    public string RouteSelectionExpression { get; init; } = "$request.body.action";

    /// <summary>REST: the API key is the `usageIdentifierKey` of the authorizer's answer instead of a header.</summary>
    public bool ApiKeyFromAuthorizer { get; init; }

    /// <summary>REST: media types whose bodies travel in base64.</summary>
    public IReadOnlyList<string> BinaryMediaTypes { get; init; } = [];

    /// <summary>REST: its usage plans.</summary>
    public IReadOnlyList<UsagePlanDescription> UsagePlans { get; init; } = [];
}

/// <summary>A usage plan of a REST API.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ApiKeys">Names of the keys that are made for it; API Gateway makes up their values.</param>
public sealed record UsagePlanDescription(string Name, IReadOnlyList<string> ApiKeys);

/// <summary>What browsers of other origins may do. Empty lists say nothing.</summary>
/// <param name="Origins">`https://shop.example`, `https://*`, `*`.</param>
/// <param name="Methods">Empty = those of the routes.</param>
/// <param name="Headers">Request headers they may send.</param>
/// <param name="ExposedHeaders">Response headers they may read.</param>
/// <param name="MaxAge">Seconds a browser keeps the answer; null = it decides.</param>
/// <param name="Credentials">Cookies and authorization may be sent.</param>
public sealed record CorsDescription(
    IReadOnlyList<string> Origins, IReadOnlyList<string> Methods, IReadOnlyList<string> Headers, IReadOnlyList<string> ExposedHeaders, int? MaxAge, bool Credentials);
