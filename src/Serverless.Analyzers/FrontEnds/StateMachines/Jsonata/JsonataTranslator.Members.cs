using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Serverless.Analyzers.FrontEnds.StateMachines.Jsonata;

/// <content>Members: of the user's types by their JSON names, of a few types of the platform by what they mean.</content>
internal sealed partial class JsonataTranslator
{
    private JsonataExpression TranslateProperty(IPropertyReferenceOperation reference)
    {
        var property = reference.Property;
        if (reference.Instance is not { } instance)
        {
            return property.Name == "UtcNow" && property.ContainingType.Name is "DateTimeOffset" or "DateTime" && property.ContainingNamespace.Name == "System"
                ? JsonataExpression.Call("now")
                : Refuse(reference, "a static property has no value where the state machine evaluates it");
        }

        if (property.IsIndexer)
            return TranslateIndexer(reference, instance);
        if (property.ContainingType.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            return property.Name == "HasValue" ? NotNull(Translate(instance)) : Receiver(instance);
        if (property is { Name: "Value", ContainingType.Name: "StateInput" or "TaskToken", ContainingNamespace: { Name: "StepFunctions", ContainingNamespace.Name: "Serverless" } })
            return Translate(instance);
        if (IsString(instance.Type))
            return JsonataExpression.Call("length", Receiver(instance));
        if (IsDictionary(instance.Type))
            return TranslateDictionaryProperty(reference, instance);
        if (property.Name is "Length" or "Count" && ElementOf(instance.Type) is not null)
            return JsonataExpression.Call("count", Receiver(instance));
        if (IsTime(property.ContainingType))
            return TranslateTimeProperty(reference, instance);
        if (!IsDataMember(property))
            return Refuse(reference, $"'{property.Name}' of {property.ContainingType.Name} is not in the JSON");
        return Path(instance, reference, property);
    }

    private JsonataExpression TranslateDictionaryProperty(IPropertyReferenceOperation reference, IOperation instance)
    {
        var keys = JsonataExpression.Call("keys", Receiver(instance));
        return reference.Property.Name switch
        {
            "Count" => JsonataExpression.Call("count", keys),
            "Keys" when !names.ChangesKeys => JsonataExpression.List(keys),
            _ => Refuse(reference, $"'{reference.Property.Name}' of a dictionary has no JSONata form"),
        };
    }

    private JsonataExpression TranslateField(IFieldReferenceOperation reference)
    {
        var field = reference.Field;
        if (field.IsStatic)
        {
            if (field is { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String })
                return JsonataExpression.String("");
            if (field.Name == "Empty" && IsGuid(field.ContainingType))
                return JsonataExpression.String(Guid.Empty.ToString());
            return Refuse(reference, "a static field has no value where the state machine evaluates it; a constant does");
        }

        return field.ContainingType.IsTupleType
            ? Refuse(reference, "a tuple has no JSON names; use an anonymous object or a record")
            : Path(reference.Instance!, reference, field);
    }

    private JsonataExpression Path(IOperation instance, IOperation reference, ISymbol member)
    {
        // Where both the object and its member may be missing, nothing would not say which: the object is asked for first.
        var isDereferenced = MayBeNull(instance);
        var value = isDereferenced && IsLeftOut(member) ? Receiver(instance) : Translate(instance);
        if (isDereferenced && value.Absence == Absence.Null)
            value = value with { Absence = Absence.Fault };
        var path = Path(value, reference, member);
        return isDereferenced && path.Absence == Absence.Never ? path with { Absence = Absence.Fault } : path;
    }

    private JsonataExpression Path(JsonataExpression instance, IOperation reference, ISymbol member)
    {
        if (names.HasOwnForm(member))
            return Refuse(reference, $"'{member.Name}' has a converter or a number handling of its own; put the converter on its type, or take the value from the JSON with Jsonata.Value");
        if (member.ContainingType is { IsAnonymousType: false } owner && names.HasOwnForm(owner))
            return Refuse(reference, $"a converter writes {owner.Name} in its own way");
        if (FixedNames.PathOf(member) is { } path)
            return new JsonataExpression(instance.AtLeast(JsonataExpression.Primary) + "." + path, JsonataExpression.Primary) { Absence = IsLeftOut(member) ? Absence.Null : instance.Absence };
        if (names.NameOf(member) is not { } name)
            return Refuse(reference, $"'{member.Name}' is never in the JSON");
        if (!IsLeftOut(member))
            return instance.Member(name);
        var value = instance.Solid().Member(name) with { Absence = Absence.Null };
        if (TypeOf(member) is not { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T } type)
            return value;
        return DefaultOf(type) is { } zero
            ? JsonataExpression.Choose(JsonataExpression.Call("exists", value), value with { Absence = Absence.Never }, zero)
            : Refuse(reference, $"'{member.Name}' is left out of the JSON when it has its default, which has no JSON form here");
    }

    /// <summary>True when the JSON may lack the member.</summary>
    private bool IsLeftOut(ISymbol member) => names.IsLeftOutWhenDefault(member) || IsNullable(TypeOf(member));

    private static ITypeSymbol TypeOf(ISymbol member) => member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;

    /// <summary>What C# has where nothing was assigned, as JSON; null when that has no form.</summary>
    private JsonataExpression? DefaultOf(ITypeSymbol type)
    {
        if (!type.IsValueType || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            return JsonataExpression.Null;
        if (IsNumeric(type))
            return JsonataExpression.Number("0");
        if (type.SpecialType == SpecialType.System_Boolean)
            return JsonataExpression.False;
        if (IsGuid(type))
            return JsonataExpression.String(Guid.Empty.ToString());
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Enum } enumType || names.HasOwnForm(enumType))
            return null;
        if (!names.IsTextual(enumType))
            return JsonataExpression.Number("0");
        IFieldSymbol[] zero = [.. enumType.GetMembers().OfType<IFieldSymbol>().Where(static f => f.HasConstantValue && Convert.ToDecimal(f.ConstantValue, CultureInfo.InvariantCulture) == 0)];
        return zero.Length == 1 ? JsonataExpression.String(JsonNaming.TextOf(zero[0])) : null;
    }

