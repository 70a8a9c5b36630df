namespace Serverless.Build.Reading;

/// <summary>What a compiled assembly carries: the texts of its artifacts, and the faults that forbid writing them.</summary>
internal sealed class ArtifactClass(IReadOnlyDictionary<string, string> files, IReadOnlyList<DeclarationFault> faults)
{
    public static ArtifactClass Empty { get; } = new(new Dictionary<string, string>(StringComparer.Ordinal), []);

    /// <summary>Text by path below the artifact folder, `/` between folders.</summary>
    public IReadOnlyDictionary<string, string> Files { get; } = files;

    public IReadOnlyList<DeclarationFault> Faults { get; } = faults;
}
