using System.Globalization;
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
        if (type.Name is "Enumerable" or "MemoryExtensions" or "ImmutableArrayExtensions" && call.Instance is null)
            return call.Arguments.Length > 0 && ElementOf(Unconverted(call.Arguments[0].Value).Type) is not null ? TranslateList(call, call.Arguments[0].Value, 1) : TranslateNewList(call);
        if (type.Name == "Array" && method.Name == "Empty" && type.ContainingNamespace.Name == "System")
            return TranslateNewList(call);
        if (method.Name == "GetValueOrDefault" && call.Instance is null && call.Arguments.Length is 2 or 3 && IsDictionary(call.Arguments[0].Value.Type))
            return TranslateLookup(call);
        if (call.Instance is { } list && ElementOf(list.Type) is not null && !IsDictionary(list.Type))
            return TranslateList(call, list, 0);
        if (IsString(type))
            return call.Instance is { } text ? TranslateStringCall(call, text) : TranslateStaticStringCall(call);
        if (type.Name is "Math" or "Decimal" && call.Instance is null && type.ContainingNamespace.Name == "System" && method.Name != "Parse")
            return TranslateMath(call);
        if (type.SpecialType == SpecialType.System_Char && call.Instance is null)
            return TranslateCharacterTest(call);
        if (method.Name == "NewGuid" && IsGuid(type))
            return JsonataExpression.Call("uuid");
        if (call.Instance is { } moment && IsInstant(type) && method.Name != "ToString")
            return TranslateTimeCall(call, moment);
        if (call.Instance is null && IsTime(type))
            return TranslateStaticTimeCall(call);
        if (call.Instance is { } instance)
            return TranslateInstanceCall(call, instance);
        if (method.Name == "Parse" && IsNumeric(type))
            return TranslateParse(call, type);
        return Refuse(call, "a method of your own runs in a function only: make it a task, or write the expression here");
    }

    /// <summary>The number that a text says. JSONata reads more than C# does, and has no types with limits.</summary>
    private JsonataExpression TranslateParse(IInvocationOperation call, ITypeSymbol type)
    {
        if (call.Arguments.Skip(1).Any(static a => !a.IsImplicit && a.Parameter?.Type.Name != "IFormatProvider") || !IsString(call.Arguments[0].Value.Type))
            return Refuse(call, "styles of numbers have no JSONata form");
        if (type.SpecialType == SpecialType.System_Single)
            return Refuse(call, "a float has other digits in C# than in the JSON; use double");
        var text = Receiver(call.Arguments[0].Value);
        var form = IsInteger(type) ? IsSigned(type) ? "/^-?[0-9]+$/" : "/^[0-9]+$/" : @"/^-?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?$/";
        if (type.SpecialType == SpecialType.System_Decimal)
            form = @"/^-?[0-9]+(\.[0-9]+)?$/";
        var number = JsonataExpression.Call("number", text);
        var isNumber = JsonataExpression.Call("contains", text, new JsonataExpression(form, JsonataExpression.Primary));
        if (LimitsOf(type) is { } limits)
        {
            isNumber = JsonataExpression.Binary(isNumber, "and", AtLeast(number, JsonataExpression.Number(limits.Least)), JsonataExpression.And);
            isNumber = JsonataExpression.Binary(isNumber, "and", JsonataExpression.Binary(number, "<=", JsonataExpression.Number(limits.Most), JsonataExpression.Comparison), JsonataExpression.And);
        }

        return JsonataExpression.Choose(isNumber, number with { Absence = Absence.Never }, JsonataExpression.Error("not a number of the type"));
    }

    private static (string Least, string Most)? LimitsOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_SByte => ("-128", "127"),
        SpecialType.System_Byte => ("0", "255"),
        SpecialType.System_Int16 => ("-32768", "32767"),
        SpecialType.System_UInt16 => ("0", "65535"),
        SpecialType.System_Int32 => ("-2147483648", "2147483647"),
        SpecialType.System_UInt32 => ("0", "4294967295"),
        SpecialType.System_Int64 or SpecialType.System_UInt64 => ("-9007199254740991", "9007199254740991"),
        _ => null,
    };

    private JsonataExpression TranslateCharacterTest(IInvocationOperation call)
    {
        var form = call.TargetMethod.Name switch
        {
            "IsAsciiDigit" => "/[0-9]/",
            "IsAsciiLetter" => "/[A-Za-z]/",
            "IsAsciiLetterOrDigit" => "/[0-9A-Za-z]/",
            "IsAsciiLetterUpper" => "/[A-Z]/",
            "IsAsciiLetterLower" => "/[a-z]/",
            "IsWhiteSpace" when call.Arguments.Length == 1 => "/" + WhiteSpace + "/",
            _ => null,
        };
        return form is null
            ? Refuse(call, "which characters these are, JSONata does not know; char.IsAsciiDigit and its like are translated")
            : JsonataExpression.Call("contains", Translate(call.Arguments[0].Value), new JsonataExpression(form, JsonataExpression.Primary));
    }

    /// <summary>The value of a dictionary, or another when the key is not there.</summary>
    private JsonataExpression TranslateLookup(IInvocationOperation call)
    {
        if (names.ChangesKeys || !IsString(call.Arguments[1].Value.Type))
            return Refuse(call, "keys of the JSON are not those of the dictionary");
        var value = Lookup(Receiver(call.Arguments[0].Value), call.Arguments[1].Value);
        var otherwise = call.Arguments.Length == 3 ? Translate(call.Arguments[2].Value) : DefaultOf(call.TargetMethod.ReturnType);
        if (otherwise is { } failing && MayFail(failing))
            return Refuse(call.Arguments[2].Value, "C# calculates the default always, JSONata only when it is needed, and it may fail");
        return otherwise is { } known
            ? JsonataExpression.Choose(JsonataExpression.Call("exists", value), value with { Absence = Absence.Never }, known)
            : Refuse(call, "the default of this type has no JSON form; pass one");
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
            case "GetValueOrDefault" when call.TargetMethod.ContainingType.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T:
                var value = Translate(instance);
                var otherwise = call.Arguments.Length == 1 ? Translate(call.Arguments[0].Value) : DefaultOf(UnderlyingOf(instance.Type)!);
                if (otherwise is { } failing && MayFail(failing))
                    return Refuse(call.Arguments[0].Value, "C# calculates the default always, JSONata only when it is needed, and it may fail; use '??'");
                return otherwise is { } known
                    ? JsonataExpression.Choose(NotNull(value), value with { Absence = Absence.Never }, known)
                    : Refuse(call, "the default of this type has no JSON form; pass one");
            case "Equals" when call.Arguments.Length == 1:
                return TranslateEqual(call, instance, Unconverted(call.Arguments[0].Value));
            case "ContainsKey" when IsDictionary(instance.Type) && IsString(call.Arguments[0].Value.Type) && !names.ChangesKeys:
                return JsonataExpression.Call("exists", Lookup(Receiver(instance), call.Arguments[0].Value) with { Absence = Absence.Never });
            case "GetProperty" when IsJson(instance.Type) && call.Arguments.Length == 1 && IsString(call.Arguments[0].Value.Type):
                return Lookup(Receiver(instance), call.Arguments[0].Value) with { Absence = Absence.Fault };
            case "GetString" or "GetInt32" or "GetInt64" or "GetDouble" or "GetBoolean" or "GetDecimal" or "GetGuid" or "GetDateTimeOffset" or "GetValue" when IsJson(instance.Type):
                return TranslateJsonValue(call, instance, call.Type!, isNullable: call.TargetMethod.Name == "GetString");
            case "GetArrayLength" when IsJson(instance.Type):
                var list = Receiver(instance);
                return Typed(list, "array", JsonataExpression.Call("count", list));
            default:
                return Refuse(call, "a method of your own runs in a function only: make it a task, or write the expression here");
        }
    }

    /// <summary>A typed value of free JSON: C# throws where it is of another kind.</summary>
    private JsonataExpression TranslateJsonValue(IOperation place, IOperation instance, ITypeSymbol type, bool isNullable)
    {
        var value = Receiver(instance);
        var kind = UnderlyingOf(type) switch
        {
            { SpecialType: SpecialType.System_Boolean } => "boolean",
            { } t when IsString(t) || IsGuid(t) || IsInstant(t) => "string",
            { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Double or SpecialType.System_Decimal } => "number",
            _ => null,
        };
        if (kind is null)
            return Refuse(place, "texts, numbers and booleans are taken from free JSON");
        var typed = Typed(value, kind, value with { Absence = Absence.Never });
        if (IsInteger(UnderlyingOf(type)))
        {
            var isWhole = JsonataExpression.Binary(JsonataExpression.Call("floor", value), "=", value, JsonataExpression.Comparison);
            typed = JsonataExpression.Choose(JsonataExpression.Binary(IsOfType(value, kind), "and", isWhole, JsonataExpression.And), value with { Absence = Absence.Never }, JsonataExpression.Error("not a whole number"));
        }

        return isNullable ? JsonataExpression.Choose(NotNull(value), typed, JsonataExpression.Null) : typed;
    }

    private static JsonataExpression IsOfType(JsonataExpression value, string kind) =>
        JsonataExpression.Binary(JsonataExpression.Call("type", value), "=", JsonataExpression.String(kind), JsonataExpression.Comparison);

    private static JsonataExpression Typed(JsonataExpression value, string kind, JsonataExpression then) =>
        JsonataExpression.Choose(IsOfType(value, kind), then, JsonataExpression.Error("not a " + kind));

    /// <summary>The text of a value, where C# and JSONata write it alike.</summary>
    private JsonataExpression TranslateToString(IInvocationOperation call, IOperation instance)
    {
        if (call.Arguments.Length == 1 && !call.Arguments[0].Value.Type!.ToDisplayString().StartsWith("System.Globalization.CultureInfo", StringComparison.Ordinal)
            && call.Arguments[0].Value.Type!.Name != "IFormatProvider")
        {
            return Refuse(call, "a format has no JSONata form");
        }

        if (call.Arguments.Length > 1)
            return Refuse(call, "a format has no JSONata form");
        if (!MayBeNull(instance))
            return TextOf(instance, call);
        var value = Translate(instance);
        var otherwise = instance.Type is { IsValueType: true } ? JsonataExpression.String("") : JsonataExpression.Error("null");
        return JsonataExpression.Choose(NotNull(value), TextOf(instance, call), otherwise);
    }

    /// <summary>A value that is not null as text: as it is when it is one, else by a function.</summary>
    private JsonataExpression TextOf(IOperation value, IOperation place)
    {
        var type = UnderlyingOf(value.Type);
        if (type is null)
            return Refuse(place, "this has no text");
        if (value.ConstantValue is { HasValue: true, Value: IConvertible constant and not (string or char or bool) } && IsNumeric(type))
            return JsonataExpression.String(constant.ToString(CultureInfo.InvariantCulture));
        if (IsString(type) || IsGuid(type) || type.SpecialType == SpecialType.System_Char || FixedNames.IsFixed(type, "Serverless.StepFunctions", "TaskToken"))
            return Translate(value) with { Absence = Translate(value).Absence == Absence.Fault ? Absence.Fault : Absence.Never };
        if (IsInteger(type))
        {
            // $string writes 15 digits and no more.
            return JsonataExpression.Call(RankOf(type) == 4 ? "formatBase" : "string", Translate(value));
        }

        if (IsFractional(type))
        {
            Inform(place, "JSONata writes this number with 15 digits at most, without zeros at the end, and without exponent below 10^21");
            return JsonataExpression.Call("string", Translate(value));
        }

        if (type.SpecialType == SpecialType.System_Boolean)
            return JsonataExpression.Choose(Translate(value), JsonataExpression.String("True"), JsonataExpression.String("False"));
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Enum } enumType)
            return TextOfEnum(value, enumType, place);
        return Refuse(place, "C# writes this type as text in its own way; take a member that is a text or a number");
    }

    /// <summary>C# writes the member's name, which is not always what the JSON has.</summary>
    private JsonataExpression TextOfEnum(IOperation value, INamedTypeSymbol enumType, IOperation place)
    {
        IFieldSymbol[] members = [.. enumType.GetMembers().OfType<IFieldSymbol>().Where(static f => f.HasConstantValue)];
        if (value.ConstantValue is { HasValue: true, Value: { } constant } && members.Count(f => Equals(f.ConstantValue, constant)) == 1)
            return JsonataExpression.String(members.First(f => Equals(f.ConstantValue, constant)).Name);
        var isAlike = names.IsTextual(enumType) && members.All(static f => JsonNaming.TextOf(f) == f.Name) && members.Select(static f => f.ConstantValue).Distinct().Count() == members.Length;
        return isAlike ? Translate(value) with { Absence = Translate(value).Absence == Absence.Fault ? Absence.Fault : Absence.Never } : Refuse(place, "the JSON does not have the name of the enum's member; write a switch");
    }

    /// <summary>A part of a text: null is an empty one.</summary>
    private JsonataExpression TranslateTextPart(IOperation part)
    {
        part = Unconverted(part);
        if (part is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum && IsString(sum.Type) && !sum.ConstantValue.HasValue)
            return Translate(part);
        if (IsNullConstant(part))
            return JsonataExpression.String("");
        var text = TextOf(part, part);
        return MayBeNull(part) && !IsAbsentRatherThanNull(part) ? JsonataExpression.Choose(NotNull(Translate(part)), text, JsonataExpression.String("")) : text;
    }

    /// <summary>The service leaves out what it does not know: nothing joins as an empty text, null would join as the word.</summary>
    private static bool IsAbsentRatherThanNull(IOperation part) =>
        part is IPropertyReferenceOperation { Property: { ContainingType.Name: "StateError" } property } && FixedNames.PathOf(property) is not null;

    private static JsonataExpression Concatenate(JsonataExpression left, JsonataExpression right) =>
        JsonataExpression.Binary(left, "&", right, JsonataExpression.Additive);

    private JsonataExpression TranslateInterpolation(IInterpolatedStringOperation interpolated)
    {
        JsonataExpression? result = null;
        foreach (var part in interpolated.Parts)
        {
            switch (part)
            {
                case IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string text } }:
                    Append(JsonataExpression.String(text));
                    break;
                case IInterpolationOperation { FormatString: null, Alignment: null } hole:
                    Append(TranslateTextPart(hole.Expression));
                    break;
                default:
                    return Refuse(part, "a format or an alignment has no JSONata form");
            }
        }

        return result ?? JsonataExpression.String("");

        void Append(JsonataExpression text) => result = result is { } before ? Concatenate(before, text) : text;
    }

    private JsonataExpression TranslateStringCall(IInvocationOperation call, IOperation instance)
    {
        var arguments = call.Arguments;
        if (!IsOrdinal(call, out var count))
            return Refuse(call, "of the comparisons only the ordinal one is the same in JSONata");
        var text = Receiver(instance);
        switch (call.TargetMethod.Name)
        {
            case "Contains" when count == 1:
                return JsonataExpression.Call("contains", text, Receiver(arguments[0].Value));
            case "IndexOf" when count == 1:
                var part = Receiver(arguments[0].Value);
                return JsonataExpression.Choose(
                    JsonataExpression.Call("contains", text, part), JsonataExpression.Call("length", JsonataExpression.Call("substringBefore", text, part)), JsonataExpression.Number("-1"));
            case "PadLeft" or "PadRight" when count is 1 or 2 && arguments[0].Value.ConstantValue is { HasValue: true, Value: int and >= 0 and var width }:
                var size = Number(call.TargetMethod.Name == "PadLeft" ? -width : width);
                return width == 0 ? text : count == 1 ? JsonataExpression.Call("pad", text, size) : JsonataExpression.Call("pad", text, size, Translate(arguments[1].Value));
            case "StartsWith" when count == 1:
                return TranslateStartsWith(text, arguments[0].Value);
            case "EndsWith" when count == 1:
                return TranslateEndsWith(text, arguments[0].Value);
            case "Trim" when count == 0:
                return Replace(text, $"/^{WhiteSpace}+|{WhiteSpace}+$/");
            case "TrimStart" when count == 0:
                return Replace(text, $"/^{WhiteSpace}+/");
            case "TrimEnd" when count == 0:
                return Replace(text, $"/{WhiteSpace}+$/");
            case "ToUpperInvariant" or "ToUpper" when count == 0:
                return JsonataExpression.Call("uppercase", text);
            case "ToLowerInvariant" or "ToLower" when count == 0:
                return JsonataExpression.Call("lowercase", text);
            case "Replace" when count == 2:
                return IsEmptyText(arguments[0].Value) ? Refuse(call, "nothing cannot be replaced") : JsonataExpression.Call("replace", text, Receiver(arguments[0].Value), TranslateTextPart(arguments[1].Value));
            case "Substring":
                return TranslateSubstring(text, arguments[0].Value, arguments.Length == 2 ? arguments[1].Value : null);
            case "Remove" when count == 1:
                return TranslateSubstring(text, null, arguments[0].Value);
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
                    NotNull(text), "and", JsonataExpression.Call("contains", text, new JsonataExpression("/[^" + WhiteSpace.Substring(1) + "/", JsonataExpression.Primary)), JsonataExpression.And));
            case "Join" when arguments.Length == 2 && ElementOf(Unconverted(arguments[1].Value).Type) is { } joined:
                return TranslateJoin(call, joined);
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

    /// <summary>Texts of a list with a separator between them; numbers are written first.</summary>
    private JsonataExpression TranslateJoin(IInvocationOperation call, ITypeSymbol element)
    {
        var list = Receiver(Unconverted(call.Arguments[1].Value));
        var separator = TranslateTextPart(call.Arguments[0].Value);
        if (IsInteger(element))
            list = JsonataExpression.List(JsonataExpression.Call("map", list, new JsonataExpression(RankOf(element) == 4 ? "function($number_){ $formatBase($number_) }" : "$string", JsonataExpression.Primary)));
        else if (!(IsString(element) || element.SpecialType == SpecialType.System_Char || IsGuid(element)) || element.NullableAnnotation == NullableAnnotation.Annotated)
            return Refuse(call, "texts, characters and whole numbers that are never null are joined");
        return JsonataExpression.Call("join", list, separator);
    }

    /// <summary>C# throws outside of the text, where JSONata gives what there is.</summary>
    private JsonataExpression TranslateSubstring(JsonataExpression text, IOperation? start, IOperation? count)
    {
        var from = start is null ? JsonataExpression.Number("0") : Translate(start);
        var size = count is null ? (JsonataExpression?)null : Translate(count);
        JsonataExpression? end = from;
        if (size is { } taken)
            end = from.Text == "0" ? taken : JsonataExpression.Binary(from, "+", taken, JsonataExpression.Additive);
        JsonataExpression? condition = end.Value.Text == "0" ? null : AtLeast(JsonataExpression.Call("length", text), end.Value);
        foreach (var operand in (IOperation?[])[start, count])
        {
            if (operand is null || IsNotNegative(operand))
                continue;
            var isPositive = AtLeast(Translate(operand), JsonataExpression.Number("0"));
            condition = condition is { } before ? JsonataExpression.Binary(isPositive, "and", before, JsonataExpression.And) : isPositive;
        }

        var part = size is { } length ? JsonataExpression.Call("substring", text, from, length) : from.Text == "0" ? text : JsonataExpression.Call("substring", text, from);
        return condition is { } inside ? Within(inside, part) : part;
    }

    /// <summary>What `char.IsWhiteSpace` is true for; the engine's own class differs in two characters.</summary>
    private const string WhiteSpace = @"[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]";

    private static bool IsEmptyText(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: "" or null };

    private static JsonataExpression Replace(JsonataExpression text, string regularExpression) =>
        JsonataExpression.Call("replace", text, new JsonataExpression(regularExpression, JsonataExpression.Primary), JsonataExpression.String(""));

    private JsonataExpression TranslateStartsWith(JsonataExpression text, IOperation prefix)
    {
        var start = Receiver(prefix);
        return JsonataExpression.Binary(
            JsonataExpression.Call("substring", text, JsonataExpression.Number("0"), LengthOf(prefix, start)), "=", start, JsonataExpression.Comparison);
    }

    private JsonataExpression TranslateEndsWith(JsonataExpression text, IOperation suffix)
    {
        var end = Receiver(suffix);
        if (IsEmptyText(suffix))
            return JsonataExpression.True;
        if (suffix.ConstantValue.HasValue)
        {
            var length = LengthOf(suffix, end);
            var tail = JsonataExpression.Call("substring", text, new JsonataExpression("-" + length.Text, JsonataExpression.Negation));
            return JsonataExpression.Binary(tail, "=", end, JsonataExpression.Comparison);
        }

        // A longer suffix makes the start negative, and what that takes is shorter than the suffix.
        var start = JsonataExpression.Binary(JsonataExpression.Call("length", text), "-", JsonataExpression.Call("length", end), JsonataExpression.Additive);
        return JsonataExpression.Binary(JsonataExpression.Call("substring", text, start), "=", end, JsonataExpression.Comparison);
    }

    /// <summary>JSONata counts characters, not UTF-16 units.</summary>
    private static JsonataExpression LengthOf(IOperation operation, JsonataExpression text)
    {
        var constant = operation.ConstantValue is { HasValue: true } c ? c.Value as string ?? c.Value?.ToString() : null;
        if (constant is null)
            return JsonataExpression.Call("length", text);
        var pairs = constant.Where((c, i) => char.IsLowSurrogate(c) && i > 0 && char.IsHighSurrogate(constant[i - 1])).Count();
        return JsonataExpression.Number((constant.Length - pairs).ToString(CultureInfo.InvariantCulture));
    }

    private JsonataExpression TranslateSplit(IInvocationOperation call, JsonataExpression text)
    {
        var separator = call.Arguments[0].Value;
        if (separator is IArrayCreationOperation { Initializer.ElementValues: { Length: 1 } single })
            separator = single[0];
        var options = call.Arguments.FirstOrDefault(static a => a.Parameter?.Type.Name == "StringSplitOptions")?.Value.ConstantValue.Value;
        var isFiltered = options is 1;
        var isPlain = options is null or 0 or 1 && call.Arguments.Skip(1).All(static a => a.IsImplicit || a.Parameter?.Type.Name == "StringSplitOptions");
        if (!isPlain || MayBeNull(separator) || Unconverted(separator).Type?.SpecialType is not (SpecialType.System_Char or SpecialType.System_String) || IsEmptyText(separator))
            return Refuse(call, "a text is split at one separator, with StringSplitOptions.None or RemoveEmptyEntries");
        if (!separator.ConstantValue.HasValue && IsString(Unconverted(separator).Type))
            return Refuse(separator, "a separator that may be empty splits into characters in JSONata; write a constant");
        var split = JsonataExpression.Call("split", text, Translate(separator));
        return isFiltered ? JsonataExpression.List(JsonataExpression.Call("filter", split, new JsonataExpression("function($part_){ $part_ != '' }", JsonataExpression.Primary))) : split;
    }

    private JsonataExpression TranslateMath(IInvocationOperation call)
    {
        var name = call.TargetMethod.Name;
        var arguments = call.Arguments.Select(static a => a.Value).ToArray();
        if (name == "Round" && arguments.Length > 0 && arguments[arguments.Length - 1] is { Type.Name: "MidpointRounding" } rounding)
        {
            if (rounding.ConstantValue is not { HasValue: true, Value: 0 })
                return Refuse(call, "JSONata rounds a half to the even number, as Math.Round does by itself");
            arguments = [.. arguments.Take(arguments.Length - 1)];
        }

        if (arguments.Any(a => MayBeNull(a) || !IsNumeric(a.Type)))
            return Refuse(call, "only numbers that are never null are calculated with");
        if (arguments.Any(static a => a.Type!.SpecialType == SpecialType.System_Single))
            return Refuse(call, "a float has other digits in C# than in the JSON; use double");
        if (name == "Round" && arguments.Length == 2 && arguments[0].Type!.SpecialType == SpecialType.System_Double)
            return Refuse(call, "JSONata rounds the decimal digits of a number, C# those of a double: 2.675 is 2.68 there and 2.67 here; round a decimal");
        var values = arguments.Select(Translate).ToArray();
        var zero = JsonataExpression.Number("0");
        return name switch
        {
            "Min" or "Max" => JsonataExpression.Call(name == "Min" ? "min" : "max", Pair(values[0], values[1])),
            "Abs" => JsonataExpression.Call("abs", values),
            "Floor" => JsonataExpression.Call("floor", values),
            "Ceiling" => JsonataExpression.Call("ceil", values),
            "Round" => JsonataExpression.Call("round", values),
            "Sqrt" => JsonataExpression.Call("sqrt", values),
            "Pow" => JsonataExpression.Call("power", values),
            "Truncate" => JsonataExpression.Choose(Less(values[0], zero), JsonataExpression.Call("ceil", values), JsonataExpression.Call("floor", values)),
            "Sign" => JsonataExpression.Choose(Less(values[0], zero), JsonataExpression.Number("-1"), JsonataExpression.Choose(Less(zero, values[0]), JsonataExpression.Number("1"), zero)),
            "Clamp" => JsonataExpression.Choose(
                JsonataExpression.Binary(values[1], "<=", values[2], JsonataExpression.Comparison),
                JsonataExpression.Call("min", Pair(JsonataExpression.Call("max", Pair(values[0], values[1])), values[2])),
                JsonataExpression.Error("out of range")),
            _ => Refuse(call, $"Math.{name} has no JSONata form"),
        };
    }

    private static JsonataExpression Less(JsonataExpression left, JsonataExpression right) => JsonataExpression.Binary(left, "<", right, JsonataExpression.Comparison);

    private static JsonataExpression Pair(JsonataExpression first, JsonataExpression second) => Join([first, second]);

    private static JsonataExpression Join(IEnumerable<JsonataExpression> items) =>
        new("[" + string.Join(", ", items.Select(static i => i.Solid().Text)) + "]", JsonataExpression.Primary);
}
