using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Serverless.Analyzers.FrontEnds.StateMachines.Jsonata;

/// <content>Methods of strings, numbers and the few others that have a form.</content>
internal sealed partial class JsonataTranslator
{
    private JsonataExpression TranslateInvocation(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var type = method.ContainingType;
        if (type.Name == "Jsonata" && type.ContainingNamespace.ToDisplayString() == "Serverless.StepFunctions")
            return TranslateRaw(call);
        if (type.Name is "Enumerable" or "MemoryExtensions" or "ImmutableArrayExtensions" && call.Instance is null && call.Arguments.Length > 0)
            return TranslateList(call, call.Arguments[0].Value, 1);
        if (call.Instance is { } list && ElementOf(list.Type) is not null && !IsDictionary(list.Type))
            return TranslateList(call, list, 0);
        if (IsString(type))
            return call.Instance is { } text ? TranslateStringCall(call, text) : TranslateStaticStringCall(call);
        if (type.Name == "Math" && type.ContainingNamespace.Name == "System")
            return TranslateMath(call);
        if (method.Name == "NewGuid" && IsGuid(type))
            return JsonataExpression.Call("uuid");
        if (call.Instance is { } instance)
            return TranslateInstanceCall(call, instance);
        if (method.Name == "Parse" && IsNumeric(type) && call.Arguments.Length >= 1)
            return JsonataExpression.Call("number", Translate(call.Arguments[0].Value));
        return Refuse(call, "a method of your own runs in a function only: make it a task, or write the expression here");
    }

    private JsonataExpression TranslateRaw(IInvocationOperation call)
    {
        if (call.Arguments[0].Value.ConstantValue is not { HasValue: true, Value: string text })
            return Refuse(call, "Jsonata.Value takes a constant");
        text = text.Trim();
        if (text.StartsWith("{%", StringComparison.Ordinal) || text.Length == 0 || text.IndexOfAny(['\r', '\n']) >= 0)
            return Refuse(call, "Jsonata.Value takes one line of JSONata without '{%' and '%}'");
        return new JsonataExpression(text, 0);
    }

    private JsonataExpression TranslateInstanceCall(IInvocationOperation call, IOperation instance)
    {
        switch (call.TargetMethod.Name)
        {
            case "ToString":
                return TranslateToString(call, instance);
            case "GetValueOrDefault" when call.TargetMethod.ContainingType.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T && call.Arguments.Length == 1:
                var value = Translate(instance);
                return JsonataExpression.Choose(NotNull(value), value, Translate(call.Arguments[0].Value));
            case "Equals" when call.Arguments.Length == 1:
                return TranslateEqual(call, instance, Unconverted(call.Arguments[0].Value));
            case "ContainsKey" when IsDictionary(instance.Type):
                return JsonataExpression.Call("exists", JsonataExpression.Call("lookup", Translate(instance), Translate(call.Arguments[0].Value)));
            case "GetProperty" when IsJson(instance.Type) && call.Arguments.Length == 1 && call.Arguments[0].Value.ConstantValue is { HasValue: true, Value: string name }:
                return Translate(instance).Member(name);
            case "GetString" or "GetInt32" or "GetInt64" or "GetDouble" or "GetDecimal" or "GetBoolean" or "GetGuid" or "GetDateTimeOffset" when IsJson(instance.Type):
                return Translate(instance);
            case "GetArrayLength" when IsJson(instance.Type):
                return JsonataExpression.Call("count", Translate(instance));
            default:
                return Refuse(call, "a method of your own runs in a function only: make it a task, or write the expression here");
        }
    }

    /// <summary>The text of a value, where C# and JSONata write it alike.</summary>
    private JsonataExpression TranslateToString(IInvocationOperation call, IOperation instance)
    {
        if (call.Arguments.Length == 1 && !call.Arguments[0].Value.Type!.ToDisplayString().StartsWith("System.Globalization.CultureInfo", StringComparison.Ordinal)
            && call.Arguments[0].Value.Type!.Name != "IFormatProvider")
        {
            return Refuse(call, "a format has no JSONata form");
        }

        return call.Arguments.Length <= 1 ? TextOf(instance, call) : Refuse(call, "a format has no JSONata form");
    }

