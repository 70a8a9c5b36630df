namespace Serverless.Model.Expressions.Jsonata;

/// <summary>A variable or a function by its name.</summary>
internal sealed class JsonataVariable(string name) : JsonataNode
{
    /// <inheritdoc/>
    public override JsonataNodeKind Kind => JsonataNodeKind.Variable;

    /// <summary>Without the dollar sign: empty for <c>$</c>, <c>$</c> for <c>$$</c>.</summary>
    public string Name { get; } = name;
}
