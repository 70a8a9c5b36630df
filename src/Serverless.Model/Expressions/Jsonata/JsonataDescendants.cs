namespace Serverless.Model.Expressions.Jsonata;

/// <summary><c>**</c>: the value and everything inside it.</summary>
internal sealed class JsonataDescendants : JsonataNode
{
    /// <inheritdoc/>
    public override JsonataNodeKind Kind => JsonataNodeKind.Descendants;
}
