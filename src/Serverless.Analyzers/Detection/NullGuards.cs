using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Serverless.Analyzers.Detection;

/// <summary>
/// Is a value known not to be null where it is used? Answered by structure: conditions around the use, and statements before it in the blocks around it, that leave,
/// assert, assign or throw when it is null. Every use that is reached without passing one of these is not guarded.
/// </summary>
internal static class NullGuards
{
    private static readonly string[] Checks = ["ThrowIf", "NotNull", "Validate", "Ensure", "Require", "Guard", "Check", "Verify", "Against"];

    public static bool Guards(IOperation use, ImmutableArray<ISymbol> path, CancellationToken cancellationToken)
    {
        var value = new NullImplication(path, cancellationToken);
        for (IOperation child = use, at = use.Parent!; at is not null; child = at, at = at.Parent!)
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (at)
            {
                case IConditionalOperation conditional when (conditional.WhenTrue == child && value.Follows(conditional.Condition, true)) || (conditional.WhenFalse == child && value.Follows(conditional.Condition, false)):
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both when both.RightOperand == child && value.Follows(both.LeftOperand, true):
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either when either.RightOperand == child && value.Follows(either.LeftOperand, false):
                case IConditionalAccessOperation access when access.WhenNotNull == child && value.IsProvenBy(access.Operation):
                case IWhileLoopOperation { ConditionIsTop: true, Condition: { } condition } loop when loop.Body == child && value.Follows(condition, true):
                case IForLoopOperation { Condition: { } until } counted when counted.Body == child && value.Follows(until, true):
                case ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation choice } arm when IsGuarded(choice, arm, child, value):
                case ISwitchCaseOperation { Parent: ISwitchOperation statement } section when IsGuarded(statement, section, value):
                case ITryOperation attempt when attempt.Body == child && attempt.Catches.Any(static handler => handler.ExceptionType.Name == "NullReferenceException"):
                case IBlockOperation block when IsEstablished(block, child, value):
                    return true;
                case ILocalFunctionOperation or INameOfOperation:
                    return at is INameOfOperation;
            }
        }

        return false;
    }

    private static bool IsGuarded(ISwitchExpressionOperation choice, ISwitchExpressionArmOperation own, IOperation child, NullImplication value)
    {
        if (own.Guard is { } guard && guard != child && value.Follows(guard, true))
            return true;
        if (own.Pattern is IRecursivePatternOperation or INegatedPatternOperation or ITypePatternOperation or IConstantPatternOperation { Value.ConstantValue.Value: not null } && value.IsProvenBy(choice.Value))
            return true;
        foreach (var arm in choice.Arms)
        {
            if (arm == own)
                break;
            if (arm is { Guard: null, Pattern: IConstantPatternOperation { Value: { } constant } } && constant.Unwrap().ConstantValue is { HasValue: true, Value: null } && value.IsProvenBy(choice.Value))
                return true;
        }

        return false;
    }

    private static bool IsGuarded(ISwitchOperation statement, ISwitchCaseOperation own, NullImplication value)
    {
        foreach (var section in statement.Cases)
        {
            foreach (var clause in section.Clauses)
            {
                var constant = clause switch
                {
                    ISingleValueCaseClauseOperation single => single.Value.Unwrap().ConstantValue,
                    IPatternCaseClauseOperation { Pattern: IConstantPatternOperation { Value: { } tested } } => tested.Unwrap().ConstantValue,
                    _ => default,
                };
                if (constant.HasValue && (section == own) == (constant.Value is not null) && value.IsProvenBy(statement.Value))
                    return true;
                if (section == own && clause is IPatternCaseClauseOperation { Guard: { } guard } && value.Follows(guard, true))
                    return true;
            }
        }

        return false;
    }

    private static bool IsEstablished(IBlockOperation block, IOperation before, NullImplication value)
    {
        foreach (var statement in block.Operations)
        {
            if (statement == before)
                return false;
            if (Establishes(statement, value))
                return true;
        }

        return false;
    }

    /// <summary>After the statement the value is not null, or the code after it does not run.</summary>
    private static bool Establishes(IOperation statement, NullImplication value)
    {
        switch (statement)
        {
            case IConditionalOperation conditional:
                return (value.Follows(conditional.Condition, false) && (Leaves(conditional.WhenTrue) || Assigns(conditional.WhenTrue, value)))
                    || (conditional.WhenFalse is { } otherwise && value.Follows(conditional.Condition, true) && (Leaves(otherwise) || Assigns(otherwise, value)));
            case IBlockOperation block:
                return block.Operations.Any(inner => Establishes(inner, value));
            case IExpressionStatementOperation { Operation: var operation }:
                return Asserts(operation is IAwaitOperation { Operation: { } awaited } ? awaited : operation, value) || Assigns(statement, value) || ThrowsOnNull(statement, value);
            case IVariableDeclarationGroupOperation:
                return ThrowsOnNull(statement, value);
            default:
                return false;
        }
    }

    private static bool Asserts(IOperation operation, NullImplication value)
    {
        if (operation is not IInvocationOperation call)
            return false;
        var name = call.TargetMethod.Name;
        if (name is "Assert" or "IsTrue" or "Requires" && call.Arguments.Length > 0 && value.Follows(call.Arguments[0].Value, true))
            return true;
        return Array.Exists(Checks, check => name.IndexOf(check, StringComparison.OrdinalIgnoreCase) >= 0 || call.TargetMethod.ContainingType.Name.StartsWith(check, StringComparison.Ordinal)) && value.IsGivenTo(call);
    }

    private static bool Assigns(IOperation statement, NullImplication value)
    {
        foreach (var inner in statement.DescendantsAndSelf())
        {
            if (inner is ISimpleAssignmentOperation or ICoalesceAssignmentOperation && value.IsProvenBy(((IAssignmentOperation)inner).Target))
                return true;
        }

        return false;
    }

    /// <summary>`value ?? throw …` in the statement.</summary>
    private static bool ThrowsOnNull(IOperation statement, NullImplication value)
    {
        foreach (var inner in statement.Descendants())
        {
            if (inner is ICoalesceOperation { WhenNull: var instead } coalesce && instead.Unwrap() is IThrowOperation && value.IsProvenBy(coalesce.Value))
                return true;
        }

        return false;
    }

    private static bool Leaves(IOperation body) => body switch
    {
        IReturnOperation or IThrowOperation or IBranchOperation or IExpressionStatementOperation { Operation: IThrowOperation } => true,
        IBlockOperation { Operations: [.., var last] } => Leaves(last),
        IConditionalOperation { WhenTrue: var first, WhenFalse: { } second } => Leaves(first) && Leaves(second),
        _ => false,
    };
}