    /// <summary>A property of a type of the user's, or of the event payloads: types of the platform hold no JSON.</summary>
    private static bool IsDataMember(IPropertySymbol property)
    {
        if (property.IsStatic || property.IsIndexer)
            return false;
        var type = property.ContainingType;
        if (type.IsAnonymousType || FixedNames.PathOf(property) is not null)
            return true;
        return !type.ContainingNamespace.ToDisplayString().StartsWith("System", StringComparison.Ordinal) && !type.IsTupleType;
    }

    private JsonataExpression TranslateIndexer(IPropertyReferenceOperation reference, IOperation instance)
    {
        if (reference.Arguments.Length != 1)
            return Refuse(reference, "JSONata has lists and objects only");
        var index = reference.Arguments[0].Value;
        if (IsString(index.Type) && (IsDictionary(instance.Type) || IsJson(instance.Type)))
        {
            if (names.ChangesKeys && IsDictionary(instance.Type))
                return Refuse(reference, "the project's naming policy writes other keys than the dictionary has");
            var found = Lookup(Receiver(instance), index);
            return found with { Absence = MayBeNull(reference) ? Absence.Null : Absence.Fault };
        }

        if (IsDictionary(instance.Type))
            return Refuse(reference, "keys of the JSON are texts");
        if (IsString(instance.Type))
            return TranslateCharacter(instance, index, reference);
        return TranslateElement(instance, index, reference);
    }

    /// <summary>The value under a key, nothing where there is none.</summary>
    private JsonataExpression Lookup(JsonataExpression instance, IOperation key) => key.ConstantValue is { HasValue: true, Value: string name }
        ? instance.Member(name)
        : JsonataExpression.Call("lookup", instance, Receiver(key));

