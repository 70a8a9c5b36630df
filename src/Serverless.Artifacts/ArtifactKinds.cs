using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>What a project can ask for in `ServerlessArtifacts`; nothing named and `all` mean all, `none` means none. Case does not matter, as in project files.</summary>
internal static class ArtifactKinds
{
    public const string Template = "template";
    public const string StateMachines = "statemachines";
    public const string TaskDefinitions = "taskdefinitions";
    public const string Policies = "policies";
    public const string OpenApi = "openapi";
    public const string ApplicationData = "application";

    private const string All = "all";

    public static bool IsWanted(ProjectFacts project, string kind) =>
        project.ArtifactKinds.Count == 0 || project.ArtifactKinds.Any(wanted => Is(wanted, kind) || Is(wanted, All));

    private static bool Is(string wanted, string kind) => string.Equals(wanted, kind, StringComparison.OrdinalIgnoreCase);
}
