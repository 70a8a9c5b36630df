using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0508: an object for one thread that the invocations of a process share: in a static, in a field of a handler or of a singleton, or as a registered singleton.
/// Only where several invocations run at a time. Collections that a handler writes are SVLS0101 and SVLS0103; here are those that these let be, as caches are.
/// </summary>
internal sealed class SharedObjectRule : HazardRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(ConcurrencyRules.UnsafeSharedObject);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        on.Symbols(context => AnalyzeMember(context, model), SymbolKind.Field, SymbolKind.Property);
        on.Calls((context, call) => AnalyzeRegistration(context, call, model), "AddSingleton", "TryAddSingleton", "AddKeyedSingleton");
    }

    private static void AnalyzeMember(SymbolAnalysisContext context, ServerlessModel model)
    {
        var type = context.Symbol switch
        {
            IFieldSymbol { IsConst: false, IsImplicitlyDeclared: false } field => field.Type,
            IPropertySymbol { IsIndexer: false } property => property.Type,
            _ => null,
        };
        var remedy = SingleThreadedTypes.RemedyOf(type);
        var written = remedy is null;
        remedy ??= SingleThreadedTypes.RemedyOfWritten(type);
        if (remedy is null || !StoredMembers.Holds(context.Symbol) || !IsShared(context, model, out var isSingleton) || HoldsSharedRandom(context.Symbol, context.CancellationToken))
            return;
        if (FirstUse(context, model, written, isSingleton) is { } use)
        {
            context.ReportDiagnostic(HazardReporting.Create(
                ConcurrencyRules.UnsafeSharedObject, context.Symbol.Locations[0], DiagnosticSeverity.Warning, use, properties: null, context.Symbol.Name, type!.Name, use.Chain, remedy));
        }
    }

    private static bool IsShared(SymbolAnalysisContext context, ServerlessModel model, out bool isSingleton)
    {
        isSingleton = false;
        if (context.Symbol.IsStatic)
            return !context.Symbol.IsThreadStatic();
        var type = context.Symbol.ContainingType;
        if (model.Handlers(context.CancellationToken).IsReused(type))
            return !PerInvocationTypes.Registers(context.Compilation, type.Name, context.CancellationToken);
        return isSingleton = PerInvocationTypes.RegistersSingleton(context.Compilation, type.Name, context.CancellationToken);
    }

    /// <summary>`Random.Shared` under another name.</summary>
    private static bool HoldsSharedRandom(ISymbol member, CancellationToken cancellationToken) => member.DeclaringSyntaxReferences is [var reference]
        && Bodies.InitialiserOf(reference.GetSyntax(cancellationToken))?.Value is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Shared" };

    private static Reached? FirstUse(SymbolAnalysisContext context, ServerlessModel model, bool written, bool isSingleton)
    {
        var own = context.Symbol.DeclaredAccessibility == Accessibility.Private ? context.Symbol.ContainingType.DeclaringSyntaxReferences.Select(static reference => reference.SyntaxTree) : null;
        foreach (var tree in own?.Distinct() ?? context.Compilation.SyntaxTrees)
        {
            if (!TreeNames.Of(tree, context.CancellationToken).Mentions(context.Symbol.Name) || context.Compilation.ModelOf(tree) is not { } semantics)
                continue;
            foreach (var use in VariableUses.Of(context.Symbol, tree.GetRoot(context.CancellationToken), semantics, context.CancellationToken))
            {
                if (IsAssigned(use) || IsGuarded(use) || model.ReachOf(use, context.CancellationToken) is not { Handler: { } reached } || !ConcurrentInvocations.Run(reached, model))
                    continue;
                if (!written || Writes(use, semantics, context.Symbol, isSingleton, context.CancellationToken))
                    return reached;
            }
        }

        return null;
    }

    private static bool IsAssigned(SimpleNameSyntax use)
    {
        SyntaxNode whole = use.Parent is MemberAccessExpressionSyntax access && access.Name == use ? access : use;
        return whole.Parent is AssignmentExpressionSyntax assignment && assignment.Left == whole;
    }

    /// <summary>In a `lock`, or in a function that waits for a semaphore or another gate.</summary>
    private static bool IsGuarded(SimpleNameSyntax use)
    {
        for (SyntaxNode? at = use.Parent; at is not null; at = at.Parent)
        {
            if (at is LockStatementSyntax)
                return true;
            if (at is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax)
            {
                return at.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => call.SpanStart < use.SpanStart
                    && call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Wait" or "WaitAsync" or "Enter" or "EnterScope" or "EnterWriteLock" or "LockAsync" });
            }
        }

        return false;
    }

    /// <summary>A change of the collection that SVLS0101 and SVLS0103 let be: one that fills a cache. In a singleton these do not look, so that every change counts.</summary>
    private static bool Writes(SimpleNameSyntax use, SemanticModel semantics, ISymbol member, bool isSingleton, CancellationToken cancellationToken)
    {
        for (var at = semantics.GetOperation(use, cancellationToken); at is not null and not (IBlockOperation or IAnonymousFunctionOperation); at = at.Parent)
        {
            if (at is not (IAssignmentOperation or IInvocationOperation or IIncrementOrDecrementOperation) || !WriteTargets.MayWrite(at))
                continue;
            foreach (var write in WriteTargets.Of(at))
            {
                if (WriteTargets.Root(write.Target) is { } root && SymbolEqualityComparer.Default.Equals(root.Member, member) && (isSingleton || MemoCaches.IsMemo(at, root, cancellationToken)))
                    return true;
            }
        }

        return false;
    }

    /// <summary>The service itself, or what its constructor takes and keeps.</summary>
    private static void AnalyzeRegistration(OperationAnalysisContext context, IInvocationOperation call, ServerlessModel model)
    {
        if (call.TargetMethod.ContainingNamespace is not { Name: "DependencyInjection" or "Extensions" } || DeferredSinks.RegisteredType(call) is not { } type)
            return;
        var reached = model.ReachOf(call.Syntax, context.CancellationToken).Any;
        if (reached is null || !ConcurrentInvocations.Run(reached, model))
            return;
        if (SingleThreadedTypes.RemedyOf(type) is { } remedy)
        {
            context.Report(ConcurrencyRules.UnsafeSharedObject, call.Syntax, reached, "The singleton", type.Name, call.TargetMethod.Name, remedy);
            return;
        }

        foreach (var constructor in type.InstanceConstructors)
        {
            foreach (var parameter in constructor.Parameters)
            {
                if (!type.DeclaringSyntaxReferences.IsEmpty && SingleThreadedTypes.RemedyOf(parameter.Type) is { } instead)
                {
                    context.Report(ConcurrencyRules.UnsafeSharedObject, call.Syntax, reached, parameter.Name, parameter.Type.Name, "the singleton " + type.Name, instead);
                    return;
                }
            }
        }
    }
}
