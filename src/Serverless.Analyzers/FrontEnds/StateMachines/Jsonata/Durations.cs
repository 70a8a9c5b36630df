using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.StateMachines.Jsonata;

/// <summary>`TimeSpan` as seconds: a Wait state counts those, and no JSON form of a TimeSpan is known to it.</summary>
internal static class Durations
{
    private const decimal Longest = 99_999_999;

    /// <summary>Whole seconds of a constant duration, as JSON writes them; null when it is no such.</summary>
    public static string? ConstantSeconds(IOperation operation)
    {
        decimal sum = 0;
        if (PartsOf(operation) is not { } parts)
            return null;
        foreach (var (value, factor) in parts)
        {
            if (value.ConstantValue is not { HasValue: true, Value: IConvertible number and not string })
                return null;
            sum += number.ToDecimal(CultureInfo.InvariantCulture) * factor;
        }

        return sum is >= 0 and <= Longest && sum == decimal.Truncate(sum) ? sum.ToString("0", CultureInfo.InvariantCulture) : null;
    }

    /// <summary>The written parts of a duration with the seconds that one of each has; null when it is not built of numbers.</summary>
    public static List<(IOperation Value, decimal Factor)>? PartsOf(IOperation operation)
    {
        while (operation is IConversionOperation conversion)
            operation = conversion.Operand;
        if (operation is IInvocationOperation { TargetMethod: { IsStatic: true, ContainingType.Name: "TimeSpan" } method } call && method.Name.StartsWith("From", StringComparison.Ordinal))
            return Read(call.Arguments, method.Name.Substring("From".Length).ToLowerInvariant());
        if (operation is IObjectCreationOperation { Type.Name: "TimeSpan", Arguments.Length: > 1 } creation)
            return Read(creation.Arguments, "");
        return operation is IFieldReferenceOperation { Field: { Name: "Zero", ContainingType.Name: "TimeSpan" } } ? [] : null;
    }

    private static List<(IOperation, decimal)>? Read(IEnumerable<IArgumentOperation> arguments, string unitOfValue)
    {
        var parts = new List<(IOperation, decimal)>();
        foreach (var argument in arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.DefaultValue)
                continue;
            var factor = (argument.Parameter?.Name is "value" or null ? unitOfValue : argument.Parameter.Name) switch
            {
                "days" => 86_400m,
                "hours" => 3_600m,
                "minutes" => 60m,
                "seconds" => 1m,
                "milliseconds" => 0.001m,
                _ => 0m,
            };
            if (factor == 0)
                return null;
            parts.Add((argument.Value, factor));
        }

        return parts;
    }
}

/// <content>Durations inside lambdas.</content>
internal sealed partial class JsonataTranslator
{
    /// <summary>The seconds of a TimeSpan; refused when it is not built of numbers here.</summary>
    public AslData TranslateSeconds(IOperation operation)
    {
        if (Durations.ConstantSeconds(operation) is { } constant)
            return new AslNumber(constant);
        if (Durations.PartsOf(operation) is not { Count: > 0 } parts)
        {
            Refuse(operation, "a TimeSpan travels as text; keep a number of seconds in the data and write TimeSpan.FromSeconds(…)");
            return new AslNumber("0");
        }

        JsonataExpression? sum = null;
        foreach (var (value, factor) in parts)
        {
            var seconds = Translate(value);
            if (factor != 1)
                seconds = JsonataExpression.Binary(seconds, "*", JsonataExpression.Number(factor.ToString(CultureInfo.InvariantCulture)), JsonataExpression.Multiplicative);
            sum = sum is { } before ? JsonataExpression.Binary(before, "+", seconds, JsonataExpression.Additive) : seconds;
        }

        return new AslExpression(sum!.Value.Text);
    }
}
