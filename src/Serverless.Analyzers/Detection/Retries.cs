using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Serverless.Analyzers.Detection;

/// <summary>Waiting between attempts: a delay in a `catch`, or in a loop that also tries.</summary>
internal static class Retries
{
    public static bool IsBackOff(IOperation delay)
    {
        for (var at = delay.Parent; at is not null; at = at.Parent)
        {
            switch (at)
            {
                case ICatchClauseOperation:
                    return true;
                case ILoopOperation loop when Tries(loop.Body):
                    return true;
                case IAnonymousFunctionOperation or ILocalFunctionOperation or IMethodBodyBaseOperation:
                    return false;
            }
        }

        return false;
    }

    private static bool Tries(IOperation body)
    {
        foreach (var inner in body.DescendantsAndSelf())
        {
            if (inner is ITryOperation { Catches.IsEmpty: false })
                return true;
        }

        return false;
    }
}
