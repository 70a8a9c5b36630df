using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Serverless.Analyzers.Detection;

/// <summary>Code behind a question like "does this run on Lambda?" knows what it does.</summary>
internal static class LambdaGuards
{
    private static readonly HashSet<string> Variables = new(StringComparer.Ordinal) { "AWS_LAMBDA_FUNCTION_NAME", "LAMBDA_TASK_ROOT", "AWS_EXECUTION_ENV", "AWS_LAMBDA_RUNTIME_API" };

    /// <summary>An enclosing condition, or an earlier one that leaves the block, asks for Lambda's environment.</summary>
    public static bool Guards(IOperation operation, CancellationToken cancellationToken)
    {
        for (IOperation? child = operation, at = operation.Parent; at is not null; child = at, at = at.Parent)
        {
            if (at is IConditionalOperation conditional && conditional.Condition != child && AsksForLambda(conditional.Condition, cancellationToken))
                return true;
            if (at is not IBlockOperation block)
                continue;
            foreach (var earlier in block.Operations)
            {
                if (earlier == child)
                    break;
                if (earlier is IConditionalOperation { WhenTrue: { } body } leaving && Leaves(body) && AsksForLambda(leaving.Condition, cancellationToken))
                    return true;
            }
        }

        return false;
    }

    private static bool Leaves(IOperation body) => body switch
    {
        IReturnOperation or IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation } => true,
        IBlockOperation { Operations: [.., var last] } => Leaves(last),
        _ => false,
    };

    private static bool AsksForLambda(IOperation condition, CancellationToken cancellationToken)
    {
        foreach (var inner in condition.DescendantsAndSelf())
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (inner)
            {
                case IInvocationOperation { TargetMethod.Name: "GetEnvironmentVariable", Arguments: [{ Value.ConstantValue: { HasValue: true, Value: string name } }, ..] } when Variables.Contains(name):
                    return true;
                case ILocalReferenceOperation local when OneTimeInitialisation.InitialValue(local) is { } initial && AsksForLambda(initial, cancellationToken):
                    return true;
                case IMemberReferenceOperation { Member.Name: var member } when member.IndexOf("lambda", StringComparison.OrdinalIgnoreCase) >= 0:
                    return true;
            }
        }

        return false;
    }
}
