using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.FrontEnds;

namespace Serverless.Analyzers.Reachability.HandlerRecognition;

/// <summary>An ASP.NET Core application behind `AddAWSLambdaHosting`: controller actions, delegates given to `Map…`, middleware.</summary>
internal static class AspNetCoreHandlers
{
    private const string Hosting = "AddAWSLambdaHosting";

    private static readonly HashSet<string> MapMethods = new(StringComparer.Ordinal) { "MapGet", "MapPost", "MapPut", "MapDelete", "MapPatch", "MapMethods", "MapFallback" };

    public static void Find(HandlerFinder finder)
    {
        if (!finder.Trees.Any(static tree => tree.Mentions(Hosting)))
            return;
        finder.AddEntryPointToInit();
        var types = new KnownTypes(finder.Compilation);
        foreach (var tree in finder.Compilation.SyntaxTrees)
        {
            var names = TreeNames.Of(tree, finder.CancellationToken);
            foreach (var declaration in names.Methods)
                AddAction(finder, types, declaration);
            if (MapMethods.Any(names.Mentions))
                AddMapped(finder, tree.GetRoot(finder.CancellationToken));
        }
    }

    private static void AddAction(HandlerFinder finder, KnownTypes types, MethodDeclarationSyntax declaration)
    {
        if (declaration.Parent is not ClassDeclarationSyntax { BaseList: not null } && declaration.Identifier.ValueText is not ("Invoke" or "InvokeAsync")
            && declaration.Parent is not ClassDeclarationSyntax { AttributeLists.Count: > 0 })
        {
            return;
        }

        if (finder.MethodOf(declaration) is not { DeclaredAccessibility: Accessibility.Public, IsStatic: false } method)
            return;
        var isAction = IsController(method.ContainingType, types) && !method.GetAttributes().Any(static a => a.AttributeClass?.Name == "NonActionAttribute");
        var isMiddleware = method.Name is "Invoke" or "InvokeAsync" && method.Parameters.Length > 0
            && SymbolEqualityComparer.Default.Equals(method.Parameters[0].Type, types[HazardTypeNames.HttpContext]);
        if (isAction || isMiddleware)
            finder.Add(HandlerForm.AspNetCore, method, defaults: finder.Deployed.Executable);
    }

    private static bool IsController(INamedTypeSymbol type, KnownTypes types)
    {
        var controller = types[HazardTypeNames.ControllerBase];
        for (var at = type; at is not null; at = at.BaseType)
        {
            if ((controller is not null && SymbolEqualityComparer.Default.Equals(at, controller)) || at.GetAttributes().Any(static a => a.AttributeClass?.Name == "ApiControllerAttribute"))
                return true;
        }

        return false;
    }

    private static void AddMapped(HandlerFinder finder, SyntaxNode root)
    {
        foreach (var call in root.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } || !MapMethods.Contains(name))
                continue;
            foreach (var argument in call.ArgumentList.Arguments)
            {
                if (argument.Expression is AnonymousFunctionExpressionSyntax lambda)
                    finder.Add(HandlerForm.AspNetCore, lambda, name, null, finder.Deployed.Executable);
                else if (argument.Expression is NameSyntax or MemberAccessExpressionSyntax && MethodGroup(finder, argument.Expression) is { } method)
                    finder.Add(HandlerForm.AspNetCore, method, defaults: finder.Deployed.Executable);
            }
        }
    }

    private static IMethodSymbol? MethodGroup(HandlerFinder finder, ExpressionSyntax expression)
    {
        var info = finder.ModelOf(expression).GetSymbolInfo(expression, finder.CancellationToken);
        return info.Symbol as IMethodSymbol ?? info.CandidateSymbols.FirstOrDefault() as IMethodSymbol;
    }
}
