namespace Serverless.Model.Expressions.Jsonata;

/// <summary>What a <see cref="JsonataNode"/> is; each value belongs to one type.</summary>
internal enum JsonataNodeKind
{
    Literal,
    Regex,
    Variable,
    Name,
    Wildcard,
    Descendants,
    Parent,
    Path,
    Sort,
    Negate,
    Binary,
    Range,
    Array,
    Object,
    Block,
    Condition,
    Bind,
    Apply,
    Call,
    Placeholder,
    Lambda,
    Transform,
}
