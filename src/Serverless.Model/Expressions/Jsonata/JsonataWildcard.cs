namespace Serverless.Model.Expressions.Jsonata;

/// <summary><c>*</c>: all members.</summary>
internal sealed class JsonataWildcard : JsonataNode
{
    /// <inheritdoc/>
    public override JsonataNodeKind Kind => JsonataNodeKind.Wildcard;
}
