using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.Reachability.HandlerRecognition;

/// <summary>The handlers of a compilation, and the code that is known to run before the first invocation.</summary>
internal sealed class HandlerSet(ImmutableArray<HandlerRoot> roots, ImmutableArray<(SyntaxNode Body, string Name)> initBodies, ISet<INamedTypeSymbol> perCall)
{
    private readonly HashSet<INamedTypeSymbol> _reusedTypes = new(
        roots.Where(static root => root.ReusesInstance).Select(static root => root.Method!.ContainingType), SymbolEqualityComparer.Default);

    private readonly Dictionary<SyntaxNode, HandlerRoot> _byBody = roots.ToDictionary(static root => root.Body);

    public ImmutableArray<HandlerRoot> Roots { get; } = roots;

    /// <summary>Null when the method is no handler.</summary>
    public HandlerRoot? RootOf(IMethodSymbol method)
    {
        foreach (var root in Roots)
        {
            if (SymbolEqualityComparer.Default.Equals(root.Method?.OriginalDefinition, method.OriginalDefinition))
                return root;
        }

        return null;
    }

    /// <summary>Null when the body is no handler's.</summary>
    public HandlerRoot? RootOf(SyntaxNode body) => _byBody.TryGetValue(body, out var root) ? root : null;

    /// <summary>`Main`, `ConfigureServices` and the like.</summary>
    public ImmutableArray<(SyntaxNode Body, string Name)> InitBodies { get; } = initBodies;

    /// <summary>One object of this type, or of one that derives from it, serves every invocation of an environment.</summary>
    public bool IsReused(INamedTypeSymbol type)
    {
        if (perCall.Contains(type.OriginalDefinition))
            return false;
        foreach (var reused in _reusedTypes)
        {
            for (INamedTypeSymbol? at = reused; at is not null; at = at.BaseType)
            {
                if (SymbolEqualityComparer.Default.Equals(at.OriginalDefinition, type.OriginalDefinition))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Attributes of ours make the generator write the object graph, so constructors of what a handler asks for run in init.</summary>
    public static bool GraphIsGenerated(HandlerRoot root) => root.Form == HandlerForm.Declared;

    /// <summary>Seconds; the longest known timeout, null when none is known.</summary>
    public int? LongestTimeout
    {
        get
        {
            int? longest = null;
            foreach (var root in Roots)
            {
                if (root.TimeoutSeconds is { } seconds && (longest is null || seconds > longest))
                    longest = seconds;
            }

            return longest;
        }
    }
}
