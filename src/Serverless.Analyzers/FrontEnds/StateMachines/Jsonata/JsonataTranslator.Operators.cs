using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Serverless.Analyzers.FrontEnds.StateMachines.Jsonata;

/// <content>Operators. In JSONata a comparison with nothing yields nothing, and one with null fails: both are guarded where a value may be null.</content>
internal sealed partial class JsonataTranslator
{
    private JsonataExpression TranslateBinary(IBinaryOperation binary)
    {
        switch (binary.OperatorKind)
        {
            case BinaryOperatorKind.ConditionalAnd:
            case BinaryOperatorKind.And when binary.Type?.SpecialType == SpecialType.System_Boolean:
                return JsonataExpression.Binary(Translate(binary.LeftOperand), "and", Translate(binary.RightOperand), JsonataExpression.And);
            case BinaryOperatorKind.ConditionalOr:
            case BinaryOperatorKind.Or when binary.Type?.SpecialType == SpecialType.System_Boolean:
                return JsonataExpression.Binary(Translate(binary.LeftOperand), "or", Translate(binary.RightOperand), JsonataExpression.Or);
            case BinaryOperatorKind.Equals:
                return TranslateEquality(binary);
            case BinaryOperatorKind.NotEquals:
                return TranslateInequality(binary);
            case BinaryOperatorKind.LessThan:
                return TranslateComparison(binary, "<");
            case BinaryOperatorKind.LessThanOrEqual:
                return TranslateComparison(binary, "<=");
            case BinaryOperatorKind.GreaterThan:
                return TranslateComparison(binary, ">");
            case BinaryOperatorKind.GreaterThanOrEqual:
                return TranslateComparison(binary, ">=");
            case BinaryOperatorKind.Add when IsString(binary.Type):
                return Concatenate(TranslateTextPart(binary.LeftOperand), TranslateTextPart(binary.RightOperand));
            case BinaryOperatorKind.Add:
                return TranslateArithmetic(binary, "+", JsonataExpression.Additive);
            case BinaryOperatorKind.Subtract:
                return TranslateArithmetic(binary, "-", JsonataExpression.Additive);
            case BinaryOperatorKind.Multiply:
                return TranslateArithmetic(binary, "*", JsonataExpression.Multiplicative);
            case BinaryOperatorKind.Remainder:
                return TranslateArithmetic(binary, "%", JsonataExpression.Multiplicative);
            case BinaryOperatorKind.Divide when IsInteger(UnderlyingOf(binary.Type)):
                return Refuse(binary, "7 / 2 is 3 in C# and 3.5 in JSONata; divide doubles or decimals, and round with Math.Floor");
            case BinaryOperatorKind.Divide:
                return TranslateArithmetic(binary, "/", JsonataExpression.Multiplicative);
            default:
                return Refuse(binary, "JSONata has no such operator");
        }
    }

    private JsonataExpression TranslateArithmetic(IBinaryOperation binary, string op, int power)
    {
        if (binary.OperatorMethod is not null && !IsNumeric(UnderlyingOf(binary.Type)))
            return Refuse(binary, "an operator of the type's own runs only in C#");
        if (!IsNumeric(UnderlyingOf(binary.Type)))
            return Refuse(binary, "JSONata calculates with numbers only");
        if (MayBeNull(binary.LeftOperand) || MayBeNull(binary.RightOperand))
            return Refuse(binary, "a number that may be null cannot be calculated with; give it a value with '??'");
        return JsonataExpression.Binary(Translate(binary.LeftOperand), op, Translate(binary.RightOperand), power);
    }

    private JsonataExpression TranslateComparison(IBinaryOperation binary, string op)
    {
        var (left, right) = (binary.LeftOperand, binary.RightOperand);
        if (CharacterOperands(left, right) is { } characters)
            return JsonataExpression.Binary(characters.Left, op, characters.Right, JsonataExpression.Comparison);
        var type = UnderlyingOf(Unconverted(left).Type);
        var (leftValue, rightValue) = (Translate(left), Translate(right));
        JsonataExpression comparison;
        if (IsInstant(type))
            comparison = JsonataExpression.Binary(JsonataExpression.Call("toMillis", leftValue), op, JsonataExpression.Call("toMillis", rightValue), JsonataExpression.Comparison);
        else if (IsNumeric(UnderlyingOf(left.Type)) && IsNumeric(UnderlyingOf(right.Type)))
            comparison = JsonataExpression.Binary(leftValue, op, rightValue, JsonataExpression.Comparison);
        else
            return Refuse(binary, "JSONata orders numbers and texts; of other types only DateTimeOffset is translated");
        if (MayBeNull(right))
            comparison = JsonataExpression.Binary(NotNull(rightValue), "and", comparison, JsonataExpression.And);
        if (MayBeNull(left))
            comparison = JsonataExpression.Binary(NotNull(leftValue), "and", comparison, JsonataExpression.And);
        return comparison;
    }

    private JsonataExpression TranslateEquality(IBinaryOperation binary)
    {
        var (left, right) = (binary.LeftOperand, binary.RightOperand);
        if (IsNullConstant(right))
            return JsonataExpression.Not(NotNull(Translate(left)));
        if (IsNullConstant(left))
            return JsonataExpression.Not(NotNull(Translate(right)));
        return TranslateEqual(binary, left, right);
    }

