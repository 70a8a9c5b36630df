namespace Serverless.Model.Expressions.Jsonata;

/// <summary><c>%</c>: the value that the context was found in.</summary>
internal sealed class JsonataParent(JsonataAncestor slot) : JsonataNode
{
    /// <inheritdoc/>
    public override JsonataNodeKind Kind => JsonataNodeKind.Parent;

    /// <summary>Where the parent is found when the path is evaluated.</summary>
    public JsonataAncestor Slot { get; } = slot;
}
