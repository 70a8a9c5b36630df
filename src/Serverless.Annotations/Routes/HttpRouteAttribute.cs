using System.Diagnostics;

namespace Serverless;

/// <summary>
/// Makes a method answer an HTTP route; beside <c>[StateMachine]</c> on a class the route starts an execution. The whole path stands
/// here, so that it can be searched for: there is no prefix attribute.
/// </summary>
/// <param name="routeKey">
/// API Gateway's own route key: <c>GET /orders/{id}</c>, <c>ANY /files/{path+}</c>, <c>$default</c>. Methods: GET POST PUT PATCH DELETE HEAD
/// OPTIONS ANY. Malformed: SVLS2101; taken already: SVLS2102; variables without parameter: SVLS2103.
/// </param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class HttpRouteAttribute(string routeKey) : Attribute
{
    /// <summary>The route key as written.</summary>
    public string RouteKey { get; } = routeKey;

    /// <summary>The API class the route belongs to. Default: the API of its class, else the assembly's, else an implicit HTTP API.</summary>
    public Type? Api { get; set; }

    /// <summary>Who may call: a declared name, <c>nameof</c> of a Lambda authorizer, <see cref="Authorizers.Iam"/> or <see cref="Authorizers.None"/>. Default: the API's.</summary>
    public string? Authorizer { get; set; }

    /// <summary>Scopes the token must hold; JWT and Cognito authorizers only (SVLS2002). Default: the authorizer's.</summary>
    public string[]? Scopes { get; set; }

    /// <summary>Status of a result, 200 to 299. Default: 200; 204 when the method has no result.</summary>
    public int StatusCode { get; set; }

    /// <summary>Status of a null result: 200, 204 or 404. Default: 404.</summary>
    public int NullStatusCode { get; set; }

    /// <summary>Milliseconds the API waits: 50 to 30,000 (HTTP API), 50 to 29,000 (REST API). Default: the most.</summary>
    public int TimeoutMilliseconds { get; set; }

    /// <summary>Steady-state requests per second, above 0. Default: the API's.</summary>
    public double ThrottleRate { get; set; }

    /// <summary>Requests above the rate that are served at once, above 0. Default: the API's.</summary>
    public int ThrottleBurst { get; set; }

    /// <summary>True = the answer is streamed (REST API, function URL; SVLS2106 on an HTTP API). Default: false.</summary>
    public bool Streaming { get; set; }

    /// <summary>Format of the event an HTTP API sends: <c>2.0</c> or <c>1.0</c>. REST APIs know 1.0 alone. Handlers read both. Default: <c>2.0</c>.</summary>
    public string? PayloadFormatVersion { get; set; }

    /// <summary>Operation id in OpenAPI, unique. Default: <c>{Class}_{Method}</c>.</summary>
    public string? OperationId { get; set; }

    /// <summary>Tags in OpenAPI. Default: the class name.</summary>
    public string[]? Tags { get; set; }

    /// <summary>True = marked as deprecated in OpenAPI. Default: false.</summary>
    public bool Deprecated { get; set; }

    /// <summary>True = callers need an API key of a usage plan. REST API only (SVLS2106). Default: false.</summary>
    public bool ApiKeyRequired { get; set; }

    /// <summary>Seconds an answer is cached, 0 to 3,600; 0 = never. REST API only (SVLS2106), with a cache (SVLS2002). Default: the API's.</summary>
    public int CacheTtl { get; set; }

    /// <summary>Parameters that are part of the cache key: <c>id</c>, <c>querystring.page</c>, <c>header.X-Shop</c>. REST API only (SVLS2106).</summary>
    public string[]? CacheKeys { get; set; }

    /// <summary>What the API checks before it calls. REST API only (SVLS2106). Default: the API's.</summary>
    public RequestValidation Validate { get; set; }

    /// <summary>Mapping template (VTL) for the request. REST API only (SVLS2106). Default: none.</summary>
    public string? RequestTemplate { get; set; }

    /// <summary>Mapping template (VTL) for the response. REST API only (SVLS2106). Default: none.</summary>
    public string? ResponseTemplate { get; set; }
}
