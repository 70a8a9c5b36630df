using System.Text.Json;

namespace Serverless.Corpus.Repositories;

/// <summary>One repository of the corpus, at one commit: what is not pinned cannot be compared with a baseline.</summary>
/// <param name="Repository">`owner/name`.</param>
/// <param name="Commit">The full hash.</param>
/// <param name="Folders">Where its Lambda projects are; an empty string is the whole repository.</param>
internal sealed record CorpusRepository(string Repository, string Commit, IReadOnlyList<string> Folders)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public string Owner => Repository.Split('/')[0];

    public string Name => Repository.Split('/')[1];

    public static IReadOnlyList<CorpusRepository> ReadAll(string path) =>
        JsonSerializer.Deserialize<List<CorpusRepository>>(File.ReadAllText(path), Options) ?? [];
}
