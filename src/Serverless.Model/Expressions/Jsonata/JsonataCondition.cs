namespace Serverless.Model.Expressions.Jsonata;

/// <summary><c>condition ? then : else</c>.</summary>
internal sealed class JsonataCondition(JsonataNode test, JsonataNode then, JsonataNode? otherwise) : JsonataNode
{
    /// <inheritdoc/>
    public override JsonataNodeKind Kind => JsonataNodeKind.Condition;

    /// <summary>The condition.</summary>
    public JsonataNode Test { get; } = test;

    /// <summary>The value when it holds.</summary>
    public JsonataNode Then { get; } = then;

    /// <summary>The value when it does not; null for nothing.</summary>
    public JsonataNode? Otherwise { get; } = otherwise;
}
