using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>
/// An executable holds all functions and is told which one to be. A custom runtime passes the handler string on; a managed
/// runtime starts the assembly that the handler names, so a variable has to say it there.
/// </summary>
internal static class FunctionHandlers
{
    public const string SelectorVariable = "SERVERLESS_FUNCTION";

    public static string DeployedHandler(ProjectFacts project, Function function) =>
        NeedsSelector(project, function) ? project.AssemblyName : function.Handler;

    public static bool NeedsSelector(ProjectFacts project, Function function) =>
        project.IsExecutable && !IsCustomRuntime(function) && function.Handler == function.LogicalId;

    public static bool IsCustomRuntime(Function function) => function.Settings.Runtime.StartsWith("provided", StringComparison.Ordinal);
}
