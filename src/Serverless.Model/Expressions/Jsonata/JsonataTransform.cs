namespace Serverless.Model.Expressions.Jsonata;

/// <summary><c>|where|update, delete|</c>: a function that changes a copy.</summary>
internal sealed class JsonataTransform(JsonataNode pattern, JsonataNode update, JsonataNode? delete) : JsonataNode
{
    /// <inheritdoc/>
    public override JsonataNodeKind Kind => JsonataNodeKind.Transform;

    /// <summary>What is changed.</summary>
    public JsonataNode Pattern { get; } = pattern;

    /// <summary>The members to set.</summary>
    public JsonataNode Update { get; } = update;

    /// <summary>The names of members to take away; null for none.</summary>
    public JsonataNode? Delete { get; } = delete;
}
