namespace Serverless.Model;

/// <summary>`[FargateTask]`: a task of a state machine that runs in a container of its own, once.</summary>
internal sealed record ContainerTask
{
    /// <summary>Of the task definition; also the name under which the program finds the handler.</summary>
    public required string LogicalId { get; init; }

    /// <summary>The method.</summary>
    public required DeclarationRef Declaration { get; init; }

    /// <summary>The argument that names <see cref="LogicalId"/>, or null when it follows from class and method.</summary>
    public DeclarationRef? PinnedAt { get; init; }

    /// <summary>From the method's summary.</summary>
    public string? Description { get; init; }

    public required ContainerSettings Settings { get; init; }

    /// <summary>The state it is the task of: `Machine/State`.</summary>
    public required string TaskOf { get; init; }

    /// <summary>Seconds the state may take: what the method's deadline follows from.</summary>
    public int TimeoutSeconds { get; init; } = DefaultTimeout;

    /// <summary>Seconds between heartbeats after which the state gives up; null = it expects none.</summary>
    public int? HeartbeatSeconds { get; init; }

    public EquatableArray<EnvironmentVariable> Environment { get; init; }

    public EquatableArray<Grant> Grants { get; init; }

    public EquatableArray<AwsValue> ManagedPolicies { get; init; }

    public EquatableArray<Tag> Tags { get; init; }

    /// <summary>The method and how its arguments and result travel; null when it cannot be a handler, which faults say.</summary>
    public HandlerEntry? Entry { get; init; }

    /// <summary>Seconds: a container takes up to a minute to start, so that the default of a function would leave no time.</summary>
    public const int DefaultTimeout = 3600;

    /// <summary>Seconds, where the state may take longer than that.</summary>
    public const int DefaultHeartbeat = 120;

    /// <summary>The handler as that of a function: what calls it is generated in the same way.</summary>
    public Function AsFunction() => new()
    {
        LogicalId = LogicalId,
        Declaration = Declaration,
        Handler = LogicalId,
        Settings = new FunctionSettings { Timeout = TimeoutSeconds },
        Entry = Entry,
        TaskOf = TaskOf,
    };

    /// <summary>Seconds between heartbeats of a state that says none itself; null where the timeout does the same.</summary>
    public static int? HeartbeatFor(int timeoutSeconds) => timeoutSeconds > DefaultHeartbeat ? DefaultHeartbeat : null;
}
