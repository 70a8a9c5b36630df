namespace Serverless.Model.Expressions.Jsonata;

/// <summary>What is wrong with an expression, and where.</summary>
/// <param name="Code">JSONata's code: <c>S0101</c> to <c>S0402</c> for syntax; <c>U1001</c> for an expression that is nested too deeply.</param>
/// <param name="Position">Offset of the first character, from 0.</param>
/// <param name="Length">Number of characters; 0 at the end of the text.</param>
/// <param name="Message">One sentence without a full stop.</param>
internal sealed record JsonataError(string Code, int Position, int Length, string Message);
