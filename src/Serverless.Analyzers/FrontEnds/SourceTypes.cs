using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Serverless.Analyzers.Shape;

namespace Serverless.Analyzers.FrontEnds;

/// <summary>
/// The project's types that carry something of ours, in source order. The search is by name in syntax; only what it finds is bound.
/// </summary>
internal static class SourceTypes
{
    public static List<INamedTypeSymbol> Find(Compilation compilation, CancellationToken cancellationToken)
    {
        var types = new List<INamedTypeSymbol>();
        var seen = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var tree in compilation.SyntaxTrees)
        {
            var candidates = TreeShape.Of(tree, cancellationToken).Candidates;
            if (candidates.IsEmpty)
                continue;
            var model = compilation.GetSemanticModel(tree);
            foreach (var candidate in candidates)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (model.GetDeclaredSymbol(candidate, cancellationToken) is { } type && seen.Add(type))
                    types.Add(type);
            }
        }

        return types;
    }
}
