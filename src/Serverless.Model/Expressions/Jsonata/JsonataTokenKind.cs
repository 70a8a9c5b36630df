namespace Serverless.Model.Expressions.Jsonata;

internal enum JsonataTokenKind
{
    End,
    Operator,
    Name,
    Variable,
    String,
    Number,

    /// <summary><c>true</c>, <c>false</c> and <c>null</c>.</summary>
    Constant,
    Regex,
}
