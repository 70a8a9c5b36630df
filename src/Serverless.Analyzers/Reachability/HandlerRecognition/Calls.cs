using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Serverless.Analyzers.Reachability.HandlerRecognition;

/// <summary>
/// Whether code of the project calls a method or mentions it as a delegate: what only looks like a handler is one only when nobody does. A `Main` that calls it for a trial run
/// on the developer's machine does not count, unless the program is what Lambda starts; nor does a class that warms its own handler up before a snapshot.
/// </summary>
internal static class Calls
{
    public static bool Exist(HandlerFinder finder, IMethodSymbol method)
    {
        var own = method.DeclaringSyntaxReferences[0].GetSyntax(finder.CancellationToken);
        var warmed = TreeNames.Of(own.SyntaxTree, finder.CancellationToken).Mentions("RegisterBeforeSnapshot") ? own.Parent : null;
        var countsEntryPoint = finder.IsHostedByProgram;
        foreach (var tree in finder.Trees)
        {
            foreach (var name in tree.UsesOf(method.Name, finder.CancellationToken))
            {
                if ((name.SyntaxTree == own.SyntaxTree && own.Span.Contains(name.Span)) || (!countsEntryPoint && IsInEntryPoint(name)))
                    continue;
                if (warmed is not null && name.SyntaxTree == warmed.SyntaxTree && warmed.Span.Contains(name.Span))
                    continue;
                var info = finder.SymbolOf(name);
                if (Means(info.Symbol, method) || info.CandidateSymbols.Any(candidate => Means(candidate, method)))
                    return true;
            }
        }

        return false;
    }

    private static bool IsInEntryPoint(SyntaxNode node)
    {
        for (var at = node.Parent; at is not null; at = at.Parent)
        {
            if (at is GlobalStatementSyntax or MethodDeclarationSyntax { Identifier.ValueText: "Main" })
                return true;
            if (at is MemberDeclarationSyntax)
                return false;
        }

        return false;
    }

    private static bool Means(ISymbol? called, IMethodSymbol method)
    {
        if (called is not IMethodSymbol target)
            return false;
        target = target.OriginalDefinition;
        if (SymbolEqualityComparer.Default.Equals(target, method))
            return true;
        if (target.ContainingType.TypeKind == TypeKind.Interface)
            return SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(target), method);
        for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, target))
                return true;
        }

        return false;
    }
}
