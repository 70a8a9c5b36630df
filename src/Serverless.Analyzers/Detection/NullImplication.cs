using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Serverless.Analyzers.Detection;

/// <summary>
/// What a condition says about a value: if it comes out this way, is the value certainly not null? Reads `== null`, patterns, `?.` compared with something, `??`,
/// `string.IsNullOrEmpty`, `&amp;&amp;`, `||`, `!`, and conditions that stand in a local. A helper that is given the value or what it is read from is believed to test it.
/// </summary>
internal sealed class NullImplication(ImmutableArray<ISymbol> path, CancellationToken cancellationToken)
{
    public ImmutableArray<ISymbol> Path { get; } = path;

    public bool Follows(IOperation condition, bool outcome)
    {
        cancellationToken.ThrowIfCancellationRequested();
        switch (condition.Unwrap())
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Follows(not.Operand, !outcome);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And } both:
                return outcome ? Follows(both.LeftOperand, true) || Follows(both.RightOperand, true) : Follows(both.LeftOperand, false) && Follows(both.RightOperand, false);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or } either:
                return outcome ? Follows(either.LeftOperand, true) && Follows(either.RightOperand, true) : Follows(either.LeftOperand, false) || Follows(either.RightOperand, false);
            case IBinaryOperation binary:
                return FollowsFromComparison(binary, outcome);
            case IIsPatternOperation pattern:
                return FollowsFromPattern(pattern.Value, pattern.Pattern, outcome);
            case IIsTypeOperation type:
                return outcome != type.IsNegated && IsProvenBy(type.ValueOperand);
            case ICoalesceOperation { WhenNull.ConstantValue: { HasValue: true, Value: bool whenNull } } coalesce:
                return whenNull != outcome && (IsProvenBy(coalesce.Value) || Follows(coalesce.Value, outcome));
            case ILocalReferenceOperation local when OneTimeInitialisation.InitialValue(local) is { } initial:
                return Follows(initial, outcome);
            case IInvocationOperation call:
                return FollowsFromCall(call, outcome);
            default:
                return false;
        }
    }

    /// <summary>If this value is not null, the path is not.</summary>
    public bool IsProvenBy(IOperation value)
    {
        value = value.Unwrap();
        if (AccessPath.Same(AccessPath.Of(value, cancellationToken), Path))
            return true;
        return value switch
        {
            IConditionalAccessOperation access => IsProvenBy(access.Operation) || IsProvenBy(access.WhenNotNull),
            ICoalesceOperation { WhenNull: { } instead } coalesce when instead.Unwrap().ConstantValue.HasValue => IsProvenBy(coalesce.Value),
            ILocalReferenceOperation local when OneTimeInitialisation.InitialValue(local) is { } initial => IsProvenBy(initial),
            _ => false,
        };
    }

    /// <summary>The value, or what it is read from, is handed over.</summary>
    public bool IsGivenTo(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (AccessPath.IsPrefix(AccessPath.Of(argument.Value, cancellationToken), Path))
                return true;
        }

        return false;
    }

    private bool FollowsFromComparison(IBinaryOperation binary, bool outcome)
    {
        var (left, right) = (binary.LeftOperand, binary.RightOperand);
        switch (binary.OperatorKind)
        {
            case BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals:
                var areEqual = outcome == (binary.OperatorKind == BinaryOperatorKind.Equals);
                if (OneTimeInitialisation.IsNullOrDefault(right) && right.Unwrap().ConstantValue is not { HasValue: true, Value: not null })
                    return !areEqual && IsProvenBy(left);
                if (OneTimeInitialisation.IsNullOrDefault(left) && left.Unwrap().ConstantValue is not { HasValue: true, Value: not null })
                    return !areEqual && IsProvenBy(right);
                if (left is ICoalesceOperation or IConversionOperation { Operand: ICoalesceOperation })
                    return !areEqual && IsProvenBy(left);
                return areEqual && ((right.Unwrap().ConstantValue.HasValue && IsProvenBy(left)) || (left.Unwrap().ConstantValue.HasValue && IsProvenBy(right)));
            case BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual:
                return outcome && (IsProvenBy(left) || IsProvenBy(right));
            default:
                return false;
        }
    }

    private bool FollowsFromPattern(IOperation value, IPatternOperation pattern, bool outcome)
    {
        switch (pattern)
        {
            case INegatedPatternOperation negated:
                return FollowsFromPattern(value, negated.Pattern, !outcome);
            case IConstantPatternOperation constant when OneTimeInitialisation.IsNullOrDefault(constant.Value) && constant.Value.Unwrap().ConstantValue is { HasValue: true, Value: null }:
                return !outcome && IsProvenBy(value);
            case IDiscardPatternOperation or IDeclarationPatternOperation { MatchesNull: true }:
                return false;
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both:
                return outcome && (FollowsFromPattern(value, both.LeftPattern, true) || FollowsFromPattern(value, both.RightPattern, true));
            case IBinaryPatternOperation either:
                return outcome
                    ? FollowsFromPattern(value, either.LeftPattern, true) && FollowsFromPattern(value, either.RightPattern, true)
                    : FollowsFromPattern(value, either.LeftPattern, false) || FollowsFromPattern(value, either.RightPattern, false);
            case IRecursivePatternOperation recursive when outcome:
                return IsProvenBy(value) || FollowsFromProperties(AccessPath.Of(value, cancellationToken), recursive);
            default:
                return outcome && IsProvenBy(value);
        }
    }

    /// <summary>`request is { QueryStringParameters: not null }`.</summary>
    private bool FollowsFromProperties(ImmutableArray<ISymbol> value, IRecursivePatternOperation pattern)
    {
        foreach (var part in pattern.PropertySubpatterns)
        {
            if (value.IsEmpty || part.Member is not IMemberReferenceOperation { Member: { } member })
                continue;
            var inner = value.Add(member);
            if (AccessPath.Same(inner, Path) ? RulesOutNull(part.Pattern) : part.Pattern is IRecursivePatternOperation nested && FollowsFromProperties(inner, nested))
                return true;
        }

        return false;
    }

    private static bool RulesOutNull(IPatternOperation pattern) => pattern switch
    {
        INegatedPatternOperation { Pattern: IConstantPatternOperation { Value: { } value } } => value.Unwrap().ConstantValue is { HasValue: true, Value: null },
        IConstantPatternOperation { Value: { } value } => value.Unwrap().ConstantValue is { HasValue: true, Value: not null },
        IRecursivePatternOperation or IRelationalPatternOperation or ITypePatternOperation => true,
        IDeclarationPatternOperation declaration => !declaration.MatchesNull,
        _ => false,
    };

    private bool FollowsFromCall(IInvocationOperation call, bool outcome)
    {
        var method = call.TargetMethod;
        switch (method.Name)
        {
            case "IsNullOrEmpty" or "IsNullOrWhiteSpace":
                return !outcome && call.Arguments.Length == 1 && IsProvenBy(call.Arguments[0].Value);
            case "ReferenceEquals" or "Equals" when method.ContainingType.SpecialType is SpecialType.System_Object or SpecialType.System_String && method.IsStatic:
                var isNullTest = call.Arguments.Any(static argument => argument.Value.Unwrap().ConstantValue is { HasValue: true, Value: null });
                return outcome != isNullTest && call.Arguments.Any(argument => IsProvenBy(argument.Value));
            default:
                return IsGivenTo(call);
        }
    }
}
