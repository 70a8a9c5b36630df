using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Serverless.Analyzers.FrontEnds.StateMachines.Jsonata;

/// <content>
/// Moments, in JSONata texts that are calculated with as milliseconds since 1970. What depends on the offset from UTC has no form: a
/// calculated moment is one in UTC.
/// </content>
internal sealed partial class JsonataTranslator
{
    private static bool IsTime(ITypeSymbol type) =>
        type is { Name: "DateTimeOffset" or "TimeSpan", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>Milliseconds of one unit, by the end of a member's name: `AddHours`, `TotalHours`, `FromHours`.</summary>
    private static long MillisOf(string unit) => unit switch
    {
        "Days" => 86_400_000,
        "Hours" => 3_600_000,
        "Minutes" => 60_000,
        "Seconds" => 1_000,
        "Milliseconds" => 1,
        _ => 0,
    };

    private JsonataExpression TranslateTimeProperty(IPropertyReferenceOperation reference, IOperation instance)
    {
        var name = reference.Property.Name;
        if (!name.StartsWith("Total", StringComparison.Ordinal) || MillisOf(name.Substring("Total".Length)) is not (> 0 and var unit) || SpanMillis(instance) is not { } millis)
            return Refuse(reference, "the parts of a date depend on its offset, which the JSON keeps as text; compare moments, or take the TotalSeconds between two");
        return unit == 1 ? millis : JsonataExpression.Binary(millis, "/", Number(unit), JsonataExpression.Multiplicative);
    }

    private JsonataExpression TranslateTimeCall(IInvocationOperation call, IOperation instance)
    {
        var name = call.TargetMethod.Name;
        if (name.StartsWith("Add", StringComparison.Ordinal) && MillisOf(name.Substring("Add".Length)) is > 0 and var unit && call.Arguments.Length == 1)
            return Shift(instance, Times(Translate(call.Arguments[0].Value), unit));
        if (name is "Add" or "Subtract" && call.Arguments.Length == 1 && PartsOfShift(call.Arguments[0].Value, name == "Subtract") is { } shift)
            return Shift(instance, shift);
        return name switch
        {
            "ToUnixTimeMilliseconds" => Millis(Translate(instance)),
            "ToUnixTimeSeconds" => JsonataExpression.Call("floor", JsonataExpression.Binary(Millis(Translate(instance)), "/", Number(1000), JsonataExpression.Multiplicative)),
            "ToUniversalTime" => Moment(Millis(Translate(instance))),
            "Equals" when call.Arguments.Length == 1 => TranslateEqual(call, instance, Unconverted(call.Arguments[0].Value)),
            _ => Refuse(call, "of a date only what does not depend on its offset and the culture has a form: comparison, Add…, ToUnixTimeSeconds"),
        };
    }

    private JsonataExpression TranslateStaticTimeCall(IInvocationOperation call) => call.TargetMethod.Name switch
    {
        "FromUnixTimeMilliseconds" => Moment(Translate(call.Arguments[0].Value)),
        "FromUnixTimeSeconds" => Moment(Times(Translate(call.Arguments[0].Value), 1000)),
        "Parse" or "ParseExact" => Refuse(call, "which texts are dates depends on the culture; declare the member as DateTimeOffset"),
        _ => Refuse(call, "a TimeSpan travels as text; keep a number of seconds in the data"),
    };

    /// <summary>The moment so many milliseconds later.</summary>
    private JsonataExpression Shift(IOperation moment, JsonataExpression millis) =>
        Moment(JsonataExpression.Binary(Millis(Translate(moment)), "+", millis, JsonataExpression.Additive));

    private static JsonataExpression Moment(JsonataExpression millis) => JsonataExpression.Call("fromMillis", millis);

    private static JsonataExpression Number(long value) => JsonataExpression.Number(value.ToString(CultureInfo.InvariantCulture));

    private static JsonataExpression Times(JsonataExpression value, long factor) => factor == 1
        ? value
        : JsonataExpression.Binary(value, "*", Number(factor), JsonataExpression.Multiplicative);

    /// <summary>Two durations that are compared, in milliseconds; null when they are something else.</summary>
    private (JsonataExpression Left, JsonataExpression Right)? Differences(IOperation left, IOperation right)
    {
        (left, right) = (Unconverted(left), Unconverted(right));
        if (left.Type is not { Name: "TimeSpan" } || right.Type is not { Name: "TimeSpan" } || !(IsDifference(left) || IsDifference(right)))
            return null;
        return SpanMillis(left) is { } l && SpanMillis(right) is { } r ? (l, r) : null;
    }

    private static bool IsDifference(IOperation operation) => operation is
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract } difference && IsInstant(difference.LeftOperand.Type) && IsInstant(difference.RightOperand.Type);

    /// <summary>The milliseconds of a duration: of the difference of two moments, or of one that is built of numbers here.</summary>
    private JsonataExpression? SpanMillis(IOperation operation)
    {
        operation = Unconverted(operation);
        if (IsDifference(operation) && operation is IBinaryOperation difference)
            return JsonataExpression.Binary(Millis(Translate(difference.LeftOperand)), "-", Millis(Translate(difference.RightOperand)), JsonataExpression.Additive);
        return PartsOfShift(operation, isNegative: false);
    }

    private JsonataExpression? PartsOfShift(IOperation operation, bool isNegative)
    {
        if (Durations.PartsOf(operation) is not { } parts)
            return null;
        JsonataExpression? sum = null;
        foreach (var (value, factor) in parts)
        {
            var part = value.ConstantValue is { HasValue: true, Value: IConvertible number and not string }
                ? JsonataExpression.Number((number.ToDecimal(CultureInfo.InvariantCulture) * factor * 1000 * (isNegative ? -1 : 1)).ToString("0.####", CultureInfo.InvariantCulture))
                : Times(Translate(value), (long)(factor * 1000) * (isNegative ? -1 : 1));
            sum = sum is { } before ? JsonataExpression.Binary(before, "+", part, JsonataExpression.Additive) : part;
        }

        return sum ?? JsonataExpression.Number("0");
    }
}
