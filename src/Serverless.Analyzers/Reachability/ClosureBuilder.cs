using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Analyzers.Reachability.Caching;
using Serverless.Analyzers.Reachability.HandlerRecognition;

namespace Serverless.Analyzers.Reachability;

/// <summary>
/// Follows the edges forward from the handlers, breadth first, so that the path kept for a message is a shortest one.
/// Types that are touched add their static initialisers to the init set; handler types add their constructors.
/// </summary>
internal sealed class ClosureBuilder
{
    public const int MostBodies = 3_000;
    public const int DeepestPath = 24;

    private readonly Compilation _compilation;
    private readonly CancellationToken _cancellationToken;
    private readonly Implementations _implementations;
    private readonly Registrations _registrations;
    private readonly HashSet<SyntaxNode> _roots;
    private readonly HashSet<SyntaxNode> _separate = [];
    private readonly Dictionary<SyntaxNode, Reached> _handler = [];
    private readonly Dictionary<SyntaxNode, Reached> _firstUse = [];
    private readonly Dictionary<SyntaxNode, Reached> _init = [];
    private readonly Dictionary<SyntaxNode, Reached> _workflow = [];
    private readonly HashSet<INamedTypeSymbol> _touched = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, IReadOnlyList<SyntaxNode>> _bodies = new(SymbolEqualityComparer.Default);
    private readonly EdgeStore _edges;
    private readonly Queue<(Reached Reached, ReachKind Kind)> _work = new();
    private bool _truncated;
    private bool _hasUnknownTargets;

    private ClosureBuilder(Compilation compilation, HandlerSet handlers, CancellationToken cancellationToken)
    {
        _compilation = compilation;
        _cancellationToken = cancellationToken;
        _implementations = new Implementations(compilation);
        _registrations = new Registrations(compilation);
        _roots = [.. handlers.Roots.Select(static root => root.Body)];
        _edges = new EdgeStore(compilation, _roots, handlers.Roots.Any(static root => root.IsWorkflow), cancellationToken);
    }

    public static Closure Build(Compilation compilation, HandlerSet handlers, CancellationToken cancellationToken)
    {
        var builder = new ClosureBuilder(compilation, handlers, cancellationToken);
        builder.Start(handlers);
        builder.Follow();
        return new Closure(builder._handler, builder._firstUse, builder._init, builder._workflow, builder._separate, builder._touched, builder._truncated, builder._hasUnknownTargets, builder._edges.Bound);
    }

    private void Start(HandlerSet handlers)
    {
        foreach (var root in handlers.Roots)
        {
            _separate.Add(root.Body);
            var origin = new Reached(root.Body, root.Name, null, null, root);
            Enqueue(ReachKind.Handler, origin);
            if (root.IsWorkflow)
                Enqueue(ReachKind.Workflow, origin);
        }

        foreach (var (body, name) in handlers.InitBodies)
            Enqueue(ReachKind.Init, new Reached(body, name, null, null, null));
        foreach (var root in handlers.Roots)
        {
            if (root.Method?.ContainingType is not { } type)
                continue;
            var origin = new Reached(root.Body, root.Name, null, null, root);
            Touch(type, origin);
            if (root.ReusesInstance)
                EnqueueConstructors(type, origin, HandlerSet.GraphIsGenerated(root));
        }
    }

    /// <summary>One object of the type is made before the first invocation; when our generator builds the graph, so are the classes it asks for.</summary>
    private void EnqueueConstructors(INamedTypeSymbol type, Reached origin, bool andDependencies)
    {
        foreach (var constructor in type.InstanceConstructors)
        {
            Reach(constructor, ReachKind.Init, origin, null);
            if (!andDependencies)
                continue;
            foreach (var parameter in constructor.Parameters)
            {
                if (parameter.Type is INamedTypeSymbol { TypeKind: TypeKind.Class, DeclaringSyntaxReferences.Length: > 0 } dependency
                    && !SymbolEqualityComparer.Default.Equals(dependency, type) && !_touched.Contains(dependency))
                {
                    Touch(dependency, origin);
                    EnqueueConstructors(dependency, origin, andDependencies: true);
                }
            }
        }
    }

