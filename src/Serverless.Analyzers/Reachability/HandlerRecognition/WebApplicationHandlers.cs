using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Analyzers.Detection;

namespace Serverless.Analyzers.Reachability.HandlerRecognition;

/// <summary>
/// What an ASP.NET Core application runs for a request, once it is known that Lambda or a container of ours hosts it: actions, pages, hubs, gRPC services, middleware, filters,
/// and delegates that are mapped. The framework makes most of these objects for each request.
/// </summary>
internal static class WebApplicationHandlers
{
    private static readonly HashSet<string> MapMethods = new(StringComparer.Ordinal) { "MapGet", "MapPost", "MapPut", "MapDelete", "MapPatch", "MapMethods", "MapFallback" };

    /// <summary>Names that mean a request's delegate only in some overloads.</summary>
    private static readonly HashSet<string> PipelineMethods = new(StringComparer.Ordinal) { "Map", "Use", "Run", "AddEndpointFilter" };

    public static void Find(HandlerFinder finder, FunctionFacts facts)
    {
        foreach (var tree in finder.Trees)
        {
            foreach (var declaration in tree.Methods)
            {
                if (MayBeHosted(declaration) && finder.MethodOf(declaration) is { IsAbstract: false } method && HostedMethods.KindOf(method, finder.Types) is var kind and not HostedKind.None)
                    finder.Add(HandlerForm.AspNetCore, method, defaults: facts, reusesInstance: kind == HostedKind.Shared);
            }

            if (MapMethods.Any(tree.Mentions) || PipelineMethods.Any(tree.Mentions))
                AddMapped(finder, tree.Root, facts);
        }
    }

    private static bool MayBeHosted(MethodDeclarationSyntax declaration) =>
        declaration.Parent is ClassDeclarationSyntax type && (type.BaseList is not null || type.AttributeLists.Count > 0 || declaration.Identifier.ValueText is "Invoke" or "InvokeAsync");

    private static void AddMapped(HandlerFinder finder, SyntaxNode root, FunctionFacts facts)
    {
        foreach (var call in root.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name })
                continue;
            if (!MapMethods.Contains(name) && !(PipelineMethods.Contains(name) && TakesRequests(finder, call)))
                continue;
            foreach (var argument in call.ArgumentList.Arguments)
            {
                if (argument.Expression is AnonymousFunctionExpressionSyntax lambda)
                    finder.Add(HandlerForm.AspNetCore, Innermost(lambda), name, null, facts);
                else if (argument.Expression is NameSyntax or MemberAccessExpressionSyntax && MethodGroup(finder, argument.Expression) is { } method)
                    finder.Add(HandlerForm.AspNetCore, method, defaults: facts);
            }
        }
    }

    /// <summary>`Use(next => context => …)`: what runs for a request is the inner one.</summary>
    private static AnonymousFunctionExpressionSyntax Innermost(AnonymousFunctionExpressionSyntax lambda) =>
        lambda.ExpressionBody is AnonymousFunctionExpressionSyntax inner ? inner : lambda;

    /// <summary>`Map("/", builder => …)`, `Use(…)` of other libraries and `app.Run()` take no delegate of a request.</summary>
    private static bool TakesRequests(HandlerFinder finder, InvocationExpressionSyntax call)
    {
        if (call.ArgumentList.Arguments.Count == 0)
            return false;
        var info = finder.ModelOf(call).GetSymbolInfo(call, finder.CancellationToken);
        if ((info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is not IMethodSymbol method)
            return false;
        foreach (var parameter in method.Parameters)
        {
            if (parameter.Type is INamedTypeSymbol { TypeKind: TypeKind.Delegate, DelegateInvokeMethod: { } invoke }
                && (invoke.ReturnType.Name == "RequestDelegate" || invoke.Parameters.Any(static p => p.Type.Name is "HttpContext" or "EndpointFilterInvocationContext")))
            {
                return true;
            }

            if (method.Name == "Map" && parameter.Type is { Name: "Delegate", ContainingNamespace.Name: "System" })
                return true;
        }

        return false;
    }

    private static IMethodSymbol? MethodGroup(HandlerFinder finder, ExpressionSyntax expression)
    {
        var info = finder.ModelOf(expression).GetSymbolInfo(expression, finder.CancellationToken);
        return info.Symbol as IMethodSymbol ?? info.CandidateSymbols.FirstOrDefault() as IMethodSymbol;
    }
}
