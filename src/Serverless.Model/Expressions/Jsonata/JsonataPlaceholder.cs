namespace Serverless.Model.Expressions.Jsonata;

/// <summary><c>?</c> as an argument: leaves the argument open.</summary>
internal sealed class JsonataPlaceholder : JsonataNode
{
    /// <inheritdoc/>
    public override JsonataNodeKind Kind => JsonataNodeKind.Placeholder;
}
