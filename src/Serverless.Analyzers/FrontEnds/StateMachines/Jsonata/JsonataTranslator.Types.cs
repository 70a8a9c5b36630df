using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Serverless.Analyzers.FrontEnds.StateMachines.Jsonata;

/// <content>Questions about types and absence, on which the choice of a JSONata form depends.</content>
internal sealed partial class JsonataTranslator
{
    /// <summary>The type itself, or the one inside a nullable value type.</summary>
    private static ITypeSymbol? UnderlyingOf(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private static bool IsInteger(ITypeSymbol? type) => type?.SpecialType is
        SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16 or
        SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64;

    private static bool IsNumeric(ITypeSymbol? type) =>
        IsInteger(type) || type?.SpecialType is SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal;

    /// <summary>Widening conversions, and those between the types that hold fractions: the JSON is the same number.</summary>
    private static bool KeepsValue(ITypeSymbol from, ITypeSymbol to) => !IsInteger(to) || (IsInteger(from) && RankOf(from) <= RankOf(to));

    private static int RankOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_SByte or SpecialType.System_Byte => 1,
        SpecialType.System_Int16 or SpecialType.System_UInt16 => 2,
        SpecialType.System_Int32 or SpecialType.System_UInt32 => 3,
        _ => 4,
    };

    private static bool IsString(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_String;

    private static bool IsInstant(ITypeSymbol? type) =>
        type is { Name: "DateTimeOffset", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static bool IsGuid(ITypeSymbol? type) =>
        type is { Name: "Guid", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static bool IsJson(ITypeSymbol? type) =>
        type is { Name: "JsonElement" or "JsonNode" or "JsonValue" or "JsonObject" or "JsonArray" } && type.ContainingNamespace.ToDisplayString().StartsWith("System.Text.Json", StringComparison.Ordinal);

    private static bool IsSpan(ITypeSymbol? type) => type is { Name: "Span" or "ReadOnlySpan", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>A value that is one JSON text, number or boolean, so that `=` compares it as C# does.</summary>
    private static bool IsScalar(ITypeSymbol? type) =>
        UnderlyingOf(type) is { } t && (IsNumeric(t) || IsString(t) || IsGuid(t) || t.SpecialType is SpecialType.System_Boolean or SpecialType.System_Char || t.TypeKind == TypeKind.Enum
            || FixedNames.IsFixed(t, "Serverless.StepFunctions", "TaskToken"));

    /// <summary>The element type of a list, or null.</summary>
    private static ITypeSymbol? ElementOf(ITypeSymbol? type)
    {
        if (type is null || IsString(type))
            return null;
        if (type is IArrayTypeSymbol array)
            return array.ElementType;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T } self)
            return self.TypeArguments[0];
        if (IsSpan(type))
            return ((INamedTypeSymbol)type).TypeArguments[0];
        foreach (var implemented in type.AllInterfaces)
        {
            if (implemented.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
                return implemented.TypeArguments[0];
        }

        return null;
    }

    private static bool IsDictionary(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "IDictionary" or "IReadOnlyDictionary" or "Dictionary", Arity: 2 }
        || (type?.AllInterfaces.Any(static i => i is { Name: "IReadOnlyDictionary" or "IDictionary", Arity: 2 }) ?? false);

    /// <summary>True when the JSON may hold null, or nothing, where the expression reads.</summary>
    private static bool MayBeNull(IOperation operation)
    {
        switch (operation)
        {
            case { ConstantValue: { HasValue: true, Value: var value } }:
                return value is null;
            case IConversionOperation conversion:
                return MayBeNull(conversion.Operand);
            case IPropertyReferenceOperation { Property: { Name: "Value", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } }:
                return false;
            case IPropertyReferenceOperation property:
                return IsNullable(property.Property.Type);
            case IFieldReferenceOperation field:
                return IsNullable(field.Field.Type);
            case IParameterReferenceOperation parameter:
                return IsNullable(parameter.Parameter.Type);
            case IConditionalAccessOperation:
                return true;
            case IInvocationOperation invocation:
                return invocation.TargetMethod.Name is "FirstOrDefault" or "LastOrDefault" || IsNullable(invocation.TargetMethod.ReturnType);
            case IConditionalOperation conditional:
                return MayBeNull(conditional.WhenTrue) || (conditional.WhenFalse is { } otherwise && MayBeNull(otherwise));
            case ICoalesceOperation coalesce:
                return MayBeNull(coalesce.WhenNull);
            default:
                return operation.Type is { } type && type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        }
    }

    private static bool IsNullable(ITypeSymbol type) =>
        type.NullableAnnotation == NullableAnnotation.Annotated || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    private static bool IsNullConstant(IOperation operation) =>
        operation is { ConstantValue: { HasValue: true, Value: null } } || (operation is IConversionOperation conversion && IsNullConstant(conversion.Operand));

    /// <summary>What the user wrote, without the compiler's implicit conversions.</summary>
    private static IOperation Unconverted(IOperation operation)
    {
        while (operation is IConversionOperation { IsImplicit: true } conversion)
            operation = conversion.Operand;
        return operation;
    }
}
