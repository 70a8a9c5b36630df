namespace Serverless.Model.Expressions.Jsonata;

/// <summary>Steps, each applied to every item that the one before it gave.</summary>
internal sealed class JsonataPath : JsonataNode
{
    /// <inheritdoc/>
    public override JsonataNodeKind Kind => JsonataNodeKind.Path;

    /// <summary>The steps; at least one.</summary>
    public List<JsonataNode> Steps { get; } = [];

    /// <summary>Whether one item stays an array.</summary>
    public bool KeepSingletonArray { get; internal set; }
}
