using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Analyzers.Deployment;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.FrontEnds;

namespace Serverless.Analyzers.Reachability.HandlerRecognition;

/// <summary>
/// Finds the handlers of a compilation. Each form has its own finder; they run from the most certain to the least, and the first to claim a body keeps it.
/// Only trees whose names suggest a form are bound.
/// </summary>
internal sealed class HandlerFinder
{
    private readonly List<HandlerRoot> _roots = [];
    private readonly HashSet<SyntaxNode> _claimed = [];
    private readonly List<(SyntaxNode, string)> _init = [];
    private readonly HashSet<SyntaxNode> _initClaimed = [];
    private readonly FunctionFacts _ofOptions;

    private HandlerFinder(Compilation compilation, HazardOptions options, KnownTypes types, DeploymentDescription deployment, CancellationToken cancellationToken)
    {
        Compilation = compilation;
        Options = options;
        Types = types;
        Deployed = new DeployedFacts(compilation, deployment.Functions);
        CancellationToken = cancellationToken;
        _ofOptions = FunctionFacts.Unknown with { SnapStart = options.SnapStart };
    }

    public Compilation Compilation { get; }

    public HazardOptions Options { get; }

    public KnownTypes Types { get; }

    /// <summary>What files say of the functions.</summary>
    public DeployedFacts Deployed { get; }

    public CancellationToken CancellationToken { get; }

    public static HandlerSet Find(Compilation compilation, HazardOptions options, KnownTypes types, DeploymentDescription deployment, CancellationToken cancellationToken)
    {
        var finder = new HandlerFinder(compilation, options, types, deployment, cancellationToken);
        AttributedHandlers.Find(finder);
        DurableHandlers.Find(finder);
        HandlerStrings.Find(finder);
        BootstrapHandlers.Find(finder);
        AspNetCoreHandlers.Find(finder);
        ContextParameterHandlers.Find(finder);
        StartupCode.Find(finder);
        return new HandlerSet(finder._roots.ToImmutableArray(), finder._init.ToImmutableArray());
    }

    public bool HasRoots => _roots.Count > 0;

    public IEnumerable<TreeNames> Trees => Compilation.SyntaxTrees.Select(tree => TreeNames.Of(tree, CancellationToken));

    // RS1030: the driver shares its models (see ClosureBuilder).
#pragma warning disable RS1030
    public SemanticModel ModelOf(SyntaxNode node) => Compilation.GetSemanticModel(node.SyntaxTree);
#pragma warning restore RS1030

    public IMethodSymbol? MethodOf(MethodDeclarationSyntax declaration) => ModelOf(declaration).GetDeclaredSymbol(declaration, CancellationToken);

    /// <summary>What is known of the function comes from what is written at the method, then from files, options and defaults, at last from the type of its event.</summary>
    public void Add(HandlerForm form, IMethodSymbol method, FunctionFacts? written = null, FunctionFacts? defaults = null)
    {
        if (IsExcluded(method))
            return;
        FunctionFacts? facts = null;
        foreach (var body in Bodies.Of(method.OriginalDefinition, CancellationToken))
        {
            if (!Compilation.ContainsSyntaxTree(body.SyntaxTree) || !_claimed.Add(body))
                continue;
            facts ??= (written ?? FunctionFacts.Unknown).Or(Deployed.Of(method)).Or(_ofOptions).Or(defaults ?? FunctionFacts.Unknown).Or(EventTypes.Of(method));
            _roots.Add(new HandlerRoot(form, method.Name, body, method, facts));
        }
    }

    public void Add(HandlerForm form, SyntaxNode lambda, string name, IMethodSymbol? symbol, FunctionFacts? facts = null)
    {
        if (_claimed.Add(lambda))
            _roots.Add(new HandlerRoot(form, name, lambda, null, (facts ?? FunctionFacts.Unknown).Or(_ofOptions).Or(EventTypes.Of(symbol))));
    }

    /// <summary>A type whose handlers are known by a better form.</summary>
    public bool Claims(INamedTypeSymbol type) =>
        _roots.Exists(root => SymbolEqualityComparer.Default.Equals(root.Method?.ContainingType, type));

    public void AddInit(SyntaxNode body, string name)
    {
        if (_initClaimed.Add(body))
            _init.Add((body, name));
    }

    public void AddInit(IMethodSymbol method)
    {
        foreach (var body in Bodies.Of(method, CancellationToken))
            AddInit(body, method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.Name);
    }

    public void AddEntryPointToInit()
    {
        if (Compilation.GetEntryPoint(CancellationToken) is not { } main)
            return;
        foreach (var body in Bodies.Of(main, CancellationToken))
            AddInit(body, "Main");
    }

    /// <summary>`[NotServerlessHandler]` and the configuration outvote everything; the configuration may also outvote the attribute.</summary>
    private bool IsExcluded(IMethodSymbol method)
    {
        var isDenied = method.Attribute(HazardTypeNames.ServerlessNamespace, "NotServerlessHandlerAttribute") is not null;
        if (!isDenied && Options.NotHandlers.Count == 0)
            return false;
        var id = method.OriginalDefinition.GetDocumentationCommentId() ?? "";
        return (isDenied || Options.NotHandlers.Contains(id)) && !Options.Handlers.Contains(id);
    }
}
