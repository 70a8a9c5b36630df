using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0410 and SVLS0305: time is spent on nothing, in an invocation or before the first one. A delay that races with work (`Task.WhenAny`) is a time limit and no sleep;
/// one between attempts is a choice that is worth a look, not a warning.
/// </summary>
internal sealed class SleepRule : HazardRule
{
    public const int MinimumDelay = 1000;
    public const int MinimumAtStart = 50;

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(TimeoutRules.SleepInHandler, ColdStartRules.SleepInInitialisation);

    public override bool IsOfLambdaOnly => true;

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        var minimumDelay = model.Options.Number(RuleIds.SleepInHandler, "minimum_milliseconds", MinimumDelay);
        var minimumAtStart = model.Options.Number(RuleIds.SleepInInitialisation, "minimum_milliseconds", MinimumAtStart);
        on.Calls((context, call) => Analyze(context, call, model, minimumDelay, minimumAtStart), "Sleep", "Delay", "SpinWait", "SpinUntil");
    }

    private static void Analyze(OperationAnalysisContext context, IInvocationOperation call, ServerlessModel model, int minimumDelay, int minimumAtStart)
    {
        var (blocks, name) = call.TargetMethod switch
        {
            { Name: "Sleep", ContainingType: { Name: "Thread", ContainingNamespace.Name: "Threading" } } => (true, "Thread.Sleep"),
            { Name: "SpinWait", ContainingType: { Name: "Thread", ContainingNamespace.Name: "Threading" } } => (true, "Thread.SpinWait"),
            { Name: "SpinUntil", ContainingType: { Name: "SpinWait", ContainingNamespace.Name: "Threading" } } => (true, "SpinWait.SpinUntil"),
            { Name: "Delay", ContainingType: { Name: "Task", ContainingNamespace.Name: "Tasks" } } => (false, "Task.Delay"),
            _ => (false, ""),
        };
        if (name.Length == 0 || (!blocks && !IsWaitedFor(call)))
            return;
        var length = call.TargetMethod.Name.StartsWith("Spin", StringComparison.Ordinal) ? null : ConstantDuration.Of(call.Arguments[0].Value, context.CancellationToken);
        if (length == TimeSpan.Zero || DurableCode.Encloses(call, context.ContainingSymbol))
            return;
        var isLong = length is { } known && (ConstantDuration.IsEndless(known) || known.TotalMilliseconds >= minimumDelay);
        var reach = model.ReachOf(call.Syntax, context.CancellationToken);
        if (reach is { Handler: { } reached, Workflow: null } && (blocks || isLong))
        {
            if (PollingLoops.Around(call, model) is null)
                ReportSleep(context, call, blocks, name, reached);
        }
        else if (reach.Init is { } init && (length is { } atStart ? ConstantDuration.IsEndless(atStart) || atStart.TotalMilliseconds >= minimumAtStart : blocks))
        {
            context.ReportAs(Retries.IsBackOff(call) ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning, ColdStartRules.SleepInInitialisation, call.Syntax, init, name);
        }
    }

    private static void ReportSleep(OperationAnalysisContext context, IInvocationOperation call, bool blocks, string name, Reached reached)
    {
        var severity = blocks && !Retries.IsBackOff(call) ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info;
        var properties = CancellationTokens.InScope(call, context.CancellationToken) is [var token, ..] ? ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Replacement, token) : null;
        context.ReportDiagnostic(HazardReporting.Create(TimeoutRules.SleepInHandler, call.Syntax.GetLocation(), severity, reached, properties, name, reached.Chain));
    }

    /// <summary>Awaited, blocked on or returned by itself; not one of several tasks.</summary>
    private static bool IsWaitedFor(IInvocationOperation delay)
    {
        IOperation at = delay;
        while (at.Parent is IConversionOperation or IParenthesizedOperation or IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "GetAwaiter" })
            at = at.Parent;
        return at.Parent is IAwaitOperation or IReturnOperation || (at.Parent is { } parent && BlockingWaits.Blocks(parent, out _));
    }
}
