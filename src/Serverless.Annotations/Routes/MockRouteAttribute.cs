using System.Diagnostics;

namespace Serverless;

/// <summary>A route that API Gateway answers itself, always the same: on the assembly or on the class of a REST API (SVLS2106 elsewhere).</summary>
/// <param name="routeKey">API Gateway's route key, as in <see cref="HttpRouteAttribute"/>.</param>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class MockRouteAttribute(string routeKey) : Attribute
{
    /// <summary>The route key as written.</summary>
    public string RouteKey { get; } = routeKey;

    /// <summary>Status of the answer, 200 to 599. Default: 200.</summary>
    public int StatusCode { get; set; }

    /// <summary>Body of the answer. Default: none.</summary>
    public string? Body { get; set; }

    /// <summary>Media type of the body. Default: <c>application/json</c>.</summary>
    public string? ContentType { get; set; }

    /// <summary>The API class the route belongs to. Default: the API of its class, else the assembly's, else an implicit HTTP API.</summary>
    public Type? Api { get; set; }

    /// <summary>Who may call: a declared name, <c>nameof</c> of a Lambda authorizer, <see cref="Authorizers.Iam"/> or <see cref="Authorizers.None"/>. Default: the API's.</summary>
    public string? Authorizer { get; set; }

    /// <summary>Scopes the token must hold; JWT and Cognito authorizers only (SVLS2002). Default: the authorizer's.</summary>
    public string[]? Scopes { get; set; }

    /// <summary>Steady-state requests per second, above 0. Default: the API's.</summary>
    public double ThrottleRate { get; set; }

    /// <summary>Requests above the rate that are served at once, above 0. Default: the API's.</summary>
    public int ThrottleBurst { get; set; }

    /// <summary>Operation id in OpenAPI, unique. Default: made of the route key.</summary>
    public string? OperationId { get; set; }

    /// <summary>Tags in OpenAPI. Default: none.</summary>
    public string[]? Tags { get; set; }

    /// <summary>True = callers need an API key of a usage plan. Default: false.</summary>
    public bool ApiKeyRequired { get; set; }
}
