namespace Serverless.Model;

/// <summary>How a result becomes an answer.</summary>
internal enum ResultForm
{
    Nothing,
    Json,
    Text,
    Bytes,
    Stream,

    /// <summary>`IAsyncEnumerable&lt;T&gt;`.</summary>
    Sequence,

    /// <summary>`HttpReply`.</summary>
    Reply,

    /// <summary>`HttpReply&lt;T&gt;`.</summary>
    TypedReply,

    /// <summary>One of Amazon's response types: serialised as it is.</summary>
    RawReply,

    /// <summary>Yes or no of an authorizer: `bool` or `AuthorizerDecision`.</summary>
    Decision,
}

/// <summary>What a handler returns and how it travels.</summary>
internal sealed record HandlerResult
{
    /// <summary>Fully qualified type of the value inside Task or ValueTask; `void` when there is none.</summary>
    public required string Type { get; init; }

    /// <summary>The method returns Task, ValueTask or a generic one of them.</summary>
    public bool IsAwaited { get; init; }

    public ResultForm Form { get; init; }

    /// <summary>Fully qualified type that is serialised, without nullability of references: `T`, or what the reply or sequence holds; empty when nothing is.</summary>
    public string JsonType { get; init; } = "";

    /// <summary>The value may be null: a reference or a `Nullable&lt;T&gt;`.</summary>
    public bool CanBeNull { get; init; }

    /// <summary>What is serialised, in JSON; of a sequence its items. Null when nothing is.</summary>
    public JsonTypeRef? Schema { get; init; }
}
