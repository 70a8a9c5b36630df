namespace Serverless.Model.Expressions.Jsonata;

/// <summary><c>^(…)</c>; always a step of a path.</summary>
internal sealed class JsonataSort(IReadOnlyList<JsonataSortTerm> terms) : JsonataNode
{
    /// <inheritdoc/>
    public override JsonataNodeKind Kind => JsonataNodeKind.Sort;

    /// <summary>The keys, the most significant first.</summary>
    public IReadOnlyList<JsonataSortTerm> Terms { get; } = terms;
}
