using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Serverless.Analyzers.Deployment;
using Serverless.Analyzers.FrontEnds;
using Serverless.Analyzers.Reachability.HandlerRecognition;

namespace Serverless.Analyzers.Reachability;

/// <summary>
/// What all hazard rules know about one compilation: types, options, handlers, what they reach. Each part is computed when a rule first has a candidate
/// for it, once for all rules. A cancelled computation leaves nothing behind (a `Lazy` would keep the cancellation for the compilation's life).
/// </summary>
internal sealed class ServerlessModel
{
    private static readonly ConditionalWeakTable<Compilation, ServerlessModel> Models = new();

    private readonly Compilation _compilation;
    private readonly AnalyzerOptions _options;
    private DeploymentDescription? _deployment;
    private HandlerSet? _handlers;
    private NameGraph? _names;
    private Closure? _closure;

    private ServerlessModel(Compilation compilation, AnalyzerOptions options, KnownTypes types, HazardOptions hazards, bool describesOnly)
    {
        IsInfrastructureOnly = describesOnly;
        _compilation = compilation;
        _options = options;
        Types = types;
        Options = hazards;
    }

    public KnownTypes Types { get; }

    public HazardOptions Options { get; }

    /// <summary>A CDK application without functions in it: only the rules that read infrastructure have a say.</summary>
    public bool IsInfrastructureOnly { get; }

    /// <summary>Null when the project is not serverless: then nothing is registered.</summary>
    public static ServerlessModel? Of(Compilation compilation, AnalyzerOptions options, CancellationToken cancellationToken)
    {
        if (Models.TryGetValue(compilation, out var known))
            return known;
        var types = new KnownTypes(compilation);
        var hazards = new HazardOptions(options.AnalyzerConfigOptionsProvider, compilation);
        var runs = ProjectGate.IsServerless(compilation, options, types, hazards, cancellationToken);
        return runs || ProjectGate.IsInfrastructure(types, hazards)
            ? Models.GetValue(compilation, _ => new ServerlessModel(compilation, options, types, hazards, describesOnly: !runs))
            : null;
    }

    public HandlerSet Handlers(CancellationToken cancellationToken) => Volatile.Read(ref _handlers)
        ?? Keep(ref _handlers, HandlerFinder.Find(_compilation, Options, Types, Deployment(cancellationToken), cancellationToken));

    /// <summary>What templates and the like say.</summary>
    public DeploymentDescription Deployment(CancellationToken cancellationToken) => Volatile.Read(ref _deployment)
        ?? Keep(ref _deployment, DeploymentDescription.Read(_options, cancellationToken));

    /// <summary>How the function behind a handler runs; without a handler, what holds for all functions of the project.</summary>
    public ExecutionModel Execution(HandlerRoot? root, CancellationToken cancellationToken) =>
        root is not null ? ExecutionModel.Of(root.Function, Options) : ExecutionModel.OfAll(Handlers(cancellationToken).Roots, Options);

    /// <summary>How the code at a node is reached; nothing when it is not, or when the budget ran out before it was found.</summary>
    public Reach ReachOf(SyntaxNode node, CancellationToken cancellationToken)
    {
        var handlers = Handlers(cancellationToken);
        if (handlers.Roots.IsEmpty)
            return default;
        var names = Volatile.Read(ref _names) ?? Keep(ref _names, new NameGraph(_compilation, StartsOf(handlers), cancellationToken));
        return names.MayReach(node) ? Closure(handlers, cancellationToken).At(node) : default;
    }

    /// <summary>For rules that speak of what code never does: false when calls were met that could not be followed.</summary>
    public bool IsComplete(CancellationToken cancellationToken) => !Closure(cancellationToken).HasUnknownTargets;

    /// <summary>The type is used by an invocation or before the first one.</summary>
    public bool Touches(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var handlers = Handlers(cancellationToken);
        return !handlers.Roots.IsEmpty && Closure(handlers, cancellationToken).Touches(type);
    }

    private static IEnumerable<SyntaxNode> StartsOf(HandlerSet handlers)
    {
        foreach (var root in handlers.Roots)
            yield return root.Body;
        foreach (var (body, _) in handlers.InitBodies)
            yield return body;
    }

    /// <summary>Everything that is reached; rules ask <see cref="ReachOf"/>, which first sees whether a name leads there at all.</summary>
    public Closure Closure(CancellationToken cancellationToken) => Closure(Handlers(cancellationToken), cancellationToken);

    private Closure Closure(HandlerSet handlers, CancellationToken cancellationToken) => Volatile.Read(ref _closure)
        ?? Keep(ref _closure, ClosureBuilder.Build(_compilation, handlers, cancellationToken));

    private static T Keep<T>(ref T? place, T built)
        where T : class => Interlocked.CompareExchange(ref place, built, null) ?? built;
}
