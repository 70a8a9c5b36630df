using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0503: a timer that is meant to tick between invocations. One that lives no longer than the invocation, in a `using` or disposed in the same method, is a watchdog or a
/// deadline and works. A process that serves several invocations at a time is not frozen after each: silent there.
/// </summary>
internal sealed class TimerRule : HazardRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(ConcurrencyRules.TimerInFunction);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        on.Creations((context, creation) => AnalyzeCreation(context, creation, model), "Timer", "PeriodicTimer");
        on.Calls((context, call) => AnalyzeCall(context, call, model), "CreateTimer", "Interval", "ScheduleJob", "AddOrUpdate");
    }

    private static void AnalyzeCreation(OperationAnalysisContext context, IObjectCreationOperation creation, ServerlessModel model)
    {
        if (creation.Type is { ContainingNamespace: { Name: "Threading" or "Timers", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } })
            Report(context, model, creation.Type.Name);
    }

    private static void AnalyzeCall(OperationAnalysisContext context, IInvocationOperation call, ServerlessModel model)
    {
        var type = call.TargetMethod.ContainingType;
        var isTimer = call.TargetMethod.Name switch
        {
            "CreateTimer" => type is { Name: "TimeProvider", ContainingNamespace.Name: "System" },
            "Interval" => type is { Name: "Observable", ContainingNamespace.Name: "Linq" },
            "ScheduleJob" => type.ContainingNamespace.IsUnder("Quartz"),
            _ => type.Name is "RecurringJob" or "IRecurringJobManager" && type.ContainingNamespace.IsUnder("Hangfire"),
        };
        if (isTimer)
            Report(context, model, type.Name + "." + call.TargetMethod.Name);
    }

    private static void Report(OperationAnalysisContext context, ServerlessModel model, string name)
    {
        if (EndsWithTheMethod(context.Operation, context.CancellationToken) || LambdaGuards.Guards(context.Operation, context.CancellationToken))
            return;
        var reach = model.ReachOf(context.Operation.Syntax, context.CancellationToken);
        if (reach.Any is { } reached && !ConcurrentInvocations.Run(reached, model))
            context.Report(ConcurrencyRules.TimerInFunction, context.Operation.Syntax, reached, name, reached.Chain);
    }

    private static bool EndsWithTheMethod(IOperation made, CancellationToken cancellationToken)
    {
        var at = made.Parent;
        while (at is IConversionOperation or IAwaitOperation)
            at = at.Parent;
        if (at is IUsingOperation)
            return true;
        if (made.ReceivingVariable() is not ILocalSymbol local || made.SemanticModel is not { } semantics)
            return false;
        if (local.IsUsing)
            return true;
        for (at = made.Parent; at is not null; at = at.Parent)
        {
            if (at is IUsingOperation { Locals: var locals } && locals.Contains(local, SymbolEqualityComparer.Default))
                return true;
        }

        return VariableUses.Calls(local, "Dispose", made.Syntax, semantics, cancellationToken) || VariableUses.Calls(local, "DisposeAsync", made.Syntax, semantics, cancellationToken)
            || VariableUses.Calls(local, "Stop", made.Syntax, semantics, cancellationToken);
    }
}
