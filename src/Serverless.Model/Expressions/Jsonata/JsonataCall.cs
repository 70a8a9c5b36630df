namespace Serverless.Model.Expressions.Jsonata;

/// <summary><c>$function(…)</c>, complete or with open arguments.</summary>
internal sealed class JsonataCall(JsonataNode function, IReadOnlyList<JsonataNode> arguments, bool isPartial) : JsonataNode
{
    /// <inheritdoc/>
    public override JsonataNodeKind Kind => JsonataNodeKind.Call;

    /// <summary>The function; a variable as a rule.</summary>
    public JsonataNode Function { get; } = function;

    /// <summary>The arguments; <see cref="JsonataPlaceholder"/> for an open one.</summary>
    public IReadOnlyList<JsonataNode> Arguments { get; } = arguments;

    /// <summary>Whether an argument is open, so that the value is a function.</summary>
    public bool IsPartial { get; } = isPartial;

    /// <summary>Whether the call is the last thing a lambda does; it needs no stack then.</summary>
    public bool IsTail { get; internal set; }
}
