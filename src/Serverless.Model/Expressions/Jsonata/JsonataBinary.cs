namespace Serverless.Model.Expressions.Jsonata;

/// <summary>An operator between two operands.</summary>
internal sealed class JsonataBinary(JsonataOperator symbol, JsonataNode left, JsonataNode right) : JsonataNode
{
    /// <inheritdoc/>
    public override JsonataNodeKind Kind => JsonataNodeKind.Binary;

    /// <summary>The operator.</summary>
    public JsonataOperator Operator { get; } = symbol;

    /// <summary>The left operand.</summary>
    public JsonataNode Left { get; } = left;

    /// <summary>The right operand.</summary>
    public JsonataNode Right { get; } = right;
}
