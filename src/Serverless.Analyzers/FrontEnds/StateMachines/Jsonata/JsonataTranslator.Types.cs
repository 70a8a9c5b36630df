using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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

    /// <summary>Conversions after which the JSON still has the number that C# has. A cast of a rounded number to a whole one is such.</summary>
    private static bool KeepsValue(IConversionOperation conversion, ITypeSymbol from, ITypeSymbol to)
    {
        if (SymbolEqualityComparer.Default.Equals(from, to))
            return true;
        if (from.SpecialType == SpecialType.System_Single || to.SpecialType == SpecialType.System_Single)
            return false;
        if (!IsInteger(to))
            return true;
        if (!IsInteger(from))
        {
            return Unconverted(conversion.Operand) is IInvocationOperation { TargetMethod: { Name: "Floor" or "Ceiling" or "Round" or "Truncate", ContainingType.Name: "Math" or "Decimal" } method }
                && method.ReturnType.SpecialType == from.SpecialType && to.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64;
        }

        var (isFromSigned, isToSigned) = (IsSigned(from), IsSigned(to));
        return isFromSigned == isToSigned ? RankOf(from) <= RankOf(to) : isToSigned && RankOf(from) < RankOf(to);
    }

    private static bool IsSigned(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_Int32 or SpecialType.System_Int64;

    private static int RankOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_SByte or SpecialType.System_Byte => 1,
        SpecialType.System_Int16 or SpecialType.System_UInt16 => 2,
        SpecialType.System_Int32 or SpecialType.System_UInt32 => 3,
        _ => 4,
    };

    /// <summary>A kind of number whose digits JSONata may not keep.</summary>
    private static bool IsFractional(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal;

    private static bool IsString(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_String;

    private static bool IsInstant(ITypeSymbol? type) =>
        type is { Name: "DateTimeOffset", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>A date without time: a text that sorts as the dates do.</summary>
    private static bool IsDate(ITypeSymbol? type) =>
        type is { Name: "DateOnly", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static bool IsGuid(ITypeSymbol? type) =>
        type is { Name: "Guid", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static bool IsJson(ITypeSymbol? type) =>
        type is { Name: "JsonElement" or "JsonNode" or "JsonValue" or "JsonObject" or "JsonArray" } && type.ContainingNamespace.ToDisplayString().StartsWith("System.Text.Json", StringComparison.Ordinal);

    private static bool IsSpan(ITypeSymbol? type) => type is { Name: "Span" or "ReadOnlySpan", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>A value that is one JSON text, number or boolean, so that `=` compares it as C# does.</summary>
    private bool IsScalar(ITypeSymbol? type) =>
        UnderlyingOf(type) is { } t && !names.HasOwnForm(t) && (IsNumeric(t) || IsString(t) || IsGuid(t) || IsDate(t) || t.SpecialType is SpecialType.System_Boolean or SpecialType.System_Char || t.TypeKind == TypeKind.Enum
            || FixedNames.IsFixed(t, "Serverless.StepFunctions", "TaskToken"));

    /// <summary>The element type of a list, or null.</summary>
    private static ITypeSymbol? ElementOf(ITypeSymbol? type)
    {
        if (type is null || IsString(type))
            return null;
        if (type is IArrayTypeSymbol array)
            return array is { Rank: 1, ElementType.SpecialType: not SpecialType.System_Byte } ? array.ElementType : null;
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

    /// <summary>True when the JSON may hold null, or nothing, where the expression reads. What the compiler knows from tests before counts.</summary>
    private bool MayBeNull(IOperation operation)
    {
        if (operation is { ConstantValue: { HasValue: true, Value: var value } })
            return value is null;
        if (operation.Type is { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T })
            return false;
        if (operation is IConversionOperation conversion)
            return MayBeNull(conversion.Operand);
        if (operation.Syntax is ExpressionSyntax && operation is not IConditionalAccessInstanceOperation && !IsSuppressed(operation.Syntax))
        {
            switch (semantics.GetTypeInfo(operation.Syntax).Nullability.FlowState)
            {
                case NullableFlowState.NotNull:
                    return false;
                case NullableFlowState.MaybeNull:
                    return true;
            }
        }

        return operation switch
        {
            IPropertyReferenceOperation property => IsNullable(property.Property.Type),
            IFieldReferenceOperation field => IsNullable(field.Field.Type),
            IArrayElementReferenceOperation { ArrayReference.Type: IArrayTypeSymbol array } => IsNullable(array.ElementType),
            IParameterReferenceOperation parameter => parameter.Parameter.Type is { NullableAnnotation: NullableAnnotation.Annotated } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T },
            IConditionalAccessOperation => true,
            IConditionalAccessInstanceOperation => false,
            IInvocationOperation invocation => invocation.TargetMethod.Name is "FirstOrDefault" or "LastOrDefault" || IsNullable(invocation.TargetMethod.ReturnType),
            IConditionalOperation conditional => MayBeNull(conditional.WhenTrue) || (conditional.WhenFalse is { } otherwise && MayBeNull(otherwise)),
            ICoalesceOperation coalesce => MayBeNull(coalesce.WhenNull),
            _ => operation.Type is { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T },
        };
    }

    /// <summary>True under a `!`: the compiler believes it, the running program does not.</summary>
    private static bool IsSuppressed(SyntaxNode? syntax)
    {
        while (syntax is { Parent: ParenthesizedExpressionSyntax parenthesized })
            syntax = parenthesized;
        return syntax is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }
            || syntax?.Parent is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression };
    }

    /// <summary>True for a type that says so, and for one of code that says nothing about null.</summary>
    private static bool IsNullable(ITypeSymbol type) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
        || type.NullableAnnotation == NullableAnnotation.Annotated
        || (type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.None } && !type.IsAnonymousType);

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
