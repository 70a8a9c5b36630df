namespace Serverless.Build;

/// <summary>Which artifacts the property `ServerlessArtifacts` asks for: all (also when empty), none, or a list of kinds.</summary>
internal sealed class ArtifactKinds
{
    private static readonly string[] Known = ["application", "index", "openapi", "policies", "statemachines", "taskdefinitions", "template"];

    private readonly HashSet<string>? _named;

    private ArtifactKinds(HashSet<string>? named) => _named = named;

    public static ArtifactKinds Parse(string property, string projectFile)
    {
        var words = property.Split([';', ',', ' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || (words.Length == 1 && Is(words[0], "all")))
            return new ArtifactKinds(null);
        if (words.Length == 1 && Is(words[0], "none"))
            return new ArtifactKinds([]);
        foreach (var word in words)
        {
            if (!Known.Contains(word, StringComparer.OrdinalIgnoreCase))
                throw new BuildFault(MessageIds.UnknownKind, projectFile, $"ServerlessArtifacts names '{word}'; it can be all, none, or a list of: {string.Join(", ", Known)}");
        }

        return new ArtifactKinds(new HashSet<string>(words, StringComparer.OrdinalIgnoreCase));
    }

    public bool Includes(string kind) => _named?.Contains(kind) ?? true;

    private static bool Is(string word, string value) => string.Equals(word, value, StringComparison.OrdinalIgnoreCase);
}
