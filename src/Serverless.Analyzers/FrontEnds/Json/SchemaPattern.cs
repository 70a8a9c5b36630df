namespace Serverless.Analyzers.FrontEnds.Json;

/// <summary>
/// A regular expression of .NET for a schema. `[RegularExpression]` wants the whole text to match, a schema any part of it; and a schema speaks
/// the dialect of ECMA 262, so that what only .NET knows is left to the handler.
/// </summary>
internal static class SchemaPattern
{
    /// <summary>What the other dialect lacks or reads differently.</summary>
    private static readonly string[] Foreign = [@"\A", @"\Z", @"\z", @"\G", @"\a", @"\e", @"\p{", @"\P{", "-["];

    /// <summary>Anchored; null when it cannot be said.</summary>
    public static string? Of(string pattern)
    {
        foreach (var foreign in Foreign)
        {
            if (pattern.Contains(foreign))
                return null;
        }

        for (var group = pattern.IndexOf("(?", StringComparison.Ordinal); group >= 0; group = pattern.IndexOf("(?", group + 1, StringComparison.Ordinal))
        {
            if (group + 2 >= pattern.Length || pattern[group + 2] is not (':' or '=' or '!'))
                return null;
        }

        // An alternative would take the anchors for its own; a group does not change a pattern without one.
        var inner = pattern.StartsWith("^", StringComparison.Ordinal) && pattern.EndsWith("$", StringComparison.Ordinal) && !pattern.EndsWith(@"\$", StringComparison.Ordinal) ? pattern.Substring(1, pattern.Length - 2) : pattern;
        return pattern.Contains('|') ? "^(?:" + pattern + ")$" : "^" + inner + "$";
    }
}
