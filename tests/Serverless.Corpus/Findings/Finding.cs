using System.Text.Json.Serialization;

namespace Serverless.Corpus.Findings;

/// <summary>What a rule said about a place, and what a reader of that place thought of it.</summary>
/// <param name="Path">Relative to the repository.</param>
/// <param name="Line">From one.</param>
/// <param name="Rule">`SVLS0101`.</param>
/// <param name="Severity">`Info`, `Warning` or `Error`.</param>
internal sealed record Finding(string Path, int Line, string Rule, string Severity)
{
    /// <summary>`tp` or `fp`; null when nobody looked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Verdict { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    [JsonIgnore]
    public (string, int, string, string) Key => (Path, Line, Rule, Severity);
}
