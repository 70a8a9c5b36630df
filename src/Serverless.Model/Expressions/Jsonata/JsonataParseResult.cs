namespace Serverless.Model.Expressions.Jsonata;

/// <summary>What became of a text: an expression, or what is wrong with it.</summary>
/// <param name="Expression">Null when there are errors.</param>
/// <param name="Errors">Empty when the text is an expression. The parser stops at the first fault, so there is one at most.</param>
internal sealed record JsonataParseResult(JsonataNode? Expression, IReadOnlyList<JsonataError> Errors);
