namespace Serverless.Model;

/// <summary>What calls a handler and how its arguments are found.</summary>
internal enum HandlerKind
{
    /// <summary>An HTTP API, payload 2.0.</summary>
    HttpRoute,

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

    public EquatableArray<HandlerParameter> Parameters { get; init; }

    public required HandlerResult Result { get; init; }
}
