using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Serverless.Analyzers.Detection;

/// <summary>What is asked before a place is reached.</summary>
internal static class Conditions
{
    /// <summary>A condition around the operation, or of an earlier statement that may have left, holds such a question.</summary>
    public static bool Ask(IOperation operation, Func<IOperation, bool> isQuestion)
    {
        for (IOperation? child = operation, at = operation.Parent; at is not null; child = at, at = at.Parent)
        {
            if (at is IConditionalOperation conditional && conditional.Condition != child && Holds(conditional.Condition, isQuestion))
                return true;
            if (at is not IBlockOperation block)
                continue;
            foreach (var earlier in block.Operations)
            {
                if (earlier == child)
                    break;
                if (earlier is IConditionalOperation leaving && Holds(leaving.Condition, isQuestion))
                    return true;
            }
        }

        return false;
    }

    private static bool Holds(IOperation condition, Func<IOperation, bool> isQuestion)
    {
        foreach (var inner in condition.DescendantsAndSelf())
        {
            if (isQuestion(inner))
                return true;
        }

        return false;
    }
}