    /// <summary>A value as text: as it is when it is one, else by `$string`.</summary>
    private JsonataExpression TextOf(IOperation value, IOperation place)
    {
        var type = UnderlyingOf(value.Type);
        if (IsString(type) || IsGuid(type) || type?.SpecialType == SpecialType.System_Char || FixedNames.IsFixed(type!, "Serverless.StepFunctions", "TaskToken"))
            return Translate(value);
        if (IsNumeric(type) || IsJson(type))
            return JsonataExpression.Call("string", Translate(value));
        if (type?.SpecialType == SpecialType.System_Boolean)
            return JsonataExpression.Choose(Translate(value), JsonataExpression.String("True"), JsonataExpression.String("False"));
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Enum } enumType && names.IsTextual(enumType))
            return Translate(value);
        return Refuse(place, "C# writes this type as text in its own way; take a member that is a text or a number");
    }

    private JsonataExpression TranslateTextPart(IOperation part)
    {
        part = Unconverted(part);
        if (part is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum && IsString(sum.Type) && !sum.ConstantValue.HasValue)
            return Translate(part);
        if (IsNullConstant(part))
            return JsonataExpression.String("");
        var text = UnderlyingOf(part.Type) is { } type && IsNumeric(type) && !part.ConstantValue.HasValue ? Translate(part) : TextOf(part, part);
        return MayBeNull(part) && !IsAbsentRatherThanNull(part) ? JsonataExpression.Choose(NotNull(Translate(part)), text, JsonataExpression.String("")) : text;
    }

    /// <summary>The service leaves out what it does not know: nothing joins as an empty text, null would join as the word.</summary>
    private static bool IsAbsentRatherThanNull(IOperation part) =>
        part is IPropertyReferenceOperation { Property: { ContainingType.Name: "StateError" } property } && FixedNames.PathOf(property) is not null;

    private static JsonataExpression Concatenate(JsonataExpression left, JsonataExpression right) =>
        JsonataExpression.Binary(left, "&", right, JsonataExpression.Additive);

    private JsonataExpression TranslateInterpolation(IInterpolatedStringOperation interpolated)
    {
        var parts = new List<(JsonataExpression Text, bool IsText)>();
        foreach (var part in interpolated.Parts)
        {
            switch (part)
            {
                case IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string text } }:
                    parts.Add((JsonataExpression.String(text), true));
                    break;
                case IInterpolationOperation { FormatString: null, Alignment: null } hole:
                    parts.Add((TranslateTextPart(hole.Expression), IsString(Unconverted(hole.Expression).Type)));
                    break;
                default:
                    return Refuse(part, "a format or an alignment has no JSONata form");
            }
        }

        if (parts.Count == 0)
            return JsonataExpression.String("");
        if (parts.Count == 1)
            return parts[0].IsText ? parts[0].Text : JsonataExpression.Call("string", parts[0].Text);
        var result = parts[0].Text;
        foreach (var (text, _) in parts.Skip(1))
            result = Concatenate(result, text);
        return result;
    }

    private JsonataExpression TranslateStringCall(IInvocationOperation call, IOperation instance)
    {
        var arguments = call.Arguments;
        if (!IsOrdinal(call, out var count))
            return Refuse(call, "of the comparisons only the ordinal one is the same in JSONata");
        var text = Translate(instance);
        switch (call.TargetMethod.Name)
        {
            case "Contains" when count == 1:
                return JsonataExpression.Call("contains", text, Translate(arguments[0].Value));
            case "StartsWith" when count == 1:
                return TranslateStartsWith(text, arguments[0].Value);
            case "EndsWith" when count == 1:
                return TranslateEndsWith(text, arguments[0].Value);
            case "Trim" when count == 0:
                return Replace(text, @"/^\s+|\s+$/");
            case "TrimStart" when count == 0:
                return Replace(text, @"/^\s+/");
            case "TrimEnd" when count == 0:
                return Replace(text, @"/\s+$/");
            case "ToUpperInvariant" or "ToUpper" when count == 0:
                return JsonataExpression.Call("uppercase", text);
            case "ToLowerInvariant" or "ToLower" when count == 0:
                return JsonataExpression.Call("lowercase", text);
            case "Replace" when count == 2:
                return IsEmptyText(arguments[0].Value) ? Refuse(call, "nothing cannot be replaced") : JsonataExpression.Call("replace", text, Translate(arguments[0].Value), Translate(arguments[1].Value));
            case "Substring":
                return JsonataExpression.Call("substring", [text, .. arguments.Select(a => Translate(a.Value))]);
            case "Split":
                return TranslateSplit(call, text);
            case "Equals" when count == 1:
                return TranslateEqual(call, instance, arguments[0].Value);
            case "ToString" when count == 0:
                return text;
            case "Any" or "First" or "Where" or "Select":
                return Refuse(call, "a text is not a list in JSONata");
            default:
                return Refuse(call, $"string.{call.TargetMethod.Name} with these arguments has no JSONata form");
        }
    }

    private JsonataExpression TranslateStaticStringCall(IInvocationOperation call)
    {
        var arguments = call.Arguments;
        switch (call.TargetMethod.Name)
        {
            case "IsNullOrEmpty":
                var value = Translate(arguments[0].Value);
                return JsonataExpression.Not(JsonataExpression.Binary(
                    NotNull(value), "and", JsonataExpression.Binary(value, "!=", JsonataExpression.String(""), JsonataExpression.Comparison), JsonataExpression.And));
            case "IsNullOrWhiteSpace":
                var text = Translate(arguments[0].Value);
                return JsonataExpression.Not(JsonataExpression.Binary(
                    NotNull(text), "and", JsonataExpression.Call("contains", text, new JsonataExpression(@"/\S/", JsonataExpression.Primary)), JsonataExpression.And));
            case "Join" when arguments.Length == 2 && IsString(ElementOf(Unconverted(arguments[1].Value).Type)):
                return JsonataExpression.Call("join", Translate(arguments[1].Value), Translate(arguments[0].Value));
            case "Concat" when arguments.All(static a => IsString(a.Value.Type)):
                return arguments.Select(a => TranslateTextPart(a.Value)).Aggregate(Concatenate);
            case "Equals" when arguments.Length == 2:
                return TranslateEqual(call, arguments[0].Value, arguments[1].Value);
            default:
                return Refuse(call, $"string.{call.TargetMethod.Name} with these arguments has no JSONata form");
        }
    }

    /// <summary>The number of arguments before a StringComparison; false when that is not an ordinal one.</summary>
    private static bool IsOrdinal(IInvocationOperation call, out int count)
    {
        count = call.Arguments.Length;
        if (count == 0 || call.Arguments[count - 1].Value is not { Type.Name: "StringComparison" } comparison)
            return true;
        count--;
        return comparison.ConstantValue is { HasValue: true, Value: 4 };
    }

    private static bool IsEmptyText(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: "" or null };

    private static JsonataExpression Replace(JsonataExpression text, string regularExpression) =>
        JsonataExpression.Call("replace", text, new JsonataExpression(regularExpression, JsonataExpression.Primary), JsonataExpression.String(""));

    private JsonataExpression TranslateStartsWith(JsonataExpression text, IOperation prefix)
    {
        var start = Translate(prefix);
        return JsonataExpression.Binary(
            JsonataExpression.Call("substring", text, JsonataExpression.Number("0"), LengthOf(prefix, start)), "=", start, JsonataExpression.Comparison);
    }

    private JsonataExpression TranslateEndsWith(JsonataExpression text, IOperation suffix)
    {
        var end = Translate(suffix);
        if (IsEmptyText(suffix))
            return JsonataExpression.True;
        var length = LengthOf(suffix, end);
        var tail = JsonataExpression.Call("substring", text, new JsonataExpression("-" + length.Text, JsonataExpression.Negation));
        var ends = JsonataExpression.Binary(tail, "=", end, JsonataExpression.Comparison);
        return suffix.ConstantValue.HasValue
            ? ends
            : JsonataExpression.Binary(JsonataExpression.Binary(end, "=", JsonataExpression.String(""), JsonataExpression.Comparison), "or", ends, JsonataExpression.Or);
    }

    /// <summary>JSONata counts characters, not UTF-16 units.</summary>
    private static JsonataExpression LengthOf(IOperation operation, JsonataExpression text)
    {
        var constant = operation.ConstantValue is { HasValue: true } c ? c.Value as string ?? c.Value?.ToString() : null;
        if (constant is null)
            return JsonataExpression.Call("length", text);
        var pairs = constant.Where((c, i) => char.IsLowSurrogate(c) && i > 0 && char.IsHighSurrogate(constant[i - 1])).Count();
        return JsonataExpression.Number((constant.Length - pairs).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private JsonataExpression TranslateSplit(IInvocationOperation call, JsonataExpression text)
    {
        var separator = call.Arguments[0].Value;
        if (separator is IArrayCreationOperation { Initializer.ElementValues: { Length: 1 } single })
            separator = single[0];
        var isPlain = call.Arguments.Length == 1 || call.Arguments.Skip(1).All(static a => a.IsImplicit || a.Value.ConstantValue is { HasValue: true, Value: 0 });
        if (!isPlain || Unconverted(separator).Type?.SpecialType is not (SpecialType.System_Char or SpecialType.System_String) || IsEmptyText(separator))
            return Refuse(call, "a text is split at one separator, without options");
        return JsonataExpression.Call("split", text, Translate(separator));
    }

    private JsonataExpression TranslateMath(IInvocationOperation call)
    {
        var arguments = call.Arguments.Select(static a => a.Value).ToArray();
        if (arguments.Any(static a => MayBeNull(a) || !IsNumeric(a.Type)))
            return Refuse(call, "only numbers that are never null are calculated with");
        var values = arguments.Select(Translate).ToArray();
        return call.TargetMethod.Name switch
        {
            "Min" => JsonataExpression.Call("min", JsonataExpression.List(new JsonataExpression(values[0].Text + ", " + values[1].Text, JsonataExpression.Primary))),
            "Max" => JsonataExpression.Call("max", JsonataExpression.List(new JsonataExpression(values[0].Text + ", " + values[1].Text, JsonataExpression.Primary))),
            "Abs" => JsonataExpression.Call("abs", values),
            "Floor" => JsonataExpression.Call("floor", values),
            "Ceiling" => JsonataExpression.Call("ceil", values),
            "Round" => JsonataExpression.Call("round", values),
            "Sqrt" => JsonataExpression.Call("sqrt", values),
            "Pow" => JsonataExpression.Call("power", values),
            _ => Refuse(call, $"Math.{call.TargetMethod.Name} has no JSONata form"),
        };
    }
}
