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
    private readonly Dictionary<SyntaxNode, SymbolInfo> _symbols = [];
    private readonly FunctionFacts _ofOptions;

    private HandlerFinder(Compilation compilation, HazardOptions options, KnownTypes types, DeploymentDescription deployment, CancellationToken cancellationToken)
    {
        Compilation = compilation;
        Options = options;
        Types = types;
        Deployed = new DeployedFacts(compilation, deployment.Functions, CdkFunctions.Read(compilation, cancellationToken));
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
        WorkerHandlers.Find(finder);
        PowertoolsHandlers.Find(finder);
        ShapedHandlers.Find(finder);
        StartupCode.Find(finder);
        return new HandlerSet(finder.WithCallers(), finder._init.ToImmutableArray(), PerCallTypes.Of(finder, finder._roots));
    }

    public bool HasRoots => _roots.Count > 0;

    /// <summary>The program itself says what runs for an invocation, so what its entry point calls is no trial run.</summary>
    public bool IsHostedByProgram => _roots.Exists(static root => root.Form is HandlerForm.Bootstrap or HandlerForm.AspNetCore or HandlerForm.Worker);

    /// <summary>Tests call handlers and are shaped like them. MSBuild marks most such projects; the rest are known by their framework.</summary>
    public bool HasTests => Types["Xunit.FactAttribute"] is not null || Types["NUnit.Framework.TestAttribute"] is not null || Types["Microsoft.VisualStudio.TestTools.UnitTesting.TestMethodAttribute"] is not null;

    public IEnumerable<TreeNames> Trees => Compilation.SyntaxTrees.Select(tree => TreeNames.Of(tree, CancellationToken));

    /// <summary>For nodes of the trees that are searched.</summary>
    public SemanticModel ModelOf(SyntaxNode node) => Compilation.ModelOf(node)!;

    /// <summary>Remembered, because many handlers of one project have the same name and each asks about every mention of it.</summary>
    public SymbolInfo SymbolOf(SimpleNameSyntax name) =>
        _symbols.TryGetValue(name, out var known) ? known : _symbols[name] = ModelOf(name).GetSymbolInfo(name, CancellationToken);

    public IMethodSymbol? MethodOf(MethodDeclarationSyntax declaration) => ModelOf(declaration).GetDeclaredSymbol(declaration, CancellationToken);

    /// <summary>What is known of the function comes from what is written at the method, then from files, options and defaults, at last from the type of its event.</summary>
    public void Add(HandlerForm form, IMethodSymbol method, FunctionFacts? written = null, FunctionFacts? defaults = null, bool? reusesInstance = null, SyntaxNode? caller = null)
    {
        if (IsExcluded(method))
            return;
        FunctionFacts? facts = null;
        foreach (var body in Bodies.Of(method.OriginalDefinition, CancellationToken))
        {
            if (!Compilation.ContainsSyntaxTree(body.SyntaxTree) || !_claimed.Add(body))
                continue;
            facts ??= (written ?? FunctionFacts.Unknown).Or(Deployed.Of(method)).Or(_ofOptions).Or(defaults ?? FunctionFacts.Unknown).Or(EventTypes.Of(method));
            var root = new HandlerRoot(form, method.Name, body, method, facts) { Caller = caller };
            _roots.Add(reusesInstance is { } reuses ? root with { ReusesInstance = reuses } : root);
        }
    }

    public void Add(HandlerForm form, SyntaxNode lambda, string name, IMethodSymbol? symbol, FunctionFacts? facts = null, SyntaxNode? caller = null)
    {
        if (_claimed.Add(lambda))
            _roots.Add(new HandlerRoot(form, name, lambda, null, (facts ?? FunctionFacts.Unknown).Or(_ofOptions).Or(EventTypes.Of(symbol))) { Caller = caller });
    }

    /// <summary>A workflow runs in the function of the handler that wraps it.</summary>
    private ImmutableArray<HandlerRoot> WithCallers()
    {
        var byBody = _roots.ToDictionary(static root => root.Body);
        return _roots.Select(root =>
        {
            for (var at = root.Caller; at is not null; at = at.Parent)
            {
                if (byBody.TryGetValue(at, out var caller))
                    return root with { Function = caller.Function };
            }

            return root;
        }).ToImmutableArray();
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
