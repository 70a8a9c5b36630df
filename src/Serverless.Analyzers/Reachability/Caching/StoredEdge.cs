using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.Reachability.Caching;

/// <summary>
/// An <see cref="Edge"/> without symbols, which would keep a whole compilation alive: it holds nodes of its own tree and names of everything else.
/// </summary>
/// <param name="Target">The member or type; null for a local function and for a lambda.</param>
/// <param name="LocalFunction">The target when it is a local function of the same tree.</param>
/// <param name="Body">As in the edge.</param>
/// <param name="Site">As in the edge.</param>
/// <param name="Timing">As in the edge.</param>
/// <param name="IsExact">As in the edge.</param>
internal readonly record struct StoredEdge(SymbolName? Target, SyntaxNode? LocalFunction, SyntaxNode? Body, SyntaxNode Site, EdgeTiming Timing, bool IsExact);
