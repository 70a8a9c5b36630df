using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.Reachability;

/// <summary>What is reached from the roots: the answer to "does this code run in an invocation, before it, or not at all".</summary>
internal sealed class Closure(
    IReadOnlyDictionary<SyntaxNode, Reached> handler,
    IReadOnlyDictionary<SyntaxNode, Reached> firstUse,
    IReadOnlyDictionary<SyntaxNode, Reached> init,
    IReadOnlyDictionary<SyntaxNode, Reached> workflow,
    ISet<SyntaxNode> separate,
    ISet<INamedTypeSymbol> touched,
    bool truncated,
    bool hasUnknownTargets,
    int bound)
{
    /// <summary>The budget ran out: what was not found may still be reached.</summary>
    public bool Truncated { get; } = truncated;

    /// <summary>A call was met that can mean too many methods to follow. What is reached is right; that something is not reached is not proven.</summary>
    public bool HasUnknownTargets { get; } = hasUnknownTargets || truncated;

    /// <summary>Bodies that were bound to find this out; the others' edges were known from an earlier compilation.</summary>
    public int Bound { get; } = bound;

    /// <summary>The type is used by what is reached: its static initialisers run on Lambda.</summary>
    public bool Touches(INamedTypeSymbol type) => touched.Contains(type.OriginalDefinition);

    /// <summary>How the code at a node is reached.</summary>
    public Reach At(SyntaxNode node)
    {
        for (var at = node; at is not null; at = at.Parent)
        {
            if (handler.ContainsKey(at) || firstUse.ContainsKey(at) || init.ContainsKey(at) || workflow.ContainsKey(at))
                return Of(at);
            if (separate.Contains(at) || Bodies.IsMemberBody(at))
                return default;
        }

        return default;
    }

    private Reach Of(SyntaxNode body)
    {
        handler.TryGetValue(body, out var byHandler);
        firstUse.TryGetValue(body, out var byFirstUse);
        init.TryGetValue(body, out var byInit);
        workflow.TryGetValue(body, out var byWorkflow);
        return new Reach(byHandler, byFirstUse, byInit, byWorkflow);
    }
}

/// <summary>How one place is reached; each way has its own path.</summary>
/// <param name="Handler">In every invocation.</param>
/// <param name="FirstUse">During an invocation, once in an environment.</param>
/// <param name="Init">Before the first invocation.</param>
/// <param name="Workflow">By a durable workflow outside its steps, so at every replay; such code is reached by <paramref name="Handler"/> too.</param>
internal readonly record struct Reach(Reached? Handler, Reached? FirstUse, Reached? Init, Reached? Workflow)
{
    /// <summary>In every invocation.</summary>
    public bool ByHandler => Handler is not null;

    public bool ByInit => Init is not null;

    /// <summary>In any way; the invocation's path first.</summary>
    public Reached? Any => Handler ?? FirstUse ?? Init;
}
