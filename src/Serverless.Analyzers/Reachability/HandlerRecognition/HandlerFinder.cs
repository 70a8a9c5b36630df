using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Analyzers.Deployment;
using Serverless.Analyzers.Detection;

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

    private HandlerFinder(Compilation compilation, HazardOptions options, DeploymentDescription deployment, CancellationToken cancellationToken)
    {
        Compilation = compilation;
        Options = options;
        Functions = deployment.Functions;
        CancellationToken = cancellationToken;
    }

    public Compilation Compilation { get; }

    public HazardOptions Options { get; }

    public ImmutableArray<DeployedFunction> Functions { get; }

    public CancellationToken CancellationToken { get; }

    public static HandlerSet Find(Compilation compilation, HazardOptions options, DeploymentDescription deployment, CancellationToken cancellationToken)
    {
        var finder = new HandlerFinder(compilation, options, deployment, cancellationToken);
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

    public void Add(HandlerForm form, IMethodSymbol method, int? timeoutSeconds = null)
    {
        if (form != HandlerForm.Declared && IsExcluded(method))
            return;
        foreach (var body in Bodies.Of(method.OriginalDefinition, CancellationToken))
        {
            if (_claimed.Add(body))
                _roots.Add(new HandlerRoot(form, method.Name, body, method, FunctionFacts.Unknown with { TimeoutSeconds = timeoutSeconds }));
        }
    }

    public void Add(HandlerForm form, SyntaxNode lambda, string name, int? timeoutSeconds = null)
    {
        if (_claimed.Add(lambda))
            _roots.Add(new HandlerRoot(form, name, lambda, null, FunctionFacts.Unknown with { TimeoutSeconds = timeoutSeconds }));
    }

    /// <summary>A type whose handlers are known by a better form.</summary>
    public bool Claims(INamedTypeSymbol type) =>
        _roots.Exists(root => SymbolEqualityComparer.Default.Equals(root.Method?.ContainingType, type));

    public void AddInit(SyntaxNode body, string name)
    {
        if (_initClaimed.Add(body))
            _init.Add((body, name));
    }

    public void AddEntryPointToInit()
    {
        if (Compilation.GetEntryPoint(CancellationToken) is not { } main)
            return;
        foreach (var body in Bodies.Of(main, CancellationToken))
            AddInit(body, "Main");
    }

    /// <summary>The timeout of the function that runs this executable, when the files describe exactly one.</summary>
    public int? ExecutableTimeout
    {
        get
        {
            var timeouts = Functions.Where(static f => f is { Handler: not null, Parts: null }).ToList();
            return timeouts.Count == 1 ? timeouts[0].Facts.TimeoutSeconds : null;
        }
    }

    private bool IsExcluded(IMethodSymbol method)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "NotServerlessHandlerAttribute" } type && type.ContainingNamespace.ToDisplayString() == HazardTypeNames.ServerlessNamespace)
                return true;
        }

        return Options.NotHandlers.Count > 0 && method.GetDocumentationCommentId() is { } id && Options.NotHandlers.Contains(id);
    }
}

/// <summary>Attributes of ours, `[LambdaFunction]`, and methods that the configuration names.</summary>
internal static class AttributedHandlers
{
    public static void Find(HandlerFinder finder)
    {
        foreach (var tree in finder.Trees)
        {
            if (finder.Options.Handlers.Count > 0)
                FindConfigured(finder, tree);
            foreach (var declaration in tree.Attributed)
            {
                if (!declaration.AttributeLists.Any(static list => list.Attributes.Any(static a => FunctionAttributes.MayMakeFunction(TreeNames.SimpleName(a.Name)))))
                    continue;
                if (finder.MethodOf(declaration) is { } method && FunctionAttributes.Read(method) is var (form, timeout))
                    finder.Add(form, method, timeout);
            }
        }
    }

    private static void FindConfigured(HandlerFinder finder, TreeNames tree)
    {
        foreach (var declaration in tree.Methods)
        {
            if (!finder.Options.Handlers.Any(id => id.Contains("." + declaration.Identifier.ValueText)))
                continue;
            if (finder.MethodOf(declaration) is { } method
                && method.GetDocumentationCommentId() is { } id && finder.Options.Handlers.Contains(id))
            {
                finder.Add(HandlerForm.Declared, method);
            }
        }
    }
}

/// <summary>`Assembly::Type::Method` in a template or in the tools' defaults. Other assemblies of a shared template are passed over.</summary>
internal static class HandlerStrings
{
    public static void Find(HandlerFinder finder)
    {
        foreach (var function in finder.Functions)
        {
            if (function.Parts is not var (assembly, typeName, methodName, _) || assembly != finder.Compilation.AssemblyName)
                continue;
            for (var type = finder.Compilation.Assembly.GetTypeByMetadataName(typeName); type is not null; type = type.BaseType)
            {
                foreach (var method in type.GetMembers(methodName).OfType<IMethodSymbol>())
                    finder.Add(HandlerForm.HandlerString, method, function.Facts.TimeoutSeconds);
            }
        }
    }
}

/// <summary>A public method that takes an `ILambdaContext` last, in a type without better evidence, that no code of the project calls (a helper may take the context too).</summary>
internal static class ContextParameterHandlers
{
    public static void Find(HandlerFinder finder)
    {
        var candidates = new List<IMethodSymbol>();
        foreach (var tree in finder.Trees)
        {
            if (!tree.Mentions("ILambdaContext"))
                continue;
            foreach (var declaration in tree.Methods)
            {
                if (declaration.ParameterList.Parameters.LastOrDefault()?.Type is not { } last || !last.ToString().EndsWith("ILambdaContext", StringComparison.Ordinal))
                    continue;
                if (finder.MethodOf(declaration) is { } method && IsShapedSo(method) && !finder.Claims(method.ContainingType))
                    candidates.Add(method);
            }
        }

        foreach (var candidate in candidates.Where(candidate => !Calls.Exist(finder, candidate)).ToList())
            finder.Add(HandlerForm.ContextParameter, candidate);
    }

    private static bool IsShapedSo(IMethodSymbol method) =>
        method is { DeclaredAccessibility: Accessibility.Public, MethodKind: MethodKind.Ordinary, IsAbstract: false, ContainingType: { TypeKind: TypeKind.Class, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal } }
        && method.Parameters[method.Parameters.Length - 1].Type.ToDisplayString() == HazardTypeNames.LambdaContext;
}
