using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.FrontEnds.StateMachines.Jsonata;

namespace Serverless.Analyzers.FrontEnds.StateMachines.JsonPath;

/// <content>Members and elements: the paths.</content>
internal sealed partial class PathTranslator
{
    private PathText TranslateProperty(IPropertyReferenceOperation reference)
    {
        var property = reference.Property;
        if (reference.Instance is not { } instance)
        {
            // The state's evaluation has no clock of its own; it is entered when it is evaluated.
            return property.Name == "UtcNow" && PathTypes.IsInstant(property.ContainingType)
                ? PathText.Path("$$.State.EnteredTime")
                : Refuse(reference, "a static property has no value where the state machine evaluates it");
        }

        if (property.IsIndexer)
            return TranslateIndexer(reference, instance);
        if (property.ContainingType.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            return property.Name == "Value" ? Translate(instance) : Refuse(reference, NoDecision);
        if (property is { Name: "Value", ContainingType: { Name: "StateInput" or "TaskToken", ContainingNamespace: { Name: "StepFunctions", ContainingNamespace.Name: "Serverless" } } })
            return Translate(instance);
        if (PathTypes.IsString(instance.Type))
            return Refuse(reference, "no intrinsic function counts the characters of a text; compute it in a task");
        if (property.Name is "Length" or "Count" && PathTypes.ElementOf(instance.Type) is not null)
            return PathText.Call("ArrayLength", Translate(instance));
        var type = property.ContainingType;
        var isData = type.IsAnonymousType || FixedNames.PathOf(property) is not null || (!type.ContainingNamespace.ToDisplayString().StartsWith("System", StringComparison.Ordinal) && !type.IsTupleType);
        return isData ? Member(instance, reference, property) : Refuse(reference, $"'{property.Name}' of {type.Name} is not in the JSON");
    }

    private PathText TranslateField(IFieldReferenceOperation reference)
    {
        var field = reference.Field;
        if (!field.IsStatic)
            return field.ContainingType.IsTupleType ? Refuse(reference, "a tuple has no JSON names; use an anonymous object or a record") : Member(reference.Instance!, reference, field);
        if (field is { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String })
            return PathText.String("");
        return field.Name == "Empty" && PathTypes.IsGuid(field.ContainingType)
            ? PathText.String(Guid.Empty.ToString())
            : Refuse(reference, "a static field has no value where the state machine evaluates it; a constant does");
    }

    private PathText Member(IOperation instance, IOperation reference, ISymbol member)
    {
        var owner = Translate(instance);
        if (owner == PathText.None)
            return owner;
        if (owner.Kind != PathTextKind.Path || owner.IsMany)
            return Refuse(reference, "a member of a computed value has no path; put the value into a variable with Set before, and read that");
        if (FixedNames.PathOf(member) is { } path)
            return path.Trim('`').Split('.').Aggregate(owner, static (text, name) => text.Member(name));
        return names.NameOf(member) is { } name ? owner.Member(name) : Refuse(reference, $"'{member.Name}' is never in the JSON");
    }

    private PathText TranslateIndexer(IPropertyReferenceOperation reference, IOperation instance)
    {
        if (reference.Arguments.Length != 1)
            return Refuse(reference, "JSON has lists and objects only");
        var index = reference.Arguments[0].Value;
        if (PathTypes.IsString(index.Type) && (PathTypes.IsDictionary(instance.Type) || PathTypes.IsJson(instance.Type)))
        {
            return index.ConstantValue is { HasValue: true, Value: string key } && Translate(instance) is { Kind: PathTextKind.Path, IsMany: false } owner
                ? owner.Member(key)
                : Refuse(reference, "only a constant name leads into an object that is read");
        }

        return PathTypes.IsString(instance.Type)
            ? Refuse(reference, "no intrinsic function takes a character out of a text; compute it in a task")
            : TranslateElement(reference, instance, index);
    }

    private PathText TranslateElement(IOperation reference, IOperation list, IOperation index)
    {
        index = PathTypes.Unwrapped(index);
        if (index is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } fromEnd)
        {
            return fromEnd.Operand.ConstantValue is { HasValue: true, Value: int distance and > 0 }
                ? FromEnd(Translate(list), distance)
                : Refuse(reference, "a position from the end must be a constant");
        }

        if (!PathTypes.IsInteger(index.Type))
            return Refuse(reference, "an element is taken by a number");
        var source = Translate(list);
        return index.ConstantValue is { HasValue: true, Value: int position and >= 0 } ? ElementOf(source, position) : PathText.Call("ArrayGetItem", source, Translate(index));
    }

    /// <summary>A position in a path is a step of it, unless the path leads to many places: there it would be a step into each of them.</summary>
    private static PathText ElementOf(PathText list, int position) =>
        list is { Kind: PathTextKind.Path, IsMany: false } ? list.Element(position) : PathText.Call("ArrayGetItem", list, PathText.Number(position));

    private static PathText FromEnd(PathText list, int distance) =>
        PathText.Call("ArrayGetItem", list, PathText.Call("MathAdd", PathText.Call("ArrayLength", list), PathText.Number(-(long)distance)));
}
