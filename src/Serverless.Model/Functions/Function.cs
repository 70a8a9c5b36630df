namespace Serverless.Model;

/// <summary>A Lambda function: what is deployed, and the C# that answers.</summary>
internal sealed record Function
{
    public required string LogicalId { get; init; }

    public required DeclarationRef Declaration { get; init; }

    /// <summary>The argument that names <see cref="LogicalId"/>, or null when it follows from class and method.</summary>
    public DeclarationRef? PinnedAt { get; init; }

    /// <summary>From the method's summary, at most 256 characters.</summary>
    public string? Description { get; init; }

    /// <summary>`Assembly::Namespace.Class_Handlers::Method` in a class library; the function id in an executable.</summary>
    public required string Handler { get; init; }

    public FunctionSettings Settings { get; init; } = new();

    public EquatableArray<EnvironmentVariable> Environment { get; init; }

    public EquatableArray<Grant> Grants { get; init; }

    public EquatableArray<AwsValue> ManagedPolicies { get; init; }

    public EquatableArray<Tag> Tags { get; init; }

    /// <summary>Routes that lead here; empty for a task or an invoked function.</summary>
    public EquatableArray<HttpRoute> Routes { get; init; }

    /// <summary>Routes of WebSocket APIs that lead here.</summary>
    public EquatableArray<WebSocketRoute> WebSocketRoutes { get; init; }

    /// <summary>Its own address; null = none.</summary>
    public FunctionUrl? Url { get; init; }

    /// <summary>Logical id of the WebSocket API whose connections it pushes to (`IWebSocketConnections` is among its services); empty = none.</summary>
    public string PushesTo { get; init; } = "";

    /// <summary>The methods that answer and how their arguments and results travel. Empty when the handler is not ours to write (another front end's).</summary>
    public EquatableArray<HandlerEntry> Entries { get; init; }

    /// <summary>The one method of a function without a router, or the first of several; null when there is none.</summary>
    public HandlerEntry? Entry
    {
        get => Entries.Count == 0 ? null : Entries[0];
        init => Entries = value is null ? default : EquatableArray.Of(value);
    }

    /// <summary>The generated method that chooses between the entries of one function; null = the only entry is called directly.</summary>
    public RouterPlace? Router { get; init; }

    /// <summary>The state this function is the task of: `Machine/State`, or null.</summary>
    public string? TaskOf { get; init; }

    /// <summary>The method that answers a route; null when the handler is not ours to write.</summary>
    public HandlerEntry? EntryOf(HttpRoute route) => route.Entry < Entries.Count ? Entries[route.Entry] : null;

    /// <summary>The method that answers a route of a WebSocket API; null when the handler is not ours to write.</summary>
    public HandlerEntry? EntryOf(WebSocketRoute route) => route.Entry < Entries.Count ? Entries[route.Entry] : null;
}

/// <summary>Where the router of a function that several methods answer is generated.</summary>
/// <param name="Namespace">Empty for the global one.</param>
/// <param name="ClassStem">Stem of the generated class `{Stem}_Handlers`.</param>
/// <param name="GeneratedMethod">Name of the generated method, unique within that class.</param>
internal sealed record RouterPlace(string Namespace, string ClassStem, string GeneratedMethod);

/// <summary>Settings of a function after "nearest wins". Null = the service's or SAM's own default, nothing emitted.</summary>
internal sealed record FunctionSettings
{
    /// <summary>MB, 128 to 10,240.</summary>
    public int MemorySize { get; init; } = 512;

    /// <summary>Seconds, 1 to 900.</summary>
    public int Timeout { get; init; } = 30;

    /// <summary>Where <see cref="Timeout"/> is written; null = it is the default.</summary>
    public DeclarationRef? TimeoutAt { get; init; }

    public string Runtime { get; init; } = "dotnet10";

    /// <summary>`arm64` or `x86_64`.</summary>
    public string Architecture { get; init; } = "arm64";

    public AwsValue? Role { get; init; }

    public AwsValue? PermissionsBoundary { get; init; }

    /// <summary>0 switches the function off.</summary>
    public int? ReservedConcurrency { get; init; }

    /// <summary>MB, 512 to 10,240; null = 512.</summary>
    public int? EphemeralStorage { get; init; }

    public bool Tracing { get; init; }

    /// <summary>`JSON` or `Text`.</summary>
    public string LogFormat { get; init; } = "JSON";

    public int LogRetentionDays { get; init; } = 30;

    public string? FunctionName { get; init; }

    public AwsValue? KmsKey { get; init; }

    public EquatableArray<AwsValue> Layers { get; init; }

    public EquatableArray<AwsValue> SubnetIds { get; init; }

    public EquatableArray<AwsValue> SecurityGroupIds { get; init; }
}

internal sealed record EnvironmentVariable(string Name, AwsValue Value);
