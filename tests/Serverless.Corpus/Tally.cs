using Serverless.Corpus.Findings;

namespace Serverless.Corpus;

/// <summary>How often the rules were right, by severity and by rule.</summary>
internal sealed class Tally
{
    private readonly SortedDictionary<(string Severity, string Rule), (int Right, int Wrong, int Open)> _counts = [];

    public int Projects { get; set; }

    public int Lines { get; set; }

    public int Unjudged => _counts.Values.Sum(static c => c.Open);

    public void Add(Baseline baseline)
    {
        foreach (var finding in baseline.Findings)
        {
            _counts.TryGetValue((finding.Severity, finding.Rule), out var count);
            _counts[(finding.Severity, finding.Rule)] = finding.Verdict switch
            {
                "tp" => count with { Right = count.Right + 1 },
                "fp" => count with { Wrong = count.Wrong + 1 },
                _ => count with { Open = count.Open + 1 },
            };
        }
    }

    public void Print(TextWriter writer)
    {
        writer.WriteLine($"{Projects} projects, {Lines} lines");
        foreach (var (key, count) in _counts)
            writer.WriteLine($"{key.Severity,-8}{key.Rule}  {count.Right,4} right {count.Wrong,4} wrong {count.Open,4} not judged");
        foreach (var severity in _counts.GroupBy(static c => c.Key.Severity))
        {
            var wrong = severity.Sum(static c => c.Value.Wrong);
            var judged = wrong + severity.Sum(static c => c.Value.Right);
            writer.WriteLine(FormattableString.Invariant($"{severity.Key,-8}{judged} judged, {wrong} false positives: {(judged == 0 ? 0 : 100.0 * wrong / judged):0.0} %"));
        }
    }
}
