using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0510: one remote call for each item, all at once. How many items there are decides: a page of an AWS answer or a large batch is a warning, a list from elsewhere is
/// judgement, and what is bounded (a chunk, a few constants, a small batch, a gate in the lambda) is right.
/// </summary>
internal sealed class FanOutRule : HazardRule
{
    private const int FewEnough = 50;

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(ConcurrencyRules.UnboundedFanOut);

    public override void Register(HazardRegistry on, ServerlessModel model) => on.Calls((context, call) => Analyze(context, call, model), "WhenAll");

    private static void Analyze(OperationAnalysisContext context, IInvocationOperation call, ServerlessModel model)
    {
        if (call.TargetMethod.ContainingType is not { Name: "Task", ContainingNamespace.Name: "Tasks" } || call.Arguments is not [{ Value: var tasks }] || SelectOf(tasks) is not { } select)
            return;
        if (select.Arguments is not [{ Value: var source }, { Value: var work }] || RemoteCallOf(work, model, context) is not { } remote)
            return;
        var reach = model.ReachOf(call.Syntax, context.CancellationToken);
        if ((reach.Handler ?? reach.FirstUse) is not { } reached || SeverityOf(source.Unwrap(), reached) is not { } severity)
            return;
        context.ReportAs(severity, ConcurrencyRules.UnboundedFanOut, call.Syntax, reached, remote, NameOf(source), reached.Chain);
    }

    /// <summary>`xs.Select(…)`, perhaps made a list, perhaps in a local.</summary>
    private static IInvocationOperation? SelectOf(IOperation tasks)
    {
        var value = tasks.Unwrap();
        if (value is ILocalReferenceOperation local && OneTimeInitialisation.InitialValue(local) is { } initial)
            value = initial.Unwrap();
        if (value is IInvocationOperation { TargetMethod: { Name: "ToList" or "ToArray", ContainingType: { Name: "Enumerable", ContainingNamespace.Name: "Linq" } }, Arguments: [{ Value: var listed }] })
            value = listed.Unwrap();
        return value is IInvocationOperation { TargetMethod: { Name: "Select", ContainingType: { Name: "Enumerable", ContainingNamespace.Name: "Linq" } } } select ? select : null;
    }

    /// <summary>The remote call of the lambda, of the method that it calls, or of the method that is given; null without one, and where a gate bounds it.</summary>
    private static string? RemoteCallOf(IOperation work, ServerlessModel model, OperationAnalysisContext context)
    {
        var body = work.Unwrap() switch
        {
            IAnonymousFunctionOperation lambda => lambda.Body,
            IMethodReferenceOperation method => BodyOf(method.Method, context),
            _ => null,
        };
        if (body is null)
            return null;
        string? found = null;
        foreach (var inner in body.DescendantsAndSelf())
        {
            if (inner is not IInvocationOperation call)
                continue;
            if (call.TargetMethod is { Name: "WaitAsync" or "Wait", ContainingType.Name: "SemaphoreSlim" })
                return null;
            found ??= RemoteCalls.Is(call, model) ? call.TargetMethod.Name : CalledRemote(call.TargetMethod, model, context);
        }

        return found;
    }

    private static string? CalledRemote(IMethodSymbol method, ServerlessModel model, OperationAnalysisContext context)
    {
        foreach (var inner in BodyOf(method, context)?.DescendantsAndSelf() ?? [])
        {
            if (inner is IInvocationOperation call && RemoteCalls.Is(call, model))
                return call.TargetMethod.Name;
        }

        return null;
    }

    private static IOperation? BodyOf(IMethodSymbol method, OperationAnalysisContext context) => method.DeclaringSyntaxReferences is [var reference]
        ? context.Compilation.ModelOf(reference.SyntaxTree)?.GetOperation(reference.GetSyntax(context.CancellationToken), context.CancellationToken)
        : null;

    /// <summary>Null: bounded.</summary>
    private static DiagnosticSeverity? SeverityOf(IOperation source, Reached reached)
    {
        switch (source)
        {
            case IArrayCreationOperation:
            case IInvocationOperation { TargetMethod.Name: "Chunk" or "Take" or "TakeLast" or "GetValues" }:
            case IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } }:
                return null;
            case IInvocationOperation { TargetMethod: { Name: "Range" or "Repeat", ContainingType: { Name: "Enumerable", ContainingNamespace.Name: "Linq" } }, Arguments: [_, { Value: var count }] }:
                return count.ConstantValue is { HasValue: true, Value: <= FewEnough } ? null : DiagnosticSeverity.Info;
            case IInvocationOperation { TargetMethod: { ContainingType: { Name: "Enumerable", ContainingNamespace.Name: "Linq" } }, Arguments: [{ Value: var inner }, ..] }:
                return SeverityOf(inner.Unwrap(), reached);
            case IPropertyReferenceOperation { Property: { Name: "Records", ContainingNamespace: { } space } } when space.Name.EndsWith("Events", StringComparison.Ordinal):
                return reached.Root?.Function.BatchSize > FewEnough ? DiagnosticSeverity.Warning : null;
            case IPropertyReferenceOperation { Property.ContainingType: { Name: var type } owner } when type.EndsWith("Response", StringComparison.Ordinal) && owner.ContainingNamespace.IsUnder("Amazon"):
                return DiagnosticSeverity.Warning;
            case ILocalReferenceOperation local:
                if (IsChunk(local))
                    return null;
                return OneTimeInitialisation.InitialValue(local) is { } initial ? SeverityOf(Awaited(initial.Unwrap()), reached) : DiagnosticSeverity.Info;
            default:
                return DiagnosticSeverity.Info;
        }
    }

    private static IOperation Awaited(IOperation value) => value is IAwaitOperation { Operation: var awaited } ? awaited.Unwrap() : value;

    /// <summary>The variable of `foreach (var chunk in xs.Chunk(10))`.</summary>
    private static bool IsChunk(ILocalReferenceOperation local)
    {
        for (IOperation? at = local.Parent; at is not null; at = at.Parent)
        {
            if (at is IForEachLoopOperation loop && loop.Locals.Contains(local.Local, SymbolEqualityComparer.Default))
                return loop.Collection.Unwrap() is IInvocationOperation { TargetMethod.Name: "Chunk" or "Batch" or "Buffer" };
        }

        return false;
    }

    private static string NameOf(IOperation source) => source.Symbol()?.Name ?? (source.Unwrap().Syntax is InvocationExpressionSyntax ? "what is selected" : source.Syntax.ToString());
}
