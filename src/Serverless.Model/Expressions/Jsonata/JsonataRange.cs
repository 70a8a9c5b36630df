namespace Serverless.Model.Expressions.Jsonata;

/// <summary><c>from..to</c>; only as an item of an array.</summary>
internal sealed class JsonataRange(JsonataNode from, JsonataNode to) : JsonataNode
{
    /// <inheritdoc/>
    public override JsonataNodeKind Kind => JsonataNodeKind.Range;

    /// <summary>The first number.</summary>
    public JsonataNode From { get; } = from;

    /// <summary>The last number.</summary>
    public JsonataNode To { get; } = to;
}
