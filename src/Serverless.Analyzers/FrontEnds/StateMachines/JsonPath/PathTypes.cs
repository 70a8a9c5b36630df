using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.FrontEnds.StateMachines.Jsonata;

namespace Serverless.Analyzers.FrontEnds.StateMachines.JsonPath;

/// <summary>Questions about types and absence, on which the choice of an operator or function depends.</summary>
internal static class PathTypes
{
    /// <summary>The type itself, or the one inside a nullable value type.</summary>
    public static ITypeSymbol? UnderlyingOf(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    public static bool IsInteger(ITypeSymbol? type) => type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;

    public static bool IsNumeric(ITypeSymbol? type) => type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;

    public static bool IsString(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_String;

    public static bool IsBoolean(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_Boolean;

    public static bool IsCharacter(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_Char;

    public static bool IsInstant(ITypeSymbol? type) => IsOfSystem(type, "DateTimeOffset");

    public static bool IsGuid(ITypeSymbol? type) => IsOfSystem(type, "Guid");

    public static bool IsToken(ITypeSymbol? type) => type is not null && FixedNames.IsFixed(type, "Serverless.StepFunctions", "TaskToken");

    public static bool IsJson(ITypeSymbol? type) =>
        type is { Name: "JsonElement" or "JsonNode" or "JsonObject" or "JsonArray" } && type.ContainingNamespace.ToDisplayString().StartsWith("System.Text.Json", StringComparison.Ordinal);

    public static bool IsDictionary(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "IDictionary" or "IReadOnlyDictionary" or "Dictionary", Arity: 2 }
        || (type?.AllInterfaces.Any(static i => i is { Name: "IReadOnlyDictionary" or "IDictionary", Arity: 2 }) ?? false);

    /// <summary>The element type of a list, or null.</summary>
    public static ITypeSymbol? ElementOf(ITypeSymbol? type)
    {
        if (type is null || IsString(type) || IsDictionary(type) || IsJson(type))
            return null;
        if (type is IArrayTypeSymbol array)
            return array is { Rank: 1, ElementType.SpecialType: not SpecialType.System_Byte } ? array.ElementType : null;
        if (type is INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", Arity: 1 } span && span.ContainingNamespace.Name == "System")
            return span.TypeArguments[0];
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T } self)
            return self.TypeArguments[0];
        return type.AllInterfaces.FirstOrDefault(static i => i.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)?.TypeArguments[0];
    }

    /// <summary>True when the JSON may hold null, or nothing, where the expression reads.</summary>
    public static bool MayBeNull(IOperation operation) => operation switch
    {
        { ConstantValue: { HasValue: true, Value: var value } } => value is null,
        IConversionOperation conversion => MayBeNull(conversion.Operand),
        IPropertyReferenceOperation { Property: { Name: "Value", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } } => false,
        IPropertyReferenceOperation property => IsNullable(property.Property.Type),
        IFieldReferenceOperation field => IsNullable(field.Field.Type),
        IParameterReferenceOperation parameter => IsNullable(parameter.Parameter.Type),
        IConditionalAccessOperation => true,
        IInvocationOperation invocation => IsNullable(invocation.TargetMethod.ReturnType),
        _ => operation.Type is { } type && IsNullable(type),
    };

    /// <summary>True where the code says with `!` that the value is there.</summary>
    public static bool IsAsserted(IOperation operation) => operation.Syntax.Parent is PostfixUnaryExpressionSyntax postfix && postfix.IsKind(SyntaxKind.SuppressNullableWarningExpression);

    public static bool IsNullable(ITypeSymbol type) =>
        type.NullableAnnotation == NullableAnnotation.Annotated || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    public static bool IsNullConstant(IOperation operation) =>
        operation is { ConstantValue: { HasValue: true, Value: null } } || (operation is IConversionOperation conversion && IsNullConstant(conversion.Operand));

    /// <summary>What the user wrote, without conversions the compiler put around it and without parentheses.</summary>
    public static IOperation Unwrapped(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion:
                    operation = conversion.Operand;
                    break;
                // To a span, where the compiler prefers the methods of spans.
                case IConversionOperation { IsImplicit: true, OperatorMethod.ContainingType.Name: "Span" or "ReadOnlySpan" } span:
                    operation = span.Operand;
                    break;
                case IInvocationOperation { TargetMethod.Name: "op_Implicit", Arguments.Length: 1 } implicitCall:
                    operation = implicitCall.Arguments[0].Value;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                default:
                    return operation;
            }
        }
    }

    private static bool IsOfSystem(ITypeSymbol? type, string name) =>
        type is { ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } && type.Name == name;
}
