namespace Serverless.Model.Expressions.Jsonata;

/// <summary>An array written out.</summary>
internal sealed class JsonataArray(IReadOnlyList<JsonataNode> items) : JsonataNode
{
    /// <inheritdoc/>
    public override JsonataNodeKind Kind => JsonataNodeKind.Array;

    /// <summary>The items.</summary>
    public IReadOnlyList<JsonataNode> Items { get; } = items;
}
