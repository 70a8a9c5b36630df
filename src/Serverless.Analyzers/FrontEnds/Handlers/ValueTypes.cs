using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Handlers;

/// <summary>Types that are parsed from one text, and lists of them.</summary>
internal static class ValueTypes
{
    private const string Runtime = "global::Serverless.Runtime.";

    /// <summary>The parser of a type (its nullability does not matter); null when it is not parsed from text.</summary>
    public static string? Parser(ITypeSymbol type)
    {
        var target = CSharpNames.Underlying(type);
        var name = CSharpNames.Bare(target);
        switch (target.SpecialType)
        {
            case SpecialType.System_String:
                return Runtime + "TextParser";
            case SpecialType.System_Boolean:
                return Runtime + "BooleanParser";
            case SpecialType.System_Char:
                return Runtime + "CharacterParser";
            case SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16
                or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64:
                return $"{Runtime}WholeNumberParser<{name}>";
            case SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal:
                return $"{Runtime}NumberParser<{name}>";
            case SpecialType.System_DateTime:
                return Runtime + "DateTimeParser";
            case SpecialType.System_Object:
                return null;
        }

        if (target.TypeKind == TypeKind.Enum)
            return $"{Runtime}EnumParser<{name}>";
        return TypeNames.FullName(target) switch
        {
            "System.DateTimeOffset" => Runtime + "DateTimeOffsetParser",
            "System.Uri" => Runtime + "UriParser",
            "System.Int128" or "System.UInt128" => $"{Runtime}WholeNumberParser<{name}>",
            "System.Half" => $"{Runtime}NumberParser<{name}>",
            _ when TypeNames.ImplementsForItself(target, "System.ISpanParsable") => $"{Runtime}SpanParser<{name}>",
            _ when TypeNames.ImplementsForItself(target, "System.IParsable") => $"{Runtime}ParsableParser<{name}>",
            _ => null,
        };
    }

    /// <summary>The element type when this is a list of parsed values; null otherwise.</summary>
    public static ITypeSymbol? ListElement(ITypeSymbol type, out ParameterForm form)
    {
        form = ParameterForm.List;
        if (type is IArrayTypeSymbol { Rank: 1 } array)
        {
            form = ParameterForm.Array;
            return IsElement(array.ElementType) ? array.ElementType : null;
        }

        return type is INamedTypeSymbol { TypeArguments.Length: 1 } named && IsList(named) && IsElement(named.TypeArguments[0]) ? named.TypeArguments[0] : null;
    }

    /// <summary>`T` of `List&lt;T&gt;` and of the interfaces it implements; null for other types.</summary>
    public static ITypeSymbol? ListArgument(ITypeSymbol type) => type is INamedTypeSymbol { TypeArguments.Length: 1 } named && IsList(named) ? named.TypeArguments[0] : null;

    public static bool IsCollectionInterface(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Interface && (TypeNames.Is(type, "System.Collections.IEnumerable") || TypeNames.Implements(type, "System.Collections.IEnumerable"));

    private static bool IsList(INamedTypeSymbol type) => TypeNames.FullName(type) is
        "System.Collections.Generic.List" or "System.Collections.Generic.IList" or "System.Collections.Generic.ICollection"
        or "System.Collections.Generic.IEnumerable" or "System.Collections.Generic.IReadOnlyList" or "System.Collections.Generic.IReadOnlyCollection";

    /// <summary>A list of bytes is a body, and what may be missing has no place in a list.</summary>
    private static bool IsElement(ITypeSymbol type) =>
        type.SpecialType != SpecialType.System_Byte && !CSharpNames.IsNullableValue(type) && Parser(type) is not null;
}
