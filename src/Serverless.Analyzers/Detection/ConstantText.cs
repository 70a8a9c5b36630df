using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.Detection;

/// <summary>What of a text is known without running the program: that it begins or ends with a constant.</summary>
internal static class ConstantText
{
    /// <summary>`"thumb/" + key`, `$"thumb/{key}"`, `string.Concat("thumb/", key)`, a constant, or a local that is one of these.</summary>
    public static bool BeginsConstant(IOperation text) => HasConstant(text, atEnd: false, depth: 0);

    /// <summary>`key + ".json"` and its kin.</summary>
    public static bool EndsConstant(IOperation text) => HasConstant(text, atEnd: true, depth: 0);

    private static bool HasConstant(IOperation text, bool atEnd, int depth)
    {
        var value = text.Unwrap();
        if (value.ConstantValue is { HasValue: true, Value: string { Length: > 0 } })
            return true;
        if (depth > 6)
            return false;
        switch (value)
        {
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                return HasConstant(atEnd ? sum.RightOperand : sum.LeftOperand, atEnd, depth + 1);
            case IInterpolatedStringOperation { Parts: [_, ..] parts }:
                return (atEnd ? parts[parts.Length - 1] : parts[0]) switch
                {
                    IInterpolatedStringTextOperation => true,
                    IInterpolationOperation hole => HasConstant(hole.Expression, atEnd, depth + 1),
                    _ => false,
                };
            case IInvocationOperation { TargetMethod: { Name: "Concat" or "Combine" or "Join" or "Format", IsStatic: true }, Arguments: [_, ..] arguments } call:
                return call.TargetMethod.Name == "Format"
                    ? !atEnd && arguments[0].Value.ConstantValue is { HasValue: true, Value: string { Length: > 0 } format } && format[0] != '{'
                    : HasConstant(arguments[atEnd ? arguments.Length - 1 : 0].Value, atEnd, depth + 1);
            case IInvocationOperation { TargetMethod.Name: "ChangeExtension", Arguments: [_, var extension] } when atEnd:
                return HasConstant(extension.Value, atEnd, depth + 1);
            case IInvocationOperation { TargetMethod.Name: "Replace", Instance: not null } when atEnd:
                return true;
            case IFieldReferenceOperation { Field.IsReadOnly: true }:
                return !atEnd;
            case ILocalReferenceOperation local when OneTimeInitialisation.InitialValue(local) is { } initial:
                return HasConstant(initial, atEnd, depth + 1);
            default:
                return false;
        }
    }
}
