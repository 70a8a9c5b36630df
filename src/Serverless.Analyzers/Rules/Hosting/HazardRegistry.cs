using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Reachability;
using Serverless.Analyzers.Reachability.HandlerRecognition;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// What the rules of one compilation want to see. Calls, creations and property uses are handed out by name, so that the rules that do not care cost nothing:
/// one dictionary look-up for an operation, whatever the number of rules.
/// </summary>
internal sealed class HazardRegistry(ServerlessModel model, IReadOnlyList<HazardRule> active)
{
    private readonly Dictionary<string, Action<OperationAnalysisContext>> _calls = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Action<OperationAnalysisContext>> _creations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Action<OperationAnalysisContext>> _properties = new(StringComparer.Ordinal);
    private readonly Dictionary<OperationKind, Action<OperationAnalysisContext>> _operations = [];
    private readonly Dictionary<SymbolKind, Action<SymbolAnalysisContext>> _symbols = [];
    private readonly Dictionary<SyntaxKind, Action<SyntaxNodeAnalysisContext>> _nodes = [];
    private Action<OperationBlockAnalysisContext>? _blocks;
    private Action<AdditionalFileAnalysisContext>? _files;
    private Action<CompilationAnalysisContext>? _end;

    /// <summary>The rule runs in this analyzer and the project has not switched it off: a rule that says less about the same place may leave it to this one.</summary>
    public bool Hosts(string ruleId) => active.Any(rule => rule.Descriptors.Any(descriptor => descriptor.Id == ruleId));

    /// <summary>Calls of methods with one of these names.</summary>
    public void Calls(Action<OperationAnalysisContext, IInvocationOperation> action, params string[] names) =>
        Add(_calls, names, context => action(context, (IInvocationOperation)context.Operation));

    /// <summary>`new T(…)` where the simple name of T is one of these; `new()` too.</summary>
    public void Creations(Action<OperationAnalysisContext, IObjectCreationOperation> action, params string[] typeNames) =>
        Add(_creations, typeNames, context => action(context, (IObjectCreationOperation)context.Operation));

    /// <summary>Uses of properties with one of these names, indexers as `this[]`.</summary>
    public void Properties(Action<OperationAnalysisContext, IPropertyReferenceOperation> action, params string[] names) =>
        Add(_properties, names, context => action(context, (IPropertyReferenceOperation)context.Operation));

    /// <summary>Every operation of these kinds. For calls, creations and properties prefer the ways by name.</summary>
    public void Operations(Action<OperationAnalysisContext> action, params OperationKind[] kinds)
    {
        foreach (var kind in kinds)
            _operations[kind] = _operations.TryGetValue(kind, out var before) ? before + action : action;
    }

    /// <summary>Declared symbols: <see cref="SymbolKind.NamedType"/>, <see cref="SymbolKind.Method"/>, <see cref="SymbolKind.Field"/>, <see cref="SymbolKind.Property"/>.</summary>
    public void Symbols(Action<SymbolAnalysisContext> action, params SymbolKind[] kinds)
    {
        foreach (var kind in kinds)
            _symbols[kind] = _symbols.TryGetValue(kind, out var before) ? before + action : action;
    }

    /// <summary>Every method that is a handler.</summary>
    public void Handlers(Action<SymbolAnalysisContext, IMethodSymbol, HandlerRoot> action) => Symbols(
        context =>
        {
            var method = (IMethodSymbol)context.Symbol;
            if (model.Handlers(context.CancellationToken).RootOf(method) is { } root)
                action(context, method, root);
        },
        SymbolKind.Method);

    /// <summary>Every lambda that is a handler.</summary>
    public void HandlerLambdas(Action<OperationAnalysisContext, IAnonymousFunctionOperation, HandlerRoot> action) => Operations(
        context =>
        {
            if (model.Handlers(context.CancellationToken).RootOf(context.Operation.Syntax) is { } root)
                action(context, (IAnonymousFunctionOperation)context.Operation, root);
        },
        OperationKind.AnonymousFunction);

    /// <summary>Syntax that has no operation of its own, as the attributes of an assembly.</summary>
    public void Nodes(Action<SyntaxNodeAnalysisContext> action, params SyntaxKind[] kinds)
    {
        foreach (var kind in kinds)
            _nodes[kind] = _nodes.TryGetValue(kind, out var before) ? before + action : action;
    }

    /// <summary>Whole bodies, for rules that need to see all of one. Binds nothing that the compiler would not bind.</summary>
    public void Blocks(Action<OperationBlockAnalysisContext> action) => _blocks += action;

    /// <summary>Additional files: templates, state machines, the tools' defaults.</summary>
    public void Files(Action<AdditionalFileAnalysisContext> action) => _files += action;

    /// <summary>After everything else; only for rules with <see cref="HazardRule.DecidesAtEnd"/>.</summary>
    public void End(Action<CompilationAnalysisContext> action) => _end += action;

    public void Apply(CompilationStartAnalysisContext start)
    {
        ByName(OperationKind.Invocation, _calls, static operation => ((IInvocationOperation)operation).TargetMethod.Name);
        ByName(OperationKind.ObjectCreation, _creations, static operation => operation.Type?.Name ?? "");
        ByName(OperationKind.PropertyReference, _properties, static operation => ((IPropertyReferenceOperation)operation).Property.Name);
        foreach (var pair in _operations)
            start.RegisterOperationAction(pair.Value, pair.Key);
        foreach (var pair in _symbols)
            start.RegisterSymbolAction(pair.Value, pair.Key);
        foreach (var pair in _nodes)
            start.RegisterSyntaxNodeAction(pair.Value, pair.Key);
        if (_blocks is { } blocks)
            start.RegisterOperationBlockAction(blocks);
        if (_files is { } files)
            start.RegisterAdditionalFileAction(files);
        if (_end is { } end)
            start.RegisterCompilationEndAction(end);
    }

    private void ByName(OperationKind kind, Dictionary<string, Action<OperationAnalysisContext>> table, Func<IOperation, string> nameOf)
    {
        if (table.Count == 0)
            return;
        Operations(
            context =>
            {
                if (table.TryGetValue(nameOf(context.Operation), out var action))
                    action(context);
            },
            kind);
    }

    private static void Add(Dictionary<string, Action<OperationAnalysisContext>> table, string[] names, Action<OperationAnalysisContext> action)
    {
        foreach (var name in names)
            table[name] = table.TryGetValue(name, out var before) ? before + action : action;
    }
}
