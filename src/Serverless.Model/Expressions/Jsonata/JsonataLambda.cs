namespace Serverless.Model.Expressions.Jsonata;

/// <summary><c>function($a, $b)&lt;signature&gt;{body}</c>.</summary>
internal sealed class JsonataLambda(IReadOnlyList<string> parameters, JsonataSignature? signature, JsonataNode body) : JsonataNode
{
    /// <inheritdoc/>
    public override JsonataNodeKind Kind => JsonataNodeKind.Lambda;

    /// <summary>The names without dollar signs.</summary>
    public IReadOnlyList<string> Parameters { get; } = parameters;

    /// <summary>What arguments must be; null for anything.</summary>
    public JsonataSignature? Signature { get; } = signature;

    /// <summary>The value.</summary>
    public JsonataNode Body { get; } = body;
}