    /// <summary>Past the end JSONata has an empty text, and before the start it counts from the end; C# throws.</summary>
    private JsonataExpression TranslateCharacter(IOperation instance, IOperation index, IOperation reference)
    {
        index = Unconverted(index);
        var text = Receiver(instance);
        var length = JsonataExpression.Call("length", text);
        if (index is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand.ConstantValue: { HasValue: true, Value: int and > 0 and var back } })
        {
            var end = JsonataExpression.Number(back.ToString(CultureInfo.InvariantCulture));
            return Within(AtLeast(length, end), JsonataExpression.Call("substring", text, JsonataExpression.Number((-back).ToString(CultureInfo.InvariantCulture)), JsonataExpression.Number("1")));
        }

        if (!IsInteger(index.Type))
            return Refuse(reference, "a character is taken by its position");
        var position = Translate(index);
        var inside = JsonataExpression.Binary(length, ">", position, JsonataExpression.Comparison);
        if (!IsNotNegative(index))
            inside = JsonataExpression.Binary(AtLeast(position, JsonataExpression.Number("0")), "and", inside, JsonataExpression.And);
        return Within(inside, JsonataExpression.Call("substring", text, position, JsonataExpression.Number("1")));
    }

    /// <summary>`[^1]` and `[1..3]` of types that have neither themselves.</summary>
    private JsonataExpression TranslateImplied(IImplicitIndexerReferenceOperation reference)
    {
        if (reference.Argument is not IRangeOperation range)
            return IsString(reference.Instance.Type) ? TranslateCharacter(reference.Instance, reference.Argument, reference) : TranslateElement(reference.Instance, reference.Argument, reference);
        var (start, end) = (BoundOf(range.LeftOperand), BoundOf(range.RightOperand));
        if (!IsString(reference.Instance.Type) || (range.LeftOperand is not null && start is null) || (range.RightOperand is not null && end is null) || end < start)
            return Refuse(reference, "of ranges only those of texts with constants from the start are translated; lists have Skip and Take");
        var text = Receiver(reference.Instance);
        var from = Number(start ?? 0);
        var part = end is { } last ? JsonataExpression.Call("substring", text, from, Number(last - (start ?? 0))) : JsonataExpression.Call("substring", text, from);
        return (end ?? start ?? 0) == 0 ? part : Within(AtLeast(JsonataExpression.Call("length", text), Number((end ?? start)!.Value)), part);
    }

    private static int? BoundOf(IOperation? bound) => bound is { } operand && Unconverted(operand).ConstantValue is { HasValue: true, Value: int and >= 0 and var value } ? value : null;

    private static bool IsNotNegative(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: int and >= 0 };

    private static JsonataExpression AtLeast(JsonataExpression value, JsonataExpression least) => JsonataExpression.Binary(value, ">=", least, JsonataExpression.Comparison);

    /// <summary>The value where the condition holds; elsewhere the execution fails as C# does.</summary>
    private static JsonataExpression Within(JsonataExpression condition, JsonataExpression value) =>
        JsonataExpression.Choose(condition, value, JsonataExpression.Error("out of range"));

    /// <summary>One element. An index from the end is a negative one in JSONata, so one that C# takes for a fault is asked first.</summary>
    private JsonataExpression TranslateElement(IOperation list, IOperation index, IOperation reference)
    {
        if (ElementOf(list.Type) is null && !IsJson(list.Type))
            return Refuse(reference, "the JSON holds no list here");
        index = Unconverted(index);
        if (index is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } fromEnd)
        {
            if (fromEnd.Operand.ConstantValue is { HasValue: true, Value: 0 })
                return Refuse(reference, "^0 is behind the last element");
            var distance = Translate(fromEnd.Operand);
            var element = Receiver(list).Element(new JsonataExpression("-" + distance.AtLeast(JsonataExpression.Primary), JsonataExpression.Negation));
            return fromEnd.Operand.ConstantValue.HasValue ? element : Within(JsonataExpression.Binary(distance, ">", JsonataExpression.Number("0"), JsonataExpression.Comparison), element);
        }

        if (!IsInteger(index.Type))
            return Refuse(reference, "an element is taken by a number");
        var position = Translate(index);
        var picked = Receiver(list).Element(position);
        return IsNotNegative(index) ? picked : Within(AtLeast(position, JsonataExpression.Number("0")), picked);
    }
}
