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
/// <param name="Target">The member that runs; for a dispatcher the type whose handlers run.</param>
/// <param name="Body">The lambda.</param>
/// <param name="Site">Where the step stands.</param>
/// <param name="Timing">When the target runs.</param>
/// <param name="IsExact">The call is not virtual: `base.Save()` runs the base's method and no override.</param>
internal readonly record struct Edge(ISymbol? Target, SyntaxNode? Body, SyntaxNode Site, EdgeTiming Timing, bool IsExact = false);
