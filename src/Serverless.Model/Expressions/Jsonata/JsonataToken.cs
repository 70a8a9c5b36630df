namespace Serverless.Model.Expressions.Jsonata;

/// <summary>A word of an expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The operator, the name without quotes or dollar sign, the string's value, the source of the regular expression.</param>
/// <param name="Value">A number's or constant's value; the flags of a regular expression.</param>
/// <param name="Start">Offset of the first character.</param>
/// <param name="End">Offset after the last character.</param>
internal readonly record struct JsonataToken(JsonataTokenKind Kind, string Text, object? Value, int Start, int End)
{
    public bool Is(string symbol) => Kind == JsonataTokenKind.Operator && string.Equals(Text, symbol, StringComparison.Ordinal);
}
