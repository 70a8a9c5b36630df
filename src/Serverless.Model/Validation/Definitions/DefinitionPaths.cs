namespace Serverless.Model.Validation.Definitions;

/// <summary>Paths and intrinsic functions of JSONPath states.</summary>
internal static class DefinitionPaths
{
    public static bool IsIntrinsic(string text) => text.StartsWith("States.", StringComparison.Ordinal) && text.Contains("(");

    /// <summary>Reads as a path or a call: `$.a`, `$$.Task.Token`, `States.UUID()`.</summary>
    public static bool LooksComputed(string text) =>
        text == "$" || text == "$$" || text.StartsWith("$.", StringComparison.Ordinal) || text.StartsWith("$$.", StringComparison.Ordinal)
        || text.StartsWith("$[", StringComparison.Ordinal) || (IsIntrinsic(text) && text.EndsWith(")", StringComparison.Ordinal));

    public static string? PathProblem(string text) => text.StartsWith("$", StringComparison.Ordinal) ? null : $"'{text}' is no path; a path starts with '$'";

    public static string? ReferenceProblem(string text)
    {
        if (PathProblem(text) is { } problem)
            return problem;
        foreach (var operation in new[] { "..", "*", "?(", "@", ":" })
        {
            if (Unquoted(text).Contains(operation))
                return $"'{text}' may select several values; the path here names one";
        }

        return null;
    }

    /// <summary>Names in quotation marks may hold anything.</summary>
    private static string Unquoted(string text)
    {
        var plain = new System.Text.StringBuilder(text.Length);
        var quote = '\0';
        foreach (var c in text)
        {
            if (quote == '\0' && c is '\'' or '"')
                quote = c;
            else if (c == quote)
                quote = '\0';
            else if (quote == '\0')
                plain.Append(c);
        }

        return plain.ToString();
    }
}
