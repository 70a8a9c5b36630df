namespace Serverless.Model.Expressions.Jsonata;

/// <summary>A place where an expression reads its input, which Step Functions leaves empty: <c>$</c>, <c>$$</c>, a name or a wildcard outside of any value.</summary>
/// <param name="Text"><c>$</c>, <c>$$</c>, <c>*</c>, <c>**</c> or the name.</param>
/// <param name="Position">Offset of the first character.</param>
/// <param name="Length">Number of characters.</param>
internal sealed record JsonataContextUse(string Text, int Position, int Length);
