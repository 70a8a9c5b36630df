namespace Serverless.Model.Expressions.Jsonata;

/// <summary>The operators of <see cref="JsonataBinary"/>.</summary>
internal enum JsonataOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Concatenate,
    And,
    Or,
    In,
}
