namespace Serverless.Model;

internal enum RestEndpoint
{
    Regional,
    Edge,
    Private,
}

/// <summary>What a REST API checks before it calls the integration.</summary>
internal enum RequestValidation
{
    None,
    Parameters,
    Body,
    All,
}

internal enum ApiExecutionLogs
{
    Off,
    Error,
    Info,
}

/// <summary>An API Gateway REST API.</summary>
internal sealed record RestApi : Api
{
    public override ApiKind Kind => ApiKind.Rest;

    public CorsSettings? Cors { get; init; }

    public RestEndpoint Endpoint { get; init; }

    /// <summary>Of a private API.</summary>
    public EquatableArray<AwsValue> VpcEndpointIds { get; init; }

    public RequestValidation Validate { get; init; } = RequestValidation.All;

    /// <summary>Somebody asked for it; false = it is the default.</summary>
    public bool ValidationIsWritten { get; init; }

    /// <summary>Null = no cache.</summary>
    public CacheSettings? Cache { get; init; }

    /// <summary>Percent of requests that go to the canary; null = no canary.</summary>
    public double? CanaryPercent { get; init; }

    public bool CanaryUsesStageCache { get; init; }

    /// <summary>A web ACL that exists; null = none, or the managed one.</summary>
    public AwsValue? WebAcl { get; init; }

    /// <summary>A web ACL of AWS's common rules is made for the API.</summary>
    public bool HasManagedWebAcl { get; init; }

    public ApiExecutionLogs ExecutionLogs { get; init; }

    public bool Tracing { get; init; }

    /// <summary>As written; empty = derived from the routes.</summary>
    public EquatableArray<string> BinaryMediaTypes { get; init; }

    /// <summary>Bytes; null = answers are not compressed.</summary>
    public int? MinimumCompressionSize { get; init; }

    /// <summary>JSON object, checked when read; null = none.</summary>
    public string? ResourcePolicy { get; init; }

    /// <summary>The API key comes from the authorizer's answer instead of the header.</summary>
    public bool ApiKeyFromAuthorizer { get; init; }

    /// <summary>Ordered by name.</summary>
    public EquatableArray<UsagePlan> UsagePlans { get; init; }
}

/// <summary>The stage's cache cluster.</summary>
/// <param name="SizeGB">As the service writes it: `0.5`, `1.6`, `6.1` …</param>
/// <param name="Ttl">Seconds, 0 to 3,600.</param>
internal sealed record CacheSettings(string SizeGB, int Ttl, bool IsEncrypted);

internal enum QuotaPeriod
{
    Day,
    Week,
    Month,
}

/// <summary>How much the holders of its keys may call.</summary>
internal sealed record UsagePlan
{
    public required string Name { get; init; }

    public required DeclarationRef Declaration { get; init; }

    /// <summary>Requests per second; null = no limit of its own.</summary>
    public double? RateLimit { get; init; }

    public int? BurstLimit { get; init; }

    /// <summary>Requests per <see cref="QuotaPeriod"/>; null = none.</summary>
    public int? Quota { get; init; }

    public QuotaPeriod QuotaPeriod { get; init; }

    /// <summary>Names of keys that are made for it.</summary>
    public EquatableArray<string> ApiKeys { get; init; }
}
