namespace Serverless.Model;

/// <summary>An API Gateway HTTP API.</summary>
internal sealed record HttpApi
{
    public required string LogicalId { get; init; }

    public required DeclarationRef Declaration { get; init; }

    /// <summary>True when no attribute declares it and the first route brought it in.</summary>
    public bool IsImplicit { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }

    public string StageName { get; init; } = "$default";

    /// <summary>Requests per second.</summary>
    public double ThrottleRate { get; init; } = 100;

    public int ThrottleBurst { get; init; } = 200;

    public bool AccessLogs { get; init; } = true;

    /// <summary>Null = the built-in JSON format.</summary>
    public string? AccessLogFormat { get; init; }

    public int AccessLogRetentionDays { get; init; } = 30;

    public bool DisableExecuteApiEndpoint { get; init; }

    public CorsSettings? Cors { get; init; }

    public EquatableArray<Tag> Tags { get; init; }
}

/// <summary>Null arrays are not emitted.</summary>
internal sealed record CorsSettings(
    EquatableArray<string> Origins, EquatableArray<string> Methods, EquatableArray<string> Headers, EquatableArray<string> ExposedHeaders, int? MaxAge, bool Credentials);

/// <summary>A route of an HTTP API that a function answers.</summary>
internal sealed record HttpRoute
{
    /// <summary>Logical id of the API.</summary>
    public required string Api { get; init; }

    /// <summary>`GET`, `ANY`, or `$default`.</summary>
    public required string Method { get; init; }

    /// <summary>`/orders/{id}`; empty for `$default`.</summary>
    public required string Path { get; init; }

    public required DeclarationRef Declaration { get; init; }

    /// <summary>Answer to a result that is not null; 204 when there is none.</summary>
    public int StatusCode { get; init; } = 200;

    public int NullStatusCode { get; init; } = 404;

    public int? TimeoutMilliseconds { get; init; }

    public double? ThrottleRate { get; init; }

    public int? ThrottleBurst { get; init; }

    public string OperationId { get; init; } = "";

    public EquatableArray<string> Tags { get; init; }

    public bool Deprecated { get; init; }

    /// <summary>`GET /orders/{id}` or `$default`, as API Gateway writes it.</summary>
    public string RouteKey => Method == "$default" ? Method : Method + " " + Path;
}