    private void Follow()
    {
        while (_work.Count > 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (_handler.Count + _firstUse.Count + _init.Count > MostBodies)
            {
                _truncated = true;
                return;
            }

            var (reached, kind) = _work.Dequeue();
            if (reached.Depth >= DeepestPath)
            {
                _truncated = true;
                continue;
            }

            foreach (var edge in _edges.Of(reached.Body))
                Step(edge, kind, reached);
        }
    }

    private void Step(Edge edge, ReachKind kind, Reached from)
    {
        var next = Next(edge.Timing, kind);
        if (edge.Body is { } body)
        {
            _separate.Add(body);
            // A lazy factory that is declared during init runs at first use, in an invocation.
            if (edge.Timing == EdgeTiming.FirstUse && next != ReachKind.None)
                next = ReachKind.FirstUse;
            if (next != ReachKind.None)
                Enqueue(next, new Reached(body, from.Name, from.From, from.Site, from.Root));
        }
        else if (next != ReachKind.None && edge.Target is { } target)
        {
            Reach(target, next, from, edge.Site, edge.IsExact);
        }
    }

    /// <summary>A workflow's body is followed as a handler's too, so what leaves the workflow (steps, registrations, factories) is followed there alone.</summary>
    private static ReachKind Next(EdgeTiming timing, ReachKind kind) => timing switch
    {
        EdgeTiming.Same => kind,
        _ when kind == ReachKind.Workflow => ReachKind.None,
        EdgeTiming.Step => kind,
        EdgeTiming.Invocation => ReachKind.Handler,
        EdgeTiming.Init => ReachKind.Init,
        EdgeTiming.FirstUse => kind == ReachKind.Init ? ReachKind.Init : ReachKind.FirstUse,
        _ => ReachKind.None,
    };

    private void Reach(ISymbol target, ReachKind kind, Reached from, SyntaxNode? site, bool isExact = false)
    {
        if (target is INamedTypeSymbol message)
        {
            ReachMessageHandlers(message, kind, from, site);
            return;
        }

        if (target.ContainingType is { } type && (target.IsStatic || target is IMethodSymbol { MethodKind: MethodKind.Constructor }))
            Touch(type, from, site);
        if (target is not IMethodSymbol method)
        {
            RunStoredLambda(target, kind, from);
            return;
        }

        if (method.MethodKind == MethodKind.Constructor)
            ReachConstructor(method, kind, from, site);
        foreach (var body in BodiesOf(method))
            Enqueue(kind, body, method, from, site);
        if (!isExact && (method.IsAbstract || method.IsVirtual || method.IsOverride))
        {
            var implementations = _implementations.Of(method, _cancellationToken);
            if (implementations.IsDefault)
            {
                _hasUnknownTargets = true;
                return;
            }

            foreach (var implementation in implementations)
            {
                if (!_registrations.Allows(method.ContainingType, implementation.ContainingType, _cancellationToken))
                    continue;
                foreach (var body in BodiesOf(implementation))
                    Enqueue(kind, body, implementation, from, site);
            }
        }
    }

