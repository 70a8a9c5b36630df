namespace Serverless.Model;

/// <summary>What calls a handler and how its arguments are found.</summary>
internal enum HandlerKind
{
    /// <summary>A request of an HTTP API, a REST API, a function URL or a load balancer: the event says which.</summary>
    HttpRoute,

    /// <summary>A connection or a message of a WebSocket API.</summary>
    WebSocketRoute,

    /// <summary>An API asks who may call.</summary>
    Authorizer,

    /// <summary>The payload is the argument, the result is the answer (invoked functions, state machine tasks).</summary>
    Invocation,
}

/// <summary>The C# side of a function: generated code calls this method.</summary>
internal sealed record HandlerEntry
{
    public required HandlerKind Kind { get; init; }

    /// <summary>Namespace of the declaring class; empty for the global one.</summary>
    public required string Namespace { get; init; }

    /// <summary>`Orders`, or `Outer_Inner` for a nested class: the stem of the generated class `{Stem}_Handlers`.</summary>
    public required string ClassStem { get; init; }

    /// <summary>Name of the generated method, unique within the generated class.</summary>
    public required string GeneratedMethod { get; init; }

    /// <summary>`global::Shop.Orders`.</summary>
    public required string DeclaringType { get; init; }

    public required string MethodName { get; init; }

    public bool IsStatic { get; init; }

    /// <summary>Field of the service graph that holds the object the method is called on; empty for a static method.</summary>
    public string InstanceField { get; init; } = "";

    /// <summary>C# expression of that object in a project with a container, from `scope`; empty otherwise.</summary>
    public string ScopedInstance { get; init; } = "";

    /// <summary>What the container must have for this entry, looked for in init.</summary>
    public EquatableArray<ServiceNeed> Needs { get; init; }

    /// <summary>The entry asks the container in each invocation: for its object or for arguments.</summary>
    public bool HasScope { get; init; }

    public EquatableArray<HandlerParameter> Parameters { get; init; }

    public required HandlerResult Result { get; init; }

    /// <summary>Status of a result that is not null.</summary>
    public int StatusCode { get; init; } = 200;

    /// <summary>Status of null: 404, 204 or 200.</summary>
    public int NullStatusCode { get; init; } = 404;

    /// <summary>Nearest first, most derived first: the first that fits answers.</summary>
    public EquatableArray<ExceptionMap> ExceptionMaps { get; init; }

    /// <summary>What stands around the method, outermost first.</summary>
    public EquatableArray<EntryFilter> Filters { get; init; }

    /// <summary>CORS of the REST API whose routes it answers; null = none, or several that differ.</summary>
    public CorsSettings? RestCors { get; init; }

    /// <summary>Types inside JSON bodies that have something to check, each once; nested ones are named by type.</summary>
    public EquatableArray<BodyShape> BodyShapes { get; init; }

    /// <summary>The serialiser finds members whatever their case.</summary>
    public bool IgnoresJsonCase { get; init; }

    /// <summary>`IWebSocketConnections` is among the objects it needs.</summary>
    public bool Pushes { get; init; }

    public HandlerDocumentation Documentation { get; init; } = HandlerDocumentation.None;
}

/// <summary>What the comment of a handler method says to those who call the route. All on one line; null where it says nothing.</summary>
internal sealed record HandlerDocumentation
{
    public static HandlerDocumentation None { get; } = new();

    public string? Summary { get; init; }

    public string? Remarks { get; init; }

    /// <summary>Of the answer.</summary>
    public string? Returns { get; init; }

    /// <summary>`&lt;response code="409"&gt;`, ordered by status.</summary>
    public EquatableArray<ResponseDescription> Responses { get; init; }
}

internal sealed record ResponseDescription(int StatusCode, string Text);

/// <summary>`[UseFilter]`: an object that stands around a method.</summary>
/// <param name="Type">Fully qualified.</param>
/// <param name="Instance">Expression of the object, made in init.</param>
/// <param name="Kinds">What it can stand around, of what the entry has.</param>
internal sealed record EntryFilter(string Type, string Instance, FilterKinds Kinds);

/// <summary>Which filter interfaces a type implements.</summary>
[Flags]
internal enum FilterKinds
{
    None = 0,

    /// <summary>Every function.</summary>
    Invocation = 1,

    /// <summary>Routes, before arguments are bound.</summary>
    Request = 2,

    /// <summary>Routes, arguments bound.</summary>
    Route = 4,
}

/// <summary>`[MapException]`: which answer an exception becomes.</summary>
/// <param name="ExceptionType">Fully qualified.</param>
/// <param name="StatusCode">400 to 599; 0 = thrown on.</param>
/// <param name="Title">Null = the reason phrase.</param>
/// <param name="ProblemType">URI of the kind of problem, or null.</param>
internal sealed record ExceptionMap(string ExceptionType, int StatusCode, string? Title, string? ProblemType);
