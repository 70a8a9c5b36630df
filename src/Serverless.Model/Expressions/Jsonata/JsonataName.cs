namespace Serverless.Model.Expressions.Jsonata;

/// <summary>A member by its name; always a step of a path.</summary>
internal sealed class JsonataName(string name) : JsonataNode
{
    /// <inheritdoc/>
    public override JsonataNodeKind Kind => JsonataNodeKind.Name;

    /// <summary>Without quotes.</summary>
    public string Name { get; } = name;
}
