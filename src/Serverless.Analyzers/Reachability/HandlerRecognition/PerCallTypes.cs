using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Serverless.Analyzers.Reachability.HandlerRecognition;

/// <summary>
/// Handler types of which a static handler or a handler's lambda makes an object for each call: `static Task Handle(…) => new Function().Run(…)`. Their fields are as old as the call,
/// so nothing leaks through them, and a client in them is made anew each time.
/// </summary>
internal static class PerCallTypes
{
    public static HashSet<INamedTypeSymbol> Of(HandlerFinder finder, List<HandlerRoot> roots)
    {
        var found = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        var reused = new HashSet<INamedTypeSymbol>(roots.Where(static root => root.ReusesInstance).Select(static root => root.Method!.ContainingType.OriginalDefinition), SymbolEqualityComparer.Default);
        if (reused.Count == 0)
            return found;
        foreach (var root in roots)
        {
            if (root.Method is { IsStatic: false })
                continue;
            foreach (var creation in root.Body.DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>())
            {
                if (IsNamed(creation, reused) && finder.ModelOf(creation).GetTypeInfo(creation, finder.CancellationToken).Type is INamedTypeSymbol type && reused.Contains(type.OriginalDefinition))
                    found.Add(type.OriginalDefinition);
            }
        }

        return found;
    }

    private static bool IsNamed(BaseObjectCreationExpressionSyntax creation, HashSet<INamedTypeSymbol> types)
    {
        if (creation is not ObjectCreationExpressionSyntax { Type: NameSyntax name })
            return creation is ImplicitObjectCreationExpressionSyntax;
        var simple = TreeNames.SimpleName(name);
        foreach (var type in types)
        {
            if (type.Name == simple)
                return true;
        }

        return false;
    }
}
