using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.FrontEnds.StateMachines;

/// <summary>Whether the JSON of a C# type is an object.</summary>
internal static class JsonShape
{
    public enum Kind
    {
        /// <summary>It may be anything, or depends on a converter.</summary>
        Unknown,
        Object,

        /// <summary>A text, a number, true or false, or a list.</summary>
        Other,
    }

    public static Kind Of(ITypeSymbol? type)
    {
        if (type is null || type.NullableAnnotation == NullableAnnotation.Annotated)
            return Kind.Unknown;
        if (type.IsAnonymousType)
            return Kind.Object;
        if (type.SpecialType is SpecialType.System_String or SpecialType.System_Boolean or SpecialType.System_Char or (>= SpecialType.System_SByte and <= SpecialType.System_Double)
            || type.TypeKind is TypeKind.Enum or TypeKind.Array)
            return Kind.Other;
        var isUsers = type.TypeKind is TypeKind.Class or TypeKind.Struct && type.ContainingNamespace is { } space && !space.ToDisplayString().StartsWith("System", StringComparison.Ordinal);
        var isSpecial = type.GetAttributes().Any(static a => a.AttributeClass?.Name == "JsonConverterAttribute")
            || type.AllInterfaces.Any(static i => i.SpecialType == SpecialType.System_Collections_IEnumerable);
        return isUsers && !isSpecial ? Kind.Object : Kind.Unknown;
    }
}
