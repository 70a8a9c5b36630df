using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0509: a thread of an invocation waits for a task, or for I/O that has an asynchronous form. Where one process serves several invocations the pool runs dry;
/// alone it is a matter of exceptions that lose their type and of work that could have gone on meanwhile.
/// </summary>
internal sealed class BlockingHandlerRule : HazardRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(ConcurrencyRules.BlockingInHandler);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        // CA1849, MA0042 and VSTHRD002 say the same of all code.
        if (model.Options.SkipsOverlaps)
            return;
        on.Calls((context, _) => AnalyzeWait(context, model), BlockingWaits.Methods);
        on.Properties((context, _) => AnalyzeWait(context, model), BlockingWaits.Properties);
        on.Calls((context, call) => AnalyzeSynchronous(context, call, model), "SaveChanges", "Read", "CopyTo");
    }

    private static void AnalyzeWait(OperationAnalysisContext context, ServerlessModel model)
    {
        var operation = context.Operation;
        if (operation.Parent is INameOfOperation || !BlockingWaits.Blocks(operation, out var task))
            return;
        if (task is not null && (BlockingWaits.IsCompleted(task, context.CancellationToken) || FinishedTasks.IsKnown(operation, task, context.CancellationToken)))
            return;
        Report(context, model, BlockingWaits.NameOf(operation), DiagnosticSeverity.Warning);
    }

    /// <summary>Rows of Entity Framework and the body of an object are network I/O.</summary>
    private static void AnalyzeSynchronous(OperationAnalysisContext context, IInvocationOperation call, ServerlessModel model)
    {
        var isNetwork = call.TargetMethod.Name switch
        {
            "SaveChanges" => (call.Instance?.Type).IsOrDerives("DbContext", "Microsoft.EntityFrameworkCore"),
            _ => call.TargetMethod.ContainingType is { Name: "Stream", ContainingNamespace.Name: "IO" } && call.Instance?.Unwrap() is IPropertyReferenceOperation { Property: { Name: "ResponseStream", ContainingNamespace: { } space } } && space.IsUnder("Amazon"),
        };
        if (isNetwork)
            Report(context, model, call.TargetMethod.Name, DiagnosticSeverity.Info);
    }

    private static void Report(OperationAnalysisContext context, ServerlessModel model, string name, DiagnosticSeverity alone)
    {
        if (IsInDisposal(context.ContainingSymbol))
            return;
        var reach = model.ReachOf(context.Operation.Syntax, context.CancellationToken);
        if ((reach.Handler ?? reach.FirstUse) is not { } reached)
            return;
        var shared = model.Execution(reached.Root, context.CancellationToken).IsConcurrent == true;
        context.ReportAs(
            shared ? DiagnosticSeverity.Warning : alone, ConcurrencyRules.BlockingInHandler, context.Operation.Syntax, reached,
            name, reached.Chain, shared ? ", and threads are what the other invocations of this process run out of" : "");
    }

    /// <summary>`Dispose` has no asynchronous caller to await it.</summary>
    private static bool IsInDisposal(ISymbol symbol) => symbol is IMethodSymbol { Name: "Dispose" or "System.IDisposable.Dispose" } or IMethodSymbol { MethodKind: MethodKind.Destructor };
}
