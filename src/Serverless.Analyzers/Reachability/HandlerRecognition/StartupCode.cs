using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Serverless.Analyzers.Reachability.HandlerRecognition;

/// <summary>Code that registers services before the first invocation: classes marked as start-up, and the entry point of a program that starts our host.</summary>
internal static class StartupCode
{
    public static void Find(HandlerFinder finder)
    {
        foreach (var tree in finder.Trees)
        {
            if ((tree.Mentions("ServerlessHost") || tree.Mentions("ServerlessRuntime")) && finder.HasRoots)
                finder.AddEntryPointToInit();
            if (!tree.AttributeNames.Overlaps(["LambdaStartup", "LambdaStartupAttribute", "ServerlessStartup", "ServerlessStartupAttribute"]))
                continue;
            foreach (var method in tree.Methods)
            {
                if (method.Identifier.ValueText is "ConfigureServices" or "ConfigureHostBuilder" && method.Parent is TypeDeclarationSyntax type && IsStartup(type))
                    finder.AddInit(method, method.Identifier.ValueText);
            }
        }
    }

    private static bool IsStartup(TypeDeclarationSyntax type) => type.AttributeLists.Any(static list =>
        list.Attributes.Any(static attribute => TreeNames.SimpleName(attribute.Name).Contains("Startup")));
}
