using System.Diagnostics;

namespace Serverless;

/// <summary>
/// A route that another web service answers, without a function between: on the assembly or on the class of an API. Public addresses go
/// over the internet; a load balancer's listener or a Cloud Map service is reached through <see cref="VpcLink"/>.
/// </summary>
/// <param name="routeKey">API Gateway's route key, as in <see cref="HttpRouteAttribute"/>.</param>
/// <param name="uri">
/// <c>https://host/path/{id}</c> with the variables of the route, or <c>@Id</c>, ARN of a listener (HTTP and REST API) or of a Cloud Map
/// service (HTTP API), which need <see cref="VpcLink"/>.
/// </param>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class HttpProxyAttribute(string routeKey, string uri) : Attribute
{
    /// <summary>The route key as written.</summary>
    public string RouteKey { get; } = routeKey;

    /// <summary>The address as written.</summary>
    public string Uri { get; } = uri;

    /// <summary>The API class the route belongs to. Default: the API of its class, else the assembly's, else an implicit HTTP API.</summary>
    public Type? Api { get; set; }

    /// <summary>Who may call: a declared name, <c>nameof</c> of a Lambda authorizer, <see cref="Authorizers.Iam"/> or <see cref="Authorizers.None"/>. Default: the API's.</summary>
    public string? Authorizer { get; set; }

    /// <summary>Scopes the token must hold; JWT and Cognito authorizers only (SVLS2002). Default: the authorizer's.</summary>
    public string[]? Scopes { get; set; }

    /// <summary>Milliseconds the API waits: 50 to 30,000 (HTTP API), 50 to 29,000 (REST API). Default: the most.</summary>
    public int TimeoutMilliseconds { get; set; }

    /// <summary>Steady-state requests per second, above 0. Default: the API's.</summary>
    public double ThrottleRate { get; set; }

    /// <summary>Requests above the rate that are served at once, above 0. Default: the API's.</summary>
    public int ThrottleBurst { get; set; }

    /// <summary>Operation id in OpenAPI, unique. Default: made of the route key.</summary>
    public string? OperationId { get; set; }

    /// <summary>Tags in OpenAPI. Default: none.</summary>
    public string[]? Tags { get; set; }

    /// <summary>Method the service is called with. Default: the route's; for <c>ANY</c> that of the request.</summary>
    public string? Method { get; set; }

    /// <summary>
    /// What is changed on the way, each <c>target=source</c>: <c>overwrite:header.x-tenant=$context.authorizer.tenant</c>,
    /// <c>append:querystring.source='shop'</c>, <c>remove:header.cookie</c> (HTTP API); <c>header.x-tenant=context.authorizer.tenant</c> (REST API).
    /// </summary>
    public string[]? Parameters { get; set; }

    /// <summary>VPC link, id or <c>@Id</c>: the service is private. Default: the service is on the internet.</summary>
    public string? VpcLink { get; set; }

    /// <summary>Host name the private service's certificate must have; the connection is then TLS. HTTP API only. Default: plain HTTP.</summary>
    public string? TlsServerName { get; set; }

    /// <summary>True = callers need an API key of a usage plan. REST API only (SVLS2106). Default: false.</summary>
    public bool ApiKeyRequired { get; set; }

    /// <summary>Seconds an answer is cached, 0 to 3,600; 0 = never. REST API only (SVLS2106), with a cache (SVLS2002). Default: the API's.</summary>
    public int CacheTtl { get; set; }

    /// <summary>Parameters that are part of the cache key: <c>id</c>, <c>querystring.page</c>, <c>header.X-Shop</c>. REST API only (SVLS2106).</summary>
    public string[]? CacheKeys { get; set; }

    /// <summary>Mapping template (VTL) for the request. REST API only (SVLS2106). Default: none.</summary>
    public string? RequestTemplate { get; set; }

    /// <summary>Mapping template (VTL) for the response. REST API only (SVLS2106). Default: none.</summary>
    public string? ResponseTemplate { get; set; }
}
