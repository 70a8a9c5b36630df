namespace Serverless.Model.Expressions.Jsonata;

/// <summary><c>-</c> before an operand.</summary>
internal sealed class JsonataNegate(JsonataNode operand) : JsonataNode
{
    /// <inheritdoc/>
    public override JsonataNodeKind Kind => JsonataNodeKind.Negate;

    /// <summary>What is negated.</summary>
    public JsonataNode Operand { get; } = operand;
}
