using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>What a project can ask for in `ServerlessArtifacts`; nothing named means all. Case does not matter, as in project files.</summary>
internal static class ArtifactKinds
{
    public const string Template = "template";
    public const string StateMachines = "statemachines";
    public const string Policies = "policies";
    public const string ApplicationData = "application";

    public static bool IsWanted(ProjectFacts project, string kind) =>
        project.ArtifactKinds.Count == 0 || project.ArtifactKinds.Any(wanted => string.Equals(wanted, kind, StringComparison.OrdinalIgnoreCase));
}
