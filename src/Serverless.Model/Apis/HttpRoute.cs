namespace Serverless.Model;

/// <summary>What every route of an HTTP or REST API has, whoever answers it.</summary>
internal abstract record GatewayRoute
{
    /// <summary>Logical id of the API; empty = there is none, the function's own address answers.</summary>
    public required string Api { get; init; }

    /// <summary>`GET`, `ANY`, or `$default`.</summary>
    public required string Method { get; init; }

    /// <summary>`/orders/{id}`; empty for `$default`.</summary>
    public required string Path { get; init; }

    public required DeclarationRef Declaration { get; init; }

    public RouteAuthorization Authorization { get; init; } = RouteAuthorization.Public;

    public int? TimeoutMilliseconds { get; init; }

    public double? ThrottleRate { get; init; }

    public int? ThrottleBurst { get; init; }

    public string OperationId { get; init; } = "";

    public EquatableArray<string> Tags { get; init; }

    /// <summary>What only REST APIs have.</summary>
    public RestRouteSettings Rest { get; init; } = RestRouteSettings.None;

    /// <summary>`GET /orders/{id}` or `$default`, as API Gateway writes it.</summary>
    public string RouteKey => Method == "$default" ? Method : Method + " " + Path;
}

/// <summary>Settings of a route that only REST APIs have.</summary>
internal sealed record RestRouteSettings
{
    public static RestRouteSettings None { get; } = new();

    public bool ApiKeyRequired { get; init; }

    /// <summary>Seconds; 0 = not cached; null = the API's.</summary>
    public int? CacheTtl { get; init; }

    /// <summary>Names of parameters in the cache key, as API Gateway writes them: `method.request.querystring.page`.</summary>
    public EquatableArray<string> CacheKeys { get; init; }

    /// <summary>Null = the API's.</summary>
    public RequestValidation? Validate { get; init; }

    public string? RequestTemplate { get; init; }

    public string? ResponseTemplate { get; init; }
}

/// <summary>A route that a function answers.</summary>
internal sealed record HttpRoute : GatewayRoute
{
    /// <summary>Which of the function's entries answers; 0 in a function of one method.</summary>
    public int Entry { get; init; }

    /// <summary>Answer to a result that is not null; 204 when there is none.</summary>
    public int StatusCode { get; init; } = 200;

    public int NullStatusCode { get; init; } = 404;

    public bool Deprecated { get; init; }

    /// <summary>The answer is streamed: REST APIs and function URLs.</summary>
    public bool Streaming { get; init; }

    /// <summary>Format of the event: `2.0` or `1.0`.</summary>
    public string PayloadFormatVersion { get; init; } = "2.0";
}
