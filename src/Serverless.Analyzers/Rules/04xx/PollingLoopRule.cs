using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>SVLS0409: a handler asks again and again whether something is done. Every second between the questions is paid for, and the function's time ends before the work does.</summary>
internal sealed class PollingLoopRule : HazardRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(TimeoutRules.PollingLoop);

    public override bool IsOfLambdaOnly => true;

    public override void Register(HazardRegistry on, ServerlessModel model) =>
        on.Operations(context => Analyze(context, (ILoopOperation)context.Operation, model), OperationKind.Loop);

    private static void Analyze(OperationAnalysisContext context, ILoopOperation loop, ServerlessModel model)
    {
        if (loop is IForEachLoopOperation || PollingLoops.DelayIn(loop) is not { } delay || Retries.IsBackOff(delay) || PollingLoops.QuestionIn(loop, model) is not { } question)
            return;
        if (!DurableCode.Encloses(loop, context.ContainingSymbol) && model.ReachOf(loop.Syntax, context.CancellationToken) is { Handler: { } reached, Workflow: null })
            context.Report(TimeoutRules.PollingLoop, question.Syntax, reached, question.TargetMethod.Name);
    }
}
