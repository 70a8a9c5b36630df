using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>SVLS1001 to 1003 in CDK code: tasks that may take for ever, tasks that wait for a callback of which nobody would notice that it will not come, and functions that are not tried again.</summary>
internal sealed class CdkTaskRule : HazardRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
        ImmutableArray.Create(StateMachineFileRules.TaskStateWithoutTimeout, StateMachineFileRules.CallbackWithoutHeartbeat, StateMachineFileRules.NoServiceRetry);

    public override bool ReadsInfrastructure => true;

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        if (model.Types[CdkTasks.Options] is { } options)
            on.Operations(context => Analyze(context, (IObjectCreationOperation)context.Operation, options), OperationKind.ObjectCreation);
    }

    private static void Analyze(OperationAnalysisContext context, IObjectCreationOperation task, INamedTypeSymbol options)
    {
        if (!CdkTasks.IsTask(task.Type, options) || SiteOf(task.Syntax) is not { } site)
            return;
        var waits = task.Initialised("IntegrationPattern")?.Unwrap() is IFieldReferenceOperation { Field.Name: "WAIT_FOR_TASK_TOKEN" };
        var isLimited = CdkTasks.Sets(task, "TaskTimeout", context.CancellationToken) || CdkTasks.Sets(task, "Timeout", context.CancellationToken);
        if (waits && !CdkTasks.Sets(task, "HeartbeatTimeout", context.CancellationToken) && !CdkTasks.Sets(task, "Heartbeat", context.CancellationToken))
            Report(context, StateMachineFileRules.CallbackWithoutHeartbeat, isLimited ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning, site, task, "HeartbeatTimeout");
        if (task.Initialised("RetryOnServiceExceptions")?.Unwrap() is { ConstantValue: { HasValue: true, Value: false } } retry && !AddsRetry(task.Syntax))
            Report(context, StateMachineFileRules.NoServiceRetry, DiagnosticSeverity.Info, retry.Syntax.Parent!.GetLocation(), task, "leave RetryOnServiceExceptions at its default, or add a retrier for them");
        if (isLimited)
            return;
        var machines = CdkTasks.MachinesHaveTimeouts(task.Syntax.SyntaxTree, context.Compilation, context.CancellationToken);
        if (machines is not true)
            Report(context, StateMachineFileRules.TaskStateWithoutTimeout, machines is null ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning, site, task, "TaskTimeout");
    }

    private static void Report(OperationAnalysisContext context, DiagnosticDescriptor rule, DiagnosticSeverity severity, Location site, IObjectCreationOperation task, string property) =>
        context.ReportDiagnostic(HazardReporting.Create(rule, site, severity, null, null, CdkTasks.NameOf(task), property));

    /// <summary>The method adds retriers of its own, perhaps to this task.</summary>
    private static bool AddsRetry(SyntaxNode task) => task.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
        && member.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Any(static m => m.Name.Identifier.ValueText == "AddRetry");

    /// <summary>The type's name, or `new` where none is written: the initialiser may be long.</summary>
    private static Location? SiteOf(SyntaxNode creation) => creation switch
    {
        ObjectCreationExpressionSyntax named => named.Type.GetLocation(),
        ImplicitObjectCreationExpressionSyntax unnamed => unnamed.NewKeyword.GetLocation(),
        _ => null,
    };
}
