using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Serverless.Analyzers.FrontEnds.StateMachines.Jsonata;

/// <content>`is` and `switch`: patterns over constants, ranges and members.</content>
internal sealed partial class JsonataTranslator
{
    private JsonataExpression TranslatePattern(IPatternOperation pattern, JsonataExpression value, ITypeSymbol? type)
    {
        switch (pattern)
        {
            case IConstantPatternOperation { Value: var constant }:
                return IsNullConstant(constant)
                    ? JsonataExpression.Not(NotNull(value))
                    : JsonataExpression.Binary(value, "=", Translate(constant), JsonataExpression.Comparison);
            case IRelationalPatternOperation relational when IsNumeric(UnderlyingOf(relational.Value.Type)) || UnderlyingOf(relational.Value.Type)?.SpecialType == SpecialType.System_Char:
                return TranslateRelational(relational, value);
            case INegatedPatternOperation { Pattern: IConstantPatternOperation { Value: var constant } } when IsNullConstant(constant):
                return NotNull(value);
            case INegatedPatternOperation negated:
                return JsonataExpression.Not(TranslatePattern(negated.Pattern, value, type));
            case IBinaryPatternOperation binary:
                var isAnd = binary.OperatorKind == BinaryOperatorKind.And;
                return JsonataExpression.Binary(
                    TranslatePattern(binary.LeftPattern, value, type), isAnd ? "and" : "or", TranslatePattern(binary.RightPattern, value, type),
                    isAnd ? JsonataExpression.And : JsonataExpression.Or);
            case IDiscardPatternOperation:
                return JsonataExpression.True;
            case IRecursivePatternOperation { DeclaredSymbol: null, DeconstructionSubpatterns.IsEmpty: true } recursive:
                return TranslateMembers(recursive, value, type);
            default:
                return Refuse(pattern, "patterns of constants, ranges, null and members are translated, others are not");
        }
    }

    /// <summary>Null never matches a range in C# and fails in JSONata, so the value is asked first.</summary>
    private JsonataExpression TranslateRelational(IRelationalPatternOperation relational, JsonataExpression value)
    {
        var op = relational.OperatorKind switch
        {
            BinaryOperatorKind.LessThan => "<",
            BinaryOperatorKind.LessThanOrEqual => "<=",
            BinaryOperatorKind.GreaterThan => ">",
            _ => ">=",
        };
        var comparison = JsonataExpression.Binary(value, op, Translate(relational.Value), JsonataExpression.Comparison);
        return relational.InputType is { } input && !SymbolEqualityComparer.Default.Equals(UnderlyingOf(input), input)
            ? JsonataExpression.Binary(NotNull(value), "and", comparison, JsonataExpression.And)
            : comparison;
    }

    private JsonataExpression TranslateMembers(IRecursivePatternOperation recursive, JsonataExpression value, ITypeSymbol? type)
    {
        JsonataExpression? result = type is { IsReferenceType: true } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } || recursive.PropertySubpatterns.IsEmpty ? NotNull(value) : null;
        foreach (var subpattern in recursive.PropertySubpatterns)
        {
            if (subpattern.Member is not IPropertyReferenceOperation { Property: var property } member)
                return Refuse(recursive, "patterns look at properties only");
            var memberValue = MemberOf(value, type, property, member);
            var match = TranslatePattern(subpattern.Pattern, memberValue, property.Type);
            result = result is { } before ? JsonataExpression.Binary(before, "and", match, JsonataExpression.And) : match;
        }

        return result ?? JsonataExpression.True;
    }

    private JsonataExpression MemberOf(JsonataExpression value, ITypeSymbol? type, IPropertySymbol property, IOperation member)
    {
        if (IsString(type) && property.Name == "Length")
            return JsonataExpression.Call("length", value);
        if (IsDictionary(type))
            return property.Name == "Count" ? JsonataExpression.Call("count", JsonataExpression.Call("keys", value)) : Refuse(member, $"'{property.Name}' is not in the JSON");
        if (ElementOf(type) is not null && property.Name is "Length" or "Count")
            return JsonataExpression.Call("count", value);
        return IsDataMember(property) ? Path(value with { Absence = Absence.Never }, member, property) : Refuse(member, $"'{property.Name}' is not in the JSON");
    }

    private JsonataExpression TranslateSwitch(ISwitchExpressionOperation @switch)
    {
        var value = Translate(@switch.Value).Solid();
        JsonataExpression? result = null;
        foreach (var arm in @switch.Arms.Reverse())
        {
            var armValue = Translate(arm.Value);
            if (arm is { Pattern: IDiscardPatternOperation, Guard: null })
            {
                result = armValue;
                continue;
            }

            if (result is not { } otherwise)
                return Refuse(@switch, "the last arm must be '_': JSONata has no exception for what matches nothing");
            var condition = TranslatePattern(arm.Pattern, value, @switch.Value.Type);
            if (arm.Guard is { } guard)
                condition = JsonataExpression.Binary(condition, "and", Translate(guard), JsonataExpression.And);
            result = JsonataExpression.Choose(condition, armValue, otherwise);
        }

        return result ?? JsonataExpression.Null;
    }
}
