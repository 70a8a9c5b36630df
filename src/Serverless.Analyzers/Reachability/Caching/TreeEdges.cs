using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.Reachability.Caching;

/// <summary>
/// Edges of the bodies of one tree, for as long as the tree lives. An edit makes one new tree and leaves the others: as long as it stays inside bodies, the others' edges
/// are what they were, and only the edited tree is bound again.
/// </summary>
internal sealed class TreeEdges
{
    private static readonly ConditionalWeakTable<SyntaxTree, Holder> Known = new();

    private readonly ConcurrentDictionary<SyntaxNode, StoredEdge[]> _edges = new();
    private readonly EdgeKey _key;

    private TreeEdges(EdgeKey key) => _key = key;

    public static TreeEdges Of(SyntaxTree tree, EdgeKey key)
    {
        var holder = Known.GetValue(tree, static _ => new Holder());
        var current = holder.Edges;
        if (current?._key == key)
            return current;
        return holder.Edges = new TreeEdges(key);
    }

    public StoredEdge[]? Find(SyntaxNode body) => _edges.TryGetValue(body, out var edges) ? edges : null;

    public void Keep(SyntaxNode body, StoredEdge[] edges) => _edges[body] = edges;

    private sealed class Holder
    {
        private TreeEdges? _edges;

        public TreeEdges? Edges
        {
            get => Volatile.Read(ref _edges);
            set => Volatile.Write(ref _edges, value);
        }
    }
}
