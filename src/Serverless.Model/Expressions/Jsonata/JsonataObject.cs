namespace Serverless.Model.Expressions.Jsonata;

/// <summary>An object written out.</summary>
internal sealed class JsonataObject(JsonataGroup members) : JsonataNode
{
    /// <inheritdoc/>
    public override JsonataNodeKind Kind => JsonataNodeKind.Object;

    /// <summary>The members.</summary>
    public JsonataGroup Members { get; } = members;
}
