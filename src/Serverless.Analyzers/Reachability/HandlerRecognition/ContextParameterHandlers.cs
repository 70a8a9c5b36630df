using Microsoft.CodeAnalysis;
using Serverless.Analyzers.Detection;

namespace Serverless.Analyzers.Reachability.HandlerRecognition;

/// <summary>A public method that takes an `ILambdaContext` last, in a type without better evidence, that no code of the project calls (a helper may take the context too).</summary>
internal static class ContextParameterHandlers
{
    public static void Find(HandlerFinder finder)
    {
        var candidates = new List<IMethodSymbol>();
        foreach (var tree in finder.Trees)
        {
            if (!tree.Mentions("ILambdaContext"))
                continue;
            foreach (var declaration in tree.Methods)
            {
                if (declaration.ParameterList.Parameters.LastOrDefault()?.Type is not { } last || !last.ToString().EndsWith("ILambdaContext", StringComparison.Ordinal))
                    continue;
                if (finder.MethodOf(declaration) is { } method && IsShapedSo(method) && !finder.Claims(method.ContainingType))
                    candidates.Add(method);
            }
        }

        foreach (var candidate in candidates.Where(candidate => !Calls.Exist(finder, candidate)).ToList())
            finder.Add(HandlerForm.ContextParameter, candidate);
    }

    private static bool IsShapedSo(IMethodSymbol method) =>
        method is { DeclaredAccessibility: Accessibility.Public, MethodKind: MethodKind.Ordinary, IsAbstract: false, ContainingType: { TypeKind: TypeKind.Class, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal } }
        && method.Parameters[method.Parameters.Length - 1].Type.ToDisplayString() == HazardTypeNames.LambdaContext;
}
