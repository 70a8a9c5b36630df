using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Serverless.Analyzers.Detection;

/// <summary>A place that runs only for some names: a condition around it, or an earlier one that leaves, looks at how a text begins, ends or what it contains.</summary>
internal static class KeyTests
{
    public static bool Guards(IOperation operation)
    {
        for (IOperation? child = operation, at = operation.Parent; at is not null; child = at, at = at.Parent)
        {
            if (at is IConditionalOperation conditional && conditional.Condition != child && LooksAtText(conditional.Condition))
                return true;
            if (at is not IBlockOperation block)
                continue;
            foreach (var earlier in block.Operations)
            {
                if (earlier == child)
                    break;
                if (earlier is IConditionalOperation leaving && LooksAtText(leaving.Condition))
                    return true;
            }
        }

        return false;
    }

    private static bool LooksAtText(IOperation condition) => condition.DescendantsAndSelf().Any(static inner => inner is IInvocationOperation
    {
        TargetMethod.Name: "StartsWith" or "EndsWith" or "Contains" or "IsMatch" or "ContainsKey" or "Any",
    });
}
