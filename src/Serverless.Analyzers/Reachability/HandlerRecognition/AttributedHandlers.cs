using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Serverless.Analyzers.Reachability.HandlerRecognition;

/// <summary>Attributes of ours, `[LambdaFunction]`, and methods that the configuration names.</summary>
internal static class AttributedHandlers
{
    public static void Find(HandlerFinder finder)
    {
        foreach (var tree in finder.Trees)
        {
            if (finder.Options.Handlers.Count > 0)
                FindConfigured(finder, tree);
            foreach (var declaration in tree.Attributed)
            {
                if (MayMakeFunction(declaration) && finder.MethodOf(declaration) is { } method && FunctionAttributes.Read(method) is { } evidence)
                    finder.Add(evidence.Form, method, evidence.Written, evidence.Defaults);
            }
        }
    }

    private static bool MayMakeFunction(MethodDeclarationSyntax declaration) => declaration.AttributeLists.Any(static list =>
        list.Attributes.Any(static attribute => FunctionAttributes.MayMakeFunction(TreeNames.SimpleName(attribute.Name))));

    private static void FindConfigured(HandlerFinder finder, TreeNames tree)
    {
        foreach (var declaration in tree.Methods)
        {
            if (!finder.Options.Handlers.Any(id => id.Contains("." + declaration.Identifier.ValueText)) || finder.MethodOf(declaration) is not { } method)
                continue;
            if (method.GetDocumentationCommentId() is { } id && finder.Options.Handlers.Contains(id))
            {
                var evidence = FunctionAttributes.Read(method);
                finder.Add(HandlerForm.Declared, method, evidence?.Written, evidence?.Defaults);
            }
        }
    }
}
