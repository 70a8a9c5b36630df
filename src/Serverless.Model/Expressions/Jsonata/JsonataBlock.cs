namespace Serverless.Model.Expressions.Jsonata;

/// <summary><c>(…; …)</c>: expressions with variables of their own; the last one is the value.</summary>
internal sealed class JsonataBlock(IReadOnlyList<JsonataNode> expressions) : JsonataNode
{
    /// <inheritdoc/>
    public override JsonataNodeKind Kind => JsonataNodeKind.Block;

    /// <summary>The expressions.</summary>
    public IReadOnlyList<JsonataNode> Expressions { get; } = expressions;
}
