using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>SVLS1008: a workflow that sleeps by itself. The service can only wait whole seconds, so that a shorter sleep is information.</summary>
internal sealed class DurableDelayRule : HazardRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(DurableRules.Delay);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        if (model.Types[HazardTypeNames.DurableContext] is null)
            return;
        on.Calls((context, call) => Analyze(context, call, model), "Delay", "Sleep");
    }

    private static void Analyze(OperationAnalysisContext context, IInvocationOperation call, ServerlessModel model)
    {
        var method = call.TargetMethod;
        if (method.ContainingType is not ({ Name: "Task", ContainingNamespace.Name: "Tasks" } or { Name: "Thread", ContainingNamespace.Name: "Threading" }) || call.Arguments.IsEmpty)
            return;
        var duration = ConstantDuration.Of(call.Arguments[0].Value, context.CancellationToken);
        if (duration == TimeSpan.Zero || model.ReachOf(call.Syntax, context.CancellationToken).Workflow is not { } reached)
            return;
        var severity = duration < TimeSpan.FromSeconds(1) && duration > TimeSpan.Zero ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning;
        context.ReportAs(severity, DurableRules.Delay, call.Syntax, reached, method.ContainingType.Name + "." + method.Name, reached.Chain);
    }
}
