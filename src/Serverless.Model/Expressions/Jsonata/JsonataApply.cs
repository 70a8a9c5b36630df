namespace Serverless.Model.Expressions.Jsonata;

/// <summary><c>value ~&gt; function</c>.</summary>
internal sealed class JsonataApply(JsonataNode left, JsonataNode right) : JsonataNode
{
    /// <inheritdoc/>
    public override JsonataNodeKind Kind => JsonataNodeKind.Apply;

    /// <summary>The first argument, or the function that runs first.</summary>
    public JsonataNode Left { get; } = left;

    /// <summary>The function, or a call that gets the value as its first argument.</summary>
    public JsonataNode Right { get; } = right;
}
