using System.Globalization;
using System.Text.RegularExpressions;

namespace Serverless.Model.Validation.Definitions;

/// <summary>Instants as RFC 3339 writes them, with the capital T and Z that the states language asks for.</summary>
internal static class Timestamps
{
    private static readonly Regex Form = new(
        @"^(?<date>\d{4}-\d\d-\d\d)T(?<time>\d\d:\d\d:\d\d)(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>Null when the text is one.</summary>
    public static string? Problem(string text)
    {
        var match = Form.Match(text);
        return match.Success && DateTime.TryParseExact(
            match.Groups["date"].Value + " " + match.Groups["time"].Value, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
                ? null
                : $"'{text}' is no timestamp such as 2026-01-31T12:00:00Z";
    }
}