    private JsonataExpression TranslateEqual(IOperation operation, IOperation left, IOperation right)
    {
        if (CharacterOperands(left, right) is { } characters)
            return JsonataExpression.Binary(characters.Left, "=", characters.Right, JsonataExpression.Comparison);
        var type = UnderlyingOf(Unconverted(left).Type);
        var (leftValue, rightValue) = (Translate(left), Translate(right));
        JsonataExpression equal;
        if (IsInstant(type))
            equal = JsonataExpression.Binary(JsonataExpression.Call("toMillis", leftValue), "=", JsonataExpression.Call("toMillis", rightValue), JsonataExpression.Comparison);
        else if (IsScalar(left.Type) && IsScalar(right.Type))
            equal = JsonataExpression.Binary(leftValue, "=", rightValue, JsonataExpression.Comparison);
        else
            return Refuse(operation, "only numbers, texts, booleans, enums, Guid and DateTimeOffset compare as they do in C#");
        if (!MayBeNull(left) || !MayBeNull(right))
            return equal;
        var bothNull = JsonataExpression.Not(JsonataExpression.Binary(NotNull(leftValue), "or", NotNull(rightValue), JsonataExpression.Or));
        return JsonataExpression.Binary(equal, "or", bothNull, JsonataExpression.Or);
    }

    /// <summary>`!=` is false when a side is nothing, so that only what is never null may use it.</summary>
    private JsonataExpression TranslateInequality(IBinaryOperation binary)
    {
        var (left, right) = (binary.LeftOperand, binary.RightOperand);
        if (IsNullConstant(right))
            return NotNull(Translate(left));
        if (IsNullConstant(left))
            return NotNull(Translate(right));
        if (!MayBeNull(left) && !MayBeNull(right) && IsScalar(left.Type) && IsScalar(right.Type) && CharacterOperands(left, right) is null)
            return JsonataExpression.Binary(Translate(left), "!=", Translate(right), JsonataExpression.Comparison);
        return JsonataExpression.Not(TranslateEqual(binary, left, right));
    }

    /// <summary>True when the value is there and not null: one comparison says both, because a comparison with nothing is false.</summary>
    private static JsonataExpression NotNull(JsonataExpression value) =>
        JsonataExpression.Binary(value, "!=", JsonataExpression.Null, JsonataExpression.Comparison);

    /// <summary>Characters compare as numbers in C#; in the JSON they are texts of one character, ordered alike.</summary>
    private (JsonataExpression Left, JsonataExpression Right)? CharacterOperands(IOperation left, IOperation right)
    {
        if (CharacterOf(left) is { } l && CharacterOf(right) is { } r && (IsCharacter(left) || IsCharacter(right)))
            return (l(), r());
        return null;
    }

    private static bool IsCharacter(IOperation operation) =>
        operation is IConversionOperation { IsImplicit: true, Operand.Type.SpecialType: SpecialType.System_Char };

    private Func<JsonataExpression>? CharacterOf(IOperation operation) => operation switch
    {
        IConversionOperation { IsImplicit: true, Operand: { Type.SpecialType: SpecialType.System_Char } character } => () => Translate(character),
        { ConstantValue: { HasValue: true, Value: int code and >= 0 and <= char.MaxValue } } => () => JsonataExpression.String(((char)code).ToString()),
        _ => null,
    };

    private JsonataExpression TranslateUnary(IUnaryOperation unary)
    {
        switch (unary.OperatorKind)
        {
            case UnaryOperatorKind.Not when unary.Type?.SpecialType == SpecialType.System_Boolean:
                return JsonataExpression.Not(Translate(unary.Operand));
            case UnaryOperatorKind.Plus:
                return Translate(unary.Operand);
            case UnaryOperatorKind.Minus when IsNumeric(unary.Type) && !MayBeNull(unary.Operand):
                return new JsonataExpression("-" + Translate(unary.Operand).AtLeast(JsonataExpression.Primary), JsonataExpression.Negation);
            case UnaryOperatorKind.Hat:
                return Refuse(unary, "an index from the end stands only in an indexer");
            default:
                return Refuse(unary, "JSONata has no such operator");
        }
    }

    private JsonataExpression TranslateCoalesce(ICoalesceOperation coalesce)
    {
        var value = Translate(coalesce.Value);
        return JsonataExpression.Choose(NotNull(value), value, Translate(coalesce.WhenNull));
    }

    /// <summary>A path over nothing is nothing, which is what `?.` means; a function wants a value, so a call is guarded.</summary>
    private JsonataExpression TranslateConditionalAccess(IConditionalAccessOperation access)
    {
        var receiver = Translate(access.Operation);
        _conditionalReceivers.Push(receiver);
        var value = Translate(access.WhenNotNull);
        _conditionalReceivers.Pop();
        return IsPath(access.WhenNotNull) ? value : JsonataExpression.Choose(NotNull(receiver), value, JsonataExpression.Null);
    }

    private static bool IsPath(IOperation operation) => operation switch
    {
        IConditionalAccessInstanceOperation => true,
        IPropertyReferenceOperation { Instance: { } instance, Arguments.Length: 0 } property => IsDataMember(property.Property) && IsPath(instance),
        IConditionalAccessOperation access => IsPath(access.WhenNotNull),
        _ => false,
    };
}
