using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Serverless.Analyzers.Shape;

namespace Serverless.Analyzers.Reachability.Caching;

/// <summary>
/// Edges of one compilation: read from its bodies, or taken over from a compilation that declares the same. What cannot be named unmistakably (types of one file, errors) is not kept.
/// </summary>
internal sealed class EdgeStore(Compilation compilation, ISet<SyntaxNode> roots, bool hasWorkflows, CancellationToken cancellationToken)
{
    private readonly Dictionary<SyntaxTree, TreeEdges> _trees = [];
    private readonly SymbolNames _names = new(compilation);
    private ShapeHash? _shape;

    /// <summary>How many bodies were bound, for tests and figures.</summary>
    public int Bound { get; private set; }

    public IReadOnlyList<Edge> Of(SyntaxNode body)
    {
        var tree = TreeOf(body.SyntaxTree);
        if (tree.Find(body) is { } stored && Restore(stored) is { } known)
            return known;
        if (compilation.ModelOf(body) is not { } model)
            return [];
        Bound++;
        var edges = BodyReader.Read(body, model, roots, hasWorkflows, cancellationToken);
        if (Store(edges) is { } kept)
            tree.Keep(body, kept);
        return edges;
    }

    private TreeEdges TreeOf(SyntaxTree tree)
    {
        if (_trees.TryGetValue(tree, out var known))
            return known;
        _shape ??= CompilationShape.Of(compilation, cancellationToken);
        var lambdas = roots.Where(root => root.SyntaxTree == tree).Select(static root => root.SpanStart).OrderBy(static start => start);
        return _trees[tree] = TreeEdges.Of(tree, new EdgeKey(_shape.Value, hasWorkflows, string.Join(",", lambdas)));
    }

    private StoredEdge[]? Store(IReadOnlyList<Edge> edges)
    {
        var stored = new List<StoredEdge>(edges.Count);
        foreach (var edge in edges)
        {
            if (edge.Target is not { } target)
            {
                stored.Add(new StoredEdge(null, null, edge.Body, edge.Site, edge.Timing, edge.IsExact));
            }
            else if (target is IMethodSymbol { MethodKind: MethodKind.LocalFunction })
            {
                if (target.DeclaringSyntaxReferences is not [var reference] || reference.SyntaxTree != edge.Site.SyntaxTree)
                    return null;
                stored.Add(new StoredEdge(null, reference.GetSyntax(cancellationToken), null, edge.Site, edge.Timing, edge.IsExact));
            }
            else if (LeadsSomewhere(target))
            {
                if (SymbolName.Of(target, compilation) is not { } name)
                    return null;
                stored.Add(new StoredEdge(name, null, null, edge.Site, edge.Timing, edge.IsExact));
            }
        }

        return stored.ToArray();
    }

    /// <summary>A call into another assembly ends there, unless it can come back to an override or an implementation.</summary>
    private bool LeadsSomewhere(ISymbol target) => target is INamedTypeSymbol
        || SymbolEqualityComparer.Default.Equals(target.ContainingAssembly, compilation.Assembly)
        || target is IMethodSymbol { ContainingType.IsSealed: false } and ({ IsAbstract: true } or { IsVirtual: true } or { IsOverride: true });

    private List<Edge>? Restore(StoredEdge[] stored)
    {
        var edges = new List<Edge>(stored.Length);
        foreach (var edge in stored)
        {
            ISymbol? target = null;
            if (edge.LocalFunction is { } local)
                target = DeclaredAt(local);
            else if (edge.Target is { } name)
                target = _names.Find(name);
            if (target is null && edge.Body is null)
                return null;
            edges.Add(new Edge(target, edge.Body, edge.Site, edge.Timing, edge.IsExact));
        }

        return edges;
    }

    private ISymbol? DeclaredAt(SyntaxNode local) => compilation.ModelOf(local)?.GetDeclaredSymbol(local, cancellationToken);
}
