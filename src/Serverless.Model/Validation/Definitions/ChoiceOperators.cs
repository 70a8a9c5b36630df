using Serverless.Model.Json;

namespace Serverless.Model.Validation.Definitions;

/// <summary>The comparisons of a Choice in JSONPath, and what each compares with.</summary>
internal static class ChoiceOperators
{
    private static readonly string[] Comparisons = ["Equals", "LessThan", "GreaterThan", "LessThanEquals", "GreaterThanEquals"];

    private static readonly HashSet<string> Names = new(
        new[] { "String", "Numeric", "Timestamp" }.SelectMany(static type => Comparisons.SelectMany(c => new[] { type + c, type + c + "Path" }))
            .Concat(["StringMatches", "BooleanEquals", "BooleanEqualsPath", "IsNull", "IsPresent", "IsNumeric", "IsString", "IsBoolean", "IsTimestamp", "And", "Or", "Not"]),
        StringComparer.Ordinal);

    public static IEnumerable<string> All => Names;

    public static bool Is(string name) => Names.Contains(name);

    /// <summary>Null when the value fits the operator.</summary>
    public static string? Problem(string name, JsonNode value)
    {
        if (name.EndsWith("Path", StringComparison.Ordinal))
            return value is JsonString ? null : "it is a path";
        if (name.StartsWith("Is", StringComparison.Ordinal) || name == "BooleanEquals")
            return value is JsonBoolean ? null : "it is true or false";
        if (name.StartsWith("Numeric", StringComparison.Ordinal))
            return value is JsonNumber ? null : "it is a number; the Path form reads one from the input";
        if (value is not JsonString text)
            return "it is a text";
        return name.StartsWith("Timestamp", StringComparison.Ordinal) ? Timestamps.Problem(text.Value) : null;
    }
}
