using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0407: a signal, a lock or a process is waited for as long as it takes. A semaphore that the same code releases is a lock or a throttle: its wait ends with that code,
/// so it is information where one environment serves one invocation.
/// </summary>
internal sealed class UnlimitedWaitRule : HazardRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(TimeoutRules.WaitWithoutLimit);

    public override void Register(HazardRegistry on, ServerlessModel model) => on.Calls((context, call) => Analyze(context, call, model), WaitCalls.Names);

    private static void Analyze(OperationAnalysisContext context, IInvocationOperation call, ServerlessModel model)
    {
        if (!WaitCalls.IsWait(call.TargetMethod) || HasLimit(call))
            return;
        var reach = model.ReachOf(call.Syntax, context.CancellationToken);
        if (reach.Workflow is not null || (reach.Handler ?? reach.Init) is not { } reached)
            return;
        var isConcurrent = model.Execution(reached.Root, context.CancellationToken).IsConcurrent == true;
        context.ReportAs(
            !isConcurrent && IsReleasedHere(call, context.CancellationToken) ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning, TimeoutRules.WaitWithoutLimit, call.Syntax, reached,
            call.TargetMethod.ContainingType.Name + "." + call.TargetMethod.Name);
    }

    /// <summary>A time, or a token that is one.</summary>
    private static bool HasLimit(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.IsImplicit || argument.ArgumentKind == ArgumentKind.DefaultValue)
                continue;
            var type = argument.Parameter?.Type;
            if (type is { Name: "TimeSpan" } || (type?.SpecialType == SpecialType.System_Int32 && argument.Parameter!.Name.IndexOf("timeout", StringComparison.OrdinalIgnoreCase) >= 0))
                return true;
            if (argument.Parameter is { Name: "milliseconds" } || (CancellationTokens.IsToken(type) && !CancellationTokens.IsNone(argument.Value)))
                return true;
        }

        return false;
    }

    /// <summary>The type that waits on the semaphore, or on the monitor, also releases it.</summary>
    private static bool IsReleasedHere(IInvocationOperation call, CancellationToken cancellationToken)
    {
        if (call.TargetMethod is { Name: "Enter" })
            return true;
        return call.TargetMethod.ContainingType.Name == "SemaphoreSlim" && call.Instance?.Symbol() is { } semaphore
            && VariableUses.Calls(semaphore, "Release", call.Syntax, call.SemanticModel!, cancellationToken);
    }
}
