namespace Serverless.Model;

internal enum ApiKind
{
    Http,
    Rest,
    WebSocket,
}

/// <summary>What the three kinds of API of API Gateway have in common.</summary>
internal abstract record Api
{
    public abstract ApiKind Kind { get; }

    public required string LogicalId { get; init; }

    public required DeclarationRef Declaration { get; init; }

    /// <summary>True when no attribute declares it and the first route brought it in.</summary>
    public bool IsImplicit { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }

    /// <summary>`$default` of an HTTP API; the other kinds have no such stage and their readers name one.</summary>
    public string StageName { get; init; } = "$default";

    /// <summary>Requests per second.</summary>
    public double ThrottleRate { get; init; } = 100;

    public int ThrottleBurst { get; init; } = 200;

    public bool AccessLogs { get; init; } = true;

    /// <summary>Null = the built-in JSON format.</summary>
    public string? AccessLogFormat { get; init; }

    public int AccessLogRetentionDays { get; init; } = 30;

    public DomainSettings? Domain { get; init; }

    public bool DisableExecuteApiEndpoint { get; init; }

    /// <summary>Authorizers that its routes name, ordered by name.</summary>
    public EquatableArray<Authorizer> Authorizers { get; init; }

    /// <summary>Who may call a route that does not say otherwise.</summary>
    public RouteAuthorization DefaultAuthorization { get; init; } = RouteAuthorization.Public;

    public EquatableArray<StageVariable> StageVariables { get; init; }

    public EquatableArray<Tag> Tags { get; init; }
}

internal sealed record StageVariable(string Name, AwsValue Value);

/// <summary>A custom domain of an API.</summary>
internal sealed record DomainSettings
{
    public required AwsValue Name { get; init; }

    public required AwsValue Certificate { get; init; }

    /// <summary>Null = the root.</summary>
    public string? BasePath { get; init; }

    /// <summary>Zone that receives the domain's records; null = none are made.</summary>
    public AwsValue? HostedZone { get; init; }

    /// <summary>`s3://…` of the certificates that client certificates are checked against; null = no mutual TLS.</summary>
    public AwsValue? Truststore { get; init; }
}

/// <summary>Empty arrays are not emitted.</summary>
internal sealed record CorsSettings(
    EquatableArray<string> Origins, EquatableArray<string> Methods, EquatableArray<string> Headers, EquatableArray<string> ExposedHeaders, int? MaxAge, bool Credentials);
