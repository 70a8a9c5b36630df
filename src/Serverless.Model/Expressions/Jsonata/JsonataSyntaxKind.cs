namespace Serverless.Model.Expressions.Jsonata;

/// <summary>What a <see cref="JsonataSyntax"/> is.</summary>
internal enum JsonataSyntaxKind
{
    /// <summary>The end of the text where an operand should be. A fault, unless another one is found first.</summary>
    End,
    Literal,
    Regex,
    Variable,
    Name,
    Wildcard,
    Descendants,
    Parent,
    Placeholder,
    Negate,
    Array,
    Object,
    Block,
    Transform,
    Map,
    Filter,
    GroupBy,
    Sort,
    Bind,
    Focus,
    Index,
    Apply,
    Range,
    Binary,
    Call,
    Lambda,
    Condition,
}
