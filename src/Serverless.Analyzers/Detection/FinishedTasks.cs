using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Serverless.Analyzers.Detection;

/// <summary>Asking a task for its result does not block where a condition has said that it is finished, or where `WhenAny` has handed it out.</summary>
internal static class FinishedTasks
{
    private static readonly HashSet<string> Questions = new(StringComparer.Ordinal) { "IsCompletedSuccessfully", "IsCompleted", "Status", "IsFaulted", "IsCanceled" };

    public static bool IsKnown(IOperation use, IOperation task, CancellationToken cancellationToken)
    {
        var value = task.Unwrap();
        if (value is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } configured })
            value = configured.Unwrap();
        if (IsWinner(value) || (value is ILocalReferenceOperation local && OneTimeInitialisation.InitialValue(local) is { } initial && IsWinner(initial.Unwrap())))
            return true;
        return value.Symbol() is { } variable && IsAskedBefore(use, variable, cancellationToken);
    }

    /// <summary>`await Task.WhenAny(…)`: what comes out is finished.</summary>
    private static bool IsWinner(IOperation value) =>
        value is IAwaitOperation { Operation: var awaited } && awaited.Unwrap() is IInvocationOperation { TargetMethod: { Name: "WhenAny", ContainingType: { Name: "Task", ContainingNamespace.Name: "Tasks" } } };

    private static bool IsAskedBefore(IOperation use, ISymbol variable, CancellationToken cancellationToken)
    {
        for (IOperation? child = use, at = use.Parent; at is not null; child = at, at = at.Parent)
        {
            switch (at)
            {
                case IConditionalOperation conditional when conditional.Condition != child && Asks(conditional.Condition, variable, cancellationToken):
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both when both.RightOperand == child && Asks(both.LeftOperand, variable, cancellationToken):
                    return true;
                case IBlockOperation block:
                    foreach (var earlier in block.Operations)
                    {
                        if (earlier == child)
                            break;
                        // `if (!task.IsCompleted) { await task; }` or a way out: past it the task is finished.
                        if (earlier is IConditionalOperation question && Asks(question.Condition, variable, cancellationToken))
                            return true;
                    }

                    break;
                case IAnonymousFunctionOperation or ILocalFunctionOperation:
                    return false;
            }
        }

        return false;
    }

    /// <summary>`task.IsCompleted`, or `winner == task` after a race.</summary>
    private static bool Asks(IOperation condition, ISymbol variable, CancellationToken cancellationToken)
    {
        foreach (var inner in condition.DescendantsAndSelf())
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (inner)
            {
                case IPropertyReferenceOperation { Instance: { } asked } property when Questions.Contains(property.Property.Name) && Is(asked, variable):
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } equal when equal.LeftOperand.Unwrap().Type.IsTask() && (Is(equal.LeftOperand, variable) || Is(equal.RightOperand, variable)):
                    return true;
            }
        }

        return false;
    }

    private static bool Is(IOperation value, ISymbol variable) => SymbolEqualityComparer.Default.Equals(value.Symbol(), variable);
}
