using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>Writes the checks of the types inside JSON bodies.</summary>
internal static class BodyChecks
{
    public static void Render(CodeWriter code, IReadOnlyList<Function> functions, ProjectFacts project)
    {
    }

    public static void Call(CodeWriter code, HandlerParameter parameter, string local)
    {
    }
}
