using System.Globalization;
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
                return JsonataExpression.Binary(Translate(binary.LeftOperand), "and", Translate(binary.RightOperand), JsonataExpression.And);
            case BinaryOperatorKind.ConditionalOr:
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
            case BinaryOperatorKind.Remainder when IsFractional(UnderlyingOf(binary.Type)) && UnderlyingOf(binary.Type)!.SpecialType != SpecialType.System_Double:
                return Refuse(binary, "the remainder of decimals is another one with doubles, which JSONata calculates with");
            case BinaryOperatorKind.Remainder:
                return TranslateDivision(binary, "%");
            case BinaryOperatorKind.Divide when IsInteger(UnderlyingOf(binary.Type)):
                return Refuse(binary, "7 / 2 is 3 in C# and 3.5 in JSONata; divide doubles or decimals, and round with Math.Floor");
            case BinaryOperatorKind.Divide:
                return TranslateDivision(binary, "/");
            case BinaryOperatorKind.And or BinaryOperatorKind.Or when UnderlyingOf(binary.Type)?.SpecialType == SpecialType.System_Boolean:
                return Refuse(binary, "JSONata evaluates the right side only when it matters, as '&&' and '||' do");
            default:
                return Refuse(binary, "JSONata has no such operator");
        }
    }

    private JsonataExpression TranslateArithmetic(IBinaryOperation binary, string op, int power)
    {
        if (IsInstant(binary.LeftOperand.Type) && op == "-" && IsInstant(binary.RightOperand.Type))
            return Refuse(binary, "a TimeSpan travels as text; compare it with one, or take its TotalSeconds");
        if (IsInstant(binary.LeftOperand.Type) && PartsOfShift(binary.RightOperand, op == "-") is { } shift)
            return Shift(binary.LeftOperand, shift);
        if (binary.OperatorMethod is not null && !IsNumeric(UnderlyingOf(binary.Type)))
            return Refuse(binary, "an operator of the type's own runs only in C#");
        if (!IsNumeric(UnderlyingOf(binary.Type)))
            return Refuse(binary, "JSONata calculates with numbers only");
        if (UnderlyingOf(binary.Type)!.SpecialType == SpecialType.System_Single)
            return Refuse(binary, "a float has other digits in C# than in the JSON; use double");
        if (MayBeNull(binary.LeftOperand) || MayBeNull(binary.RightOperand))
            return Refuse(binary, "a number that may be null cannot be calculated with; give it a value with '??'");
        if (UnderlyingOf(binary.Type)!.SpecialType == SpecialType.System_Decimal)
            Inform(binary, "a decimal is calculated as a double, exact to 15 digits");
        return JsonataExpression.Binary(Translate(binary.LeftOperand), op, Translate(binary.RightOperand), power);
    }

    /// <summary>Division by zero is no number in the JSON; C# throws, or has one that cannot be written.</summary>
    private JsonataExpression TranslateDivision(IBinaryOperation binary, string op)
    {
        var quotient = TranslateArithmetic(binary, op, JsonataExpression.Multiplicative);
        if (binary.RightOperand.ConstantValue is { HasValue: true, Value: IConvertible constant })
            return constant.ToDouble(CultureInfo.InvariantCulture) == 0 ? Refuse(binary, "nothing is divided by zero") : quotient;
        var divisor = Translate(binary.RightOperand);
        var isNotZero = JsonataExpression.Binary(divisor, "!=", JsonataExpression.Number("0"), JsonataExpression.Comparison);
        return JsonataExpression.Choose(isNotZero, quotient, JsonataExpression.Error("division by zero"));
    }

    private JsonataExpression TranslateComparison(IBinaryOperation binary, string op)
    {
        var (left, right) = (binary.LeftOperand, binary.RightOperand);
        if (CharacterOperands(left, right) is { } characters)
            return JsonataExpression.Binary(characters.Left, op, characters.Right, JsonataExpression.Comparison);
        if (Differences(left, right) is { } spans)
            return JsonataExpression.Binary(spans.Left, op, spans.Right, JsonataExpression.Comparison);
        var type = UnderlyingOf(Unconverted(left).Type);
        var (leftValue, rightValue) = (Translate(left), Translate(right));
        JsonataExpression comparison;
        if (IsInstant(type))
            comparison = JsonataExpression.Binary(Millis(leftValue), op, Millis(rightValue), JsonataExpression.Comparison);
        else if (IsDate(type) || (IsNumeric(UnderlyingOf(left.Type)) && IsNumeric(UnderlyingOf(right.Type))))
            comparison = JsonataExpression.Binary(leftValue, op, rightValue, JsonataExpression.Comparison);
        else
            return Refuse(binary, "JSONata orders numbers and texts; of other types only DateTimeOffset and DateOnly are translated");
        return GuardNull(binary, comparison, (left, leftValue), (right, rightValue));
    }

    /// <summary>False where a side is null. C# evaluates both sides for that, so one that throws may not be passed over.</summary>
    private JsonataExpression GuardNull(
        IOperation place, JsonataExpression comparison, (IOperation Operation, JsonataExpression Value) left, (IOperation Operation, JsonataExpression Value) right)
    {
        var (isLeftNull, isRightNull) = (MayBeNull(left.Operation), MayBeNull(right.Operation));
        if ((isLeftNull && MayFail(right.Value)) || (isRightNull && MayFail(left.Value)))
            return Refuse(place, "a value that may be missing beside one that may fail: test for null before");
        if (isRightNull)
            comparison = JsonataExpression.Binary(NotNull(right.Value), "and", comparison, JsonataExpression.And);
        return isLeftNull ? JsonataExpression.Binary(NotNull(left.Value), "and", comparison, JsonataExpression.And) : comparison;
    }

    private static bool MayFail(JsonataExpression value) => value.MayFail || value.Absence == Absence.Fault;

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
        if (Differences(left, right) is { } spans)
            return JsonataExpression.Binary(spans.Left, "=", spans.Right, JsonataExpression.Comparison);
        var type = UnderlyingOf(Unconverted(left).Type);
        var (leftValue, rightValue) = (Translate(left), Translate(right));
        JsonataExpression equal;
        if (IsInstant(type))
        {
            equal = JsonataExpression.Binary(Millis(leftValue), "=", Millis(rightValue), JsonataExpression.Comparison);
            equal = GuardNull(operation, equal, (left, leftValue), (right, rightValue));
        }
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

    /// <summary>Milliseconds since 1970 of a moment.</summary>
    private static JsonataExpression Millis(JsonataExpression moment) => JsonataExpression.Call("toMillis", moment);

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
                var operand = Translate(unary.Operand);
                return new JsonataExpression("-" + operand.AtLeast(JsonataExpression.Primary), JsonataExpression.Negation) { Absence = operand.Absence };
            case UnaryOperatorKind.Hat:
                return Refuse(unary, "an index from the end stands only in an indexer");
            default:
                return Refuse(unary, "JSONata has no such operator");
        }
    }

    private JsonataExpression TranslateCoalesce(ICoalesceOperation coalesce)
    {
        var value = Translate(coalesce.Value);
        return JsonataExpression.Choose(NotNull(value), value with { Absence = Absence.Never }, Translate(coalesce.WhenNull));
    }

    /// <summary>A path over nothing is nothing, which is what `?.` means; a function wants a value, so a call is guarded.</summary>
    private JsonataExpression TranslateConditionalAccess(IConditionalAccessOperation access)
    {
        var receiver = Translate(access.Operation).Solid();
        _conditionalReceivers.Push(receiver with { Absence = Absence.Never });
        var value = Translate(access.WhenNotNull);
        _conditionalReceivers.Pop();
        return IsPath(access.WhenNotNull)
            ? value with { Absence = Absence.Null }
            : JsonataExpression.Choose(NotNull(receiver), value.OrNull(), JsonataExpression.Null);
    }

    /// <summary>True when nothing can only come from a `?.` or a member that is left out, never from what would throw.</summary>
    private bool IsPath(IOperation operation) => operation switch
    {
        IConditionalAccessInstanceOperation => true,
        IPropertyReferenceOperation { Instance: { } instance, Arguments.Length: 0 } property =>
            IsDataMember(property.Property) && IsPath(instance) && (instance is IConditionalAccessInstanceOperation || !MayBeNull(instance))
            && !(names.IsLeftOutWhenDefault(property.Property) && property.Property.Type.IsValueType),
        IConditionalAccessOperation access => IsPath(access.Operation) && IsPath(access.WhenNotNull),
        _ => false,
    };
}
