namespace Serverless.Model.Expressions.Jsonata;

/// <summary>A string, number, boolean or null (<see cref="Value"/> is a <c>string</c>, <c>double</c>, <c>bool</c> or null).</summary>
internal sealed class JsonataLiteral(object? value) : JsonataNode
{
    /// <inheritdoc/>
    public override JsonataNodeKind Kind => JsonataNodeKind.Literal;

    /// <summary>The value.</summary>
    public object? Value { get; } = value;
}
