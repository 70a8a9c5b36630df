using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0405: a token is at hand and a call that takes one does without. CA2016 and MA0040 say this of all code; here it is said of what handlers run, where the token carries the
/// time that is left. Clean-up has to run when the token is cancelled, so it is left alone.
/// </summary>
internal sealed class TokenForwardingRule : HazardRule
{
    private static readonly string[] CleanUp = ["Rollback", "Release", "Compensate", "Dispose", "Unlock", "Abort", "Undo", "Cleanup", "CleanUp", "Close", "Cancel", "Stop"];

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(TimeoutRules.TokenNotForwarded);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        if (model.Options.SkipsOverlaps)
            return;
        var withoutToken = new ConcurrentDictionary<IMethodSymbol, bool>(SymbolEqualityComparer.Default);
        on.Operations(context => Analyze(context, (IInvocationOperation)context.Operation, model, withoutToken), OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context, IInvocationOperation call, ServerlessModel model, ConcurrentDictionary<IMethodSymbol, bool> withoutToken)
    {
        var method = call.TargetMethod;
        if (withoutToken.ContainsKey(method.OriginalDefinition) || StartsWork(method))
            return;
        var use = CancellationTokens.Of(call);
        if (use == TokenUse.NotTaken)
            withoutToken.TryAdd(method.OriginalDefinition, true);
        if (use is TokenUse.NotTaken or TokenUse.Passed || IsCleanUp(method.Name) || IsCleanUp(context.ContainingSymbol.Name) || IsInCleanUp(call))
            return;
        var tokens = CancellationTokens.InScope(call, context.CancellationToken);
        if (tokens.IsEmpty || DurableOperations.IsOnContext(method) || model.ReachOf(call.Syntax, context.CancellationToken).Handler is not { } reached)
            return;
        var properties = ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Replacement, tokens[0]);
        context.ReportDiagnostic(HazardReporting.Create(
            TimeoutRules.TokenNotForwarded, call.Syntax.GetLocation(), TimeoutRules.TokenNotForwarded.DefaultSeverity, reached, properties, tokens[0], method.Name,
            reached.Root is { RunsOnce: true } ? "the task is told to stop, until it is killed" : "the deadline has passed, until the function is killed"));
    }

    /// <summary>There the token only keeps work from being started, and waits without a limit are another rule's.</summary>
    private static bool StartsWork(IMethodSymbol method) => method.ContainingType?.Name is "Task" or "TaskFactory" or "Parallel" or "CancellationTokenSource" or "CancellationToken" && method.Name is not "Delay"
        || WaitCalls.IsWait(method);

    private static bool IsCleanUp(string name)
    {
        foreach (var word in CleanUp)
        {
            if (name.StartsWith(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool IsInCleanUp(IOperation operation)
    {
        for (IOperation? child = operation, at = operation.Parent; at is not null; child = at, at = at.Parent)
        {
            if (at is ICatchClauseOperation || (at is ITryOperation @try && @try.Finally == child))
                return true;
            if (at is ILocalFunctionOperation local && IsCleanUp(local.Symbol.Name))
                return true;
        }

        return false;
    }
}
