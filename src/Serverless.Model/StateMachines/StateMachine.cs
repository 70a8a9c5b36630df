namespace Serverless.Model;

internal enum WorkflowType
{
    Standard,
    Express,
}

internal enum QueryLanguage
{
    JSONata,
    JSONPath,
}

internal enum StateMachineLogLevel
{
    Off,
    Error,
    Fatal,
    All,
}

/// <summary>A Step Functions state machine.</summary>
internal sealed record StateMachine
{
    public required string LogicalId { get; init; }

    public required DeclarationRef Declaration { get; init; }

    /// <summary>The class in full, `global::Shop.Approval`; empty when generated code cannot name it.</summary>
    public string ClassName { get; init; } = "";

    public string? Comment { get; init; }

    public WorkflowType Type { get; init; }

    public QueryLanguage QueryLanguage { get; init; }

    /// <summary>Seconds for the whole run.</summary>
    public int TimeoutSeconds { get; init; } = 86_400;

    public StateMachineLogLevel LogLevel { get; init; } = StateMachineLogLevel.Error;

    public bool LogExecutionData { get; init; }

    public int LogRetentionDays { get; init; } = 30;

    public bool Tracing { get; init; }

    /// <summary>Topic that hears of failed, timed-out and aborted runs; null = none.</summary>
    public AwsValue? NotifyOnFailure { get; init; }

    public AwsValue? Role { get; init; }

    public AwsValue? PermissionsBoundary { get; init; }

    public string? Name { get; init; }

    public EquatableArray<Tag> Tags { get; init; }

    public required StateGraph Graph { get; init; }

    /// <summary>Where the first state was named; null = nowhere, it was found.</summary>
    public DeclarationRef? StartPlace { get; init; }

    /// <summary>Grants with `For = StateMachine`, added to what the states imply.</summary>
    public EquatableArray<Grant> Grants { get; init; }

    public EquatableArray<S3Start> S3Starts { get; init; }
}

/// <summary>`[S3Trigger]` on a machine: an EventBridge rule starts it, the input is bucket, key, size, eTag, versionId and eventName.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Events">`s3:ObjectCreated:*` …</param>
internal sealed record S3Start(AwsValue Bucket, EquatableArray<string> Events, string? Prefix, string? Suffix, DeclarationRef Declaration);

/// <summary>`StartAt` and `States`: the machine itself, a branch of a Parallel or the processor of a Map.</summary>
internal sealed record StateGraph(string StartAt, EquatableArray<State> States);
