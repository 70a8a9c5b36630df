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
            return property.Name == "HasValue" ? NotNull(Translate(instance)) : Translate(instance);
        if (property is { Name: "Value", ContainingType.Name: "StateInput" or "TaskToken", ContainingNamespace: { Name: "StepFunctions", ContainingNamespace.Name: "Serverless" } })
            return Translate(instance);
        if (IsString(instance.Type))
            return JsonataExpression.Call("length", Translate(instance));
        if (property.Name is "Length" or "Count" && ElementOf(instance.Type) is not null)
            return JsonataExpression.Call("count", Translate(instance));
        if (!IsDataMember(property))
            return Refuse(reference, $"'{property.Name}' of {property.ContainingType.Name} is not in the JSON");
        return Path(Translate(instance), reference, property);
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
            : Path(Translate(reference.Instance!), reference, field);
    }

    private JsonataExpression Path(JsonataExpression instance, IOperation reference, ISymbol member)
    {
        if (FixedNames.PathOf(member) is { } path)
            return new JsonataExpression(instance.AtLeast(JsonataExpression.Primary) + "." + path, JsonataExpression.Primary);
        return names.NameOf(member) is { } name ? instance.Member(name) : Refuse(reference, $"'{member.Name}' is never in the JSON");
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
            return index.ConstantValue is { HasValue: true, Value: string key }
                ? Translate(instance).Member(key)
                : JsonataExpression.Call("lookup", Translate(instance), Translate(index));
        }

        if (IsString(instance.Type))
            return TranslateCharacter(instance, index, reference);
        return TranslateElement(instance, index, reference);
    }

    private JsonataExpression TranslateCharacter(IOperation instance, IOperation index, IOperation reference)
    {
        if (!IsInteger(Unconverted(index).Type))
            return Refuse(reference, "a character is taken by its position from the start");
        return JsonataExpression.Call("substring", Translate(instance), Translate(index), JsonataExpression.Number("1"));
    }

    /// <summary>One element. An index from the end is a negative one in JSONata.</summary>
    private JsonataExpression TranslateElement(IOperation list, IOperation index, IOperation reference)
    {
        index = Unconverted(index);
        if (index is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } fromEnd)
        {
            var distance = Translate(fromEnd.Operand);
            return Translate(list).Element(new JsonataExpression("-" + distance.AtLeast(JsonataExpression.Primary), JsonataExpression.Negation));
        }

        if (!IsInteger(index.Type))
            return Refuse(reference, "an element is taken by a number");
        return Translate(list).Element(Translate(index));
    }
}
