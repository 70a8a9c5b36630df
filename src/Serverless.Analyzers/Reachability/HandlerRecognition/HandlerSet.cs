using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.Reachability.HandlerRecognition;

/// <summary>The handlers of a compilation, and the code that is known to run before the first invocation.</summary>
internal sealed class HandlerSet(ImmutableArray<HandlerRoot> roots, ImmutableArray<(SyntaxNode Body, string Name)> initBodies, ISet<INamedTypeSymbol> perCall)
{
    private readonly HashSet<INamedTypeSymbol> _reusedTypes = ReusedTypes(roots);

    private readonly Dictionary<ISymbol, HandlerRoot> _byMethod = ByMethod(roots);

    private readonly Dictionary<SyntaxNode, HandlerRoot> _byBody = roots.ToDictionary(static root => root.Body);

    public ImmutableArray<HandlerRoot> Roots { get; } = roots;

    /// <summary>Null when the method is no handler.</summary>
    public HandlerRoot? RootOf(IMethodSymbol method) => _byMethod.TryGetValue(method.OriginalDefinition, out var root) ? root : null;

    /// <summary>Null when the body is no handler's.</summary>
    public HandlerRoot? RootOf(SyntaxNode body) => _byBody.TryGetValue(body, out var root) ? root : null;

    /// <summary>`Main`, `ConfigureServices` and the like.</summary>
    public ImmutableArray<(SyntaxNode Body, string Name)> InitBodies { get; } = initBodies;

    /// <summary>One object of this type, or of one that derives from it, serves every invocation of an environment.</summary>
    public bool IsReused(INamedTypeSymbol type) => _reusedTypes.Contains(type.OriginalDefinition) && !perCall.Contains(type.OriginalDefinition);

    /// <summary>With the types they derive from: asked for every write to a field of the compilation.</summary>
    private static HashSet<INamedTypeSymbol> ReusedTypes(ImmutableArray<HandlerRoot> roots)
    {
        var types = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var root in roots)
        {
            for (var type = root.ReusesInstance ? root.Method?.ContainingType : null; type is not null; type = type.BaseType)
                types.Add(type.OriginalDefinition);
        }

        return types;
    }

    private static Dictionary<ISymbol, HandlerRoot> ByMethod(ImmutableArray<HandlerRoot> roots)
    {
        var byMethod = new Dictionary<ISymbol, HandlerRoot>(SymbolEqualityComparer.Default);
        foreach (var root in roots)
        {
            if (root.Method?.OriginalDefinition is { } method && !byMethod.ContainsKey(method))
                byMethod.Add(method, root);
        }

        return byMethod;
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
