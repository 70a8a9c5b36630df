using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Detection;

/// <summary>A loop that asks an AWS service how far something is and waits between the questions.</summary>
internal static class PollingLoops
{
    private static readonly string[] Questions = ["Describe", "Get", "List", "Head", "Query", "Check", "BatchGet"];

    /// <summary>The question that the innermost loop around a delay repeats, or null when it is no such loop.</summary>
    public static IInvocationOperation? Around(IOperation delay, ServerlessModel model) => LoopOf(delay) is { } loop ? QuestionIn(loop, model) : null;

    /// <summary>The first delay that this loop, and no loop inside it, repeats.</summary>
    public static IInvocationOperation? DelayIn(ILoopOperation loop)
    {
        foreach (var inner in loop.Descendants())
        {
            if (inner is IInvocationOperation delay && IsDelay(delay.TargetMethod) && LoopOf(delay) == loop)
                return delay;
        }

        return null;
    }

    private static bool IsDelay(IMethodSymbol method) => method is { Name: "Sleep", ContainingType: { Name: "Thread", ContainingNamespace.Name: "Threading" } }
        or { Name: "Delay", ContainingType: { Name: "Task", ContainingNamespace.Name: "Tasks" } };

    private static ILoopOperation? LoopOf(IOperation operation)
    {
        for (var at = operation.Parent; at is not null; at = at.Parent)
        {
            if (at is ILoopOperation loop and not IForEachLoopOperation)
                return loop;
            if (at is IAnonymousFunctionOperation or ILocalFunctionOperation or IMethodBodyBaseOperation)
                return null;
        }

        return null;
    }

    /// <summary>A receiver of messages polls by design and asks no such question.</summary>
    public static IInvocationOperation? QuestionIn(ILoopOperation loop, ServerlessModel model)
    {
        foreach (var inner in loop.Descendants())
        {
            if (inner is IInvocationOperation call && RemoteCalls.IsAws(call, model) && IsQuestion(call.TargetMethod.Name))
                return call;
        }

        return null;
    }

    private static bool IsQuestion(string name)
    {
        foreach (var question in Questions)
        {
            if (name.StartsWith(question, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