    /// <summary>Whoever reads a field or property that is initialised with a lambda is assumed to run it.</summary>
    private void RunStoredLambda(ISymbol member, ReachKind kind, Reached from)
    {
        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            if (Bodies.InitialiserOf(reference.GetSyntax(_cancellationToken))?.Value is not AnonymousFunctionExpressionSyntax lambda)
                continue;
            _separate.Add(lambda);
            Enqueue(kind, new Reached(lambda, from.Name, from.From, from.Site, from.Root));
        }
    }

    /// <summary>A mediator runs whatever handles the message; which classes do, their interfaces say.</summary>
    private void ReachMessageHandlers(INamedTypeSymbol message, ReachKind kind, Reached from, SyntaxNode? site)
    {
        foreach (var handler in _implementations.HandlersOf(message))
        {
            foreach (var body in Bodies.Of(handler, _cancellationToken))
                Enqueue(kind, new Reached(body, NameOf(handler), from, site, from.Root));
        }
    }

    /// <summary>Making an object also runs its initialisers and, without saying so, the base type's parameterless constructor.</summary>
    private void ReachConstructor(IMethodSymbol constructor, ReachKind kind, Reached from, SyntaxNode? site)
    {
        var type = constructor.ContainingType;
        if (type.DeclaringSyntaxReferences.Length == 0)
            return;
        foreach (var initialiser in InitialisersOf(type))
            Enqueue(kind, initialiser, constructor, from, site);
        if (type.BaseType is { DeclaringSyntaxReferences.Length: > 0 } parent)
        {
            foreach (var candidate in parent.OriginalDefinition.InstanceConstructors)
            {
                if (candidate.Parameters.IsEmpty)
                    Reach(candidate, kind, from, site);
            }
        }
    }

    /// <summary>The first use of a type runs its static constructor and initialisers.</summary>
    private void Touch(INamedTypeSymbol type, Reached from, SyntaxNode? site = null)
    {
        type = type.OriginalDefinition;
        if (type.DeclaringSyntaxReferences.Length == 0 || !_touched.Add(type))
            return;
        foreach (var initialiser in Bodies.Initialisers(type, ofStatics: true, _cancellationToken))
            Enqueue(ReachKind.Init, new Reached(initialiser, type.Name, from, site, from.Root));
        foreach (var constructor in type.StaticConstructors)
        {
            foreach (var body in Bodies.Of(constructor, _cancellationToken))
                Enqueue(ReachKind.Init, new Reached(body, type.Name, from, site, from.Root));
        }
    }

    private IReadOnlyList<SyntaxNode> BodiesOf(IMethodSymbol method) =>
        _bodies.TryGetValue(method, out var known) ? known : _bodies[method] = [.. Bodies.Of(method, _cancellationToken)];

    private IReadOnlyList<SyntaxNode> InitialisersOf(INamedTypeSymbol type) =>
        _bodies.TryGetValue(type, out var known) ? known : _bodies[type] = [.. Bodies.Initialisers(type, ofStatics: false, _cancellationToken)];

    private Dictionary<SyntaxNode, Reached> MapOf(ReachKind kind) => kind switch { ReachKind.Handler => _handler, ReachKind.FirstUse => _firstUse, ReachKind.Workflow => _workflow, _ => _init };

    private void Enqueue(ReachKind kind, SyntaxNode body, IMethodSymbol method, Reached from, SyntaxNode? site)
    {
        if (!MapOf(kind).ContainsKey(body))
            Enqueue(kind, new Reached(body, NameOf(method), from, site, from.Root));
    }

    private void Enqueue(ReachKind kind, Reached reached)
    {
        var map = MapOf(kind);
        // In an editor a referenced project is a compilation with sources of its own: as little ours to judge as the assembly that a build sees in its place.
        if (!_compilation.ContainsSyntaxTree(reached.Body.SyntaxTree))
            return;
        // Whoever builds the bootstrap mentions the handler and does not run it.
        if (map.ContainsKey(reached.Body) || (kind == ReachKind.Init && _roots.Contains(reached.Body)))
            return;
        map.Add(reached.Body, reached);
        _work.Enqueue((reached, kind));
    }

    private static string NameOf(IMethodSymbol method) => method.MethodKind switch
    {
        MethodKind.Constructor or MethodKind.StaticConstructor => method.ContainingType.Name,
        MethodKind.LocalFunction => method.Name,
        MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove =>
            method.ContainingType.Name + "." + (method.AssociatedSymbol?.Name ?? method.Name),
        _ => method.ContainingType.Name + "." + method.Name,
    };
}
