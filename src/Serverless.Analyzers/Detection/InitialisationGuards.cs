using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Serverless.Analyzers.Detection;

/// <summary>
/// The test in "made once": `if (x is null) x = …`, `if (x is not null) return x; x = …`, `if (Interlocked.Exchange(ref _started, 1) == 0) …`, with or without a lock
/// between. What is tested must be what the guarded code sets or fills.
/// </summary>
internal static class InitialisationGuards
{
    /// <summary>The branch runs only while the tested field is not set, and sets it.</summary>
    public static bool Guards(IConditionalOperation conditional, IOperation branch)
    {
        if (branch == conditional.Condition)
            return false;
        if (branch == conditional.WhenTrue && IsFirstTime(conditional.Condition))
            return true;
        foreach (var tested in Tested(conditional.Condition, unset: branch == conditional.WhenTrue))
        {
            if (Sets(branch, tested))
                return true;
        }

        return false;
    }

    /// <summary>An earlier statement of the block leaves when the field is set, and the rest sets it.</summary>
    public static bool LeavesBefore(IBlockOperation block, IOperation statement)
    {
        foreach (var earlier in block.Operations)
        {
            if (earlier == statement)
                break;
            if (earlier is not IConditionalOperation { WhenTrue: { } body, WhenFalse: null } guard || !Leaves(body))
                continue;
            foreach (var tested in Tested(guard.Condition, unset: false))
            {
                foreach (var later in block.Operations)
                {
                    if (later.Syntax.SpanStart >= statement.Syntax.SpanStart && Sets(later, tested))
                        return true;
                }
            }
        }

        return false;
    }

    private static bool Leaves(IOperation body) => body switch
    {
        IReturnOperation { Kind: OperationKind.Return } or IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation } => true,
        IBlockOperation { Operations: [.., var last] } => Leaves(last),
        _ => false,
    };

    /// <summary>Assigned, filled, or given to `ref` or `out`.</summary>
    private static bool Sets(IOperation code, ISymbol field)
    {
        foreach (var inner in code.DescendantsAndSelf())
        {
            if (inner is IAssignmentOperation or IIncrementOrDecrementOperation or IInvocationOperation or IArgumentOperation && WriteTargets.MayWrite(inner))
            {
                foreach (var write in WriteTargets.Of(inner))
                {
                    if (SymbolEqualityComparer.Default.Equals(WriteTargets.Root(write.Target)?.Member, field))
                        return true;
                }
            }
        }

        return false;
    }

    /// <summary>`Interlocked.Exchange(ref _started, 1) == 0`: true once.</summary>
    private static bool IsFirstTime(IOperation condition) =>
        condition.Unwrap() is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equal
        && (IsOnce(equal.LeftOperand) && IsSmall(equal.RightOperand) || IsOnce(equal.RightOperand) && IsSmall(equal.LeftOperand));

    private static bool IsOnce(IOperation value) =>
        value.Unwrap() is IInvocationOperation { TargetMethod: { Name: "Exchange" or "CompareExchange" or "Increment", ContainingType: { Name: "Interlocked", ContainingNamespace.Name: "Threading" } } };

    private static bool IsSmall(IOperation value) => value.Unwrap().ConstantValue is { HasValue: true, Value: null or 0 or 1 or 0L or 1L or false };

    /// <summary>Fields that the condition finds not set, or set.</summary>
    private static IEnumerable<ISymbol> Tested(IOperation condition, bool unset)
    {
        switch (condition.Unwrap())
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Tested(not.Operand, !unset);
            case IIsPatternOperation { Pattern: IConstantPatternOperation { Value: { } value } } isValue when IsUnset(value):
                return unset ? One(isValue.Value) : [];
            case IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation { Value: { } value } } } isNot when IsUnset(value):
                return unset ? [] : One(isNot.Value);
            case IIsPatternOperation { Pattern: IRecursivePatternOperation or IDeclarationPatternOperation } isSome:
                return unset ? [] : One(isSome.Value);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison when IsUnset(comparison.RightOperand) || IsUnset(comparison.LeftOperand):
                return unset == (comparison.OperatorKind == BinaryOperatorKind.Equals) ? One(IsUnset(comparison.RightOperand) ? comparison.LeftOperand : comparison.RightOperand) : [];
            case IInvocationOperation { TargetMethod.Name: "ReferenceEquals" or "IsNullOrEmpty" or "IsNullOrWhiteSpace" } call:
                return unset ? call.Arguments.SelectMany(static argument => One(argument.Value)) : [];
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } both:
                return Tested(both.LeftOperand, unset).Concat(Tested(both.RightOperand, unset));
            case IPropertyReferenceOperation { Property.Name: "IsEmpty" } empty:
                return unset ? One(empty) : [];
            // A flag by itself means "set".
            case IMemberReferenceOperation or IInvocationOperation { TargetMethod: { Name: "Read", ContainingType: { Name: "Volatile", ContainingNamespace.Name: "Threading" } } } when !unset:
                return One(condition);
            default:
                return [];
        }
    }

    private static bool IsUnset(IOperation value) => OneTimeInitialisation.IsNullOrDefault(value);

    /// <summary>The field itself, or the one whose count or flag is asked for.</summary>
    private static IEnumerable<ISymbol> One(IOperation value)
    {
        value = value.Unwrap();
        if (value is IInvocationOperation { TargetMethod: { Name: "Read", ContainingType: { Name: "Volatile", ContainingNamespace.Name: "Threading" } }, Arguments: [var read, ..] })
            value = read.Value.Unwrap();
        if (value is IPropertyReferenceOperation { Property.Name: "Count" or "Length" or "IsEmpty" or "HasValue", Instance: { } counted } && OneTimeInitialisation.Kept(counted.Unwrap()) is { } collection)
            return [collection];
        return OneTimeInitialisation.Kept(value) is { } kept ? [kept] : [];
    }
}
