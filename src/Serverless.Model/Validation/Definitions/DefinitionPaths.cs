namespace Serverless.Model.Validation.Definitions;

/// <summary>Texts that look like what JSONPath states compute.</summary>
internal static class DefinitionPaths
{
    /// <summary>Reads as a path or a call: `$.a`, `$$.Task.Token`, `States.UUID()`.</summary>
    public static bool LooksComputed(string text) =>
        text is "$" or "$$" || text.StartsWith("$.", StringComparison.Ordinal) || text.StartsWith("$$.", StringComparison.Ordinal) || text.StartsWith("$[", StringComparison.Ordinal)
        || (text.StartsWith("States.", StringComparison.Ordinal) && text.Contains("(") && text.EndsWith(")", StringComparison.Ordinal));
}
