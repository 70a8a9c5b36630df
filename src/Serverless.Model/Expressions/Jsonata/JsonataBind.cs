namespace Serverless.Model.Expressions.Jsonata;

/// <summary><c>$name := value</c>.</summary>
internal sealed class JsonataBind(string name, JsonataNode value) : JsonataNode
{
    /// <inheritdoc/>
    public override JsonataNodeKind Kind => JsonataNodeKind.Bind;

    /// <summary>Without the dollar sign.</summary>
    public string Name { get; } = name;

    /// <summary>What is assigned.</summary>
    public JsonataNode Value { get; } = value;
}
