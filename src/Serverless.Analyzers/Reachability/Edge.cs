using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.Reachability;

/// <summary>When the target of an edge runs, seen from the body that names it.</summary>
internal enum EdgeTiming
{
    /// <summary>When the body runs.</summary>
    Same,

    /// <summary>In every invocation, whatever the body is: a scoped registration, a stored callback.</summary>
    Invocation,

    /// <summary>Once, at its first use: `Lazy`, `??=`.</summary>
    FirstUse,

    /// <summary>Once, before the first invocation: a singleton's factory or constructor.</summary>
    Init,

    /// <summary>At once and then never again for this execution: a step of a durable workflow, whose result is kept for replays.</summary>
    Step,

    /// <summary>Not known; no path is followed.</summary>
    Unknown,
}

/// <summary>One step from a body: to a symbol, or straight to the body of a lambda that does not run with its owner.</summary>
internal readonly record struct Edge(ISymbol? Target, SyntaxNode? Body, SyntaxNode Site, EdgeTiming Timing);
