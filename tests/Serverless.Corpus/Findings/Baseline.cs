using System.Text.Encodings.Web;
using System.Text.Json;
using Serverless.Corpus.Repositories;

namespace Serverless.Corpus.Findings;

/// <summary>The committed findings of one repository with their verdicts.</summary>
internal sealed record Baseline(string Repository, string Commit, IReadOnlyList<Finding> Findings)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static string PathOf(CorpusRepository repository, string folder) => Path.Combine(folder, $"{repository.Owner}+{repository.Name}.json");

    public static Baseline Read(CorpusRepository repository, string folder)
    {
        var path = PathOf(repository, folder);
        return File.Exists(path)
            ? JsonSerializer.Deserialize<Baseline>(File.ReadAllText(path), Options)!
            : new Baseline(repository.Repository, repository.Commit, []);
    }

    public void Write(CorpusRepository repository, string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(PathOf(repository, folder), JsonSerializer.Serialize(this, Options) + "\n");
    }

    /// <summary>The findings of a run with the verdicts that are known for them.</summary>
    public Baseline Renewed(CorpusRepository repository, IEnumerable<Finding> found)
    {
        var verdicts = Findings.ToLookup(static f => f.Key);
        return new Baseline(repository.Repository, repository.Commit,
            [.. found.Select(f => verdicts[f.Key].FirstOrDefault() is { } known ? f with { Verdict = known.Verdict, Reason = known.Reason } : f)]);
    }
}
