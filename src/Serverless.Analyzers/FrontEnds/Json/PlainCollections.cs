using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.Handlers;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Json;

/// <summary>Nullable values, arrays, lists and dictionaries: those for which the serialiser makes an array, a `List` or a `Dictionary`.</summary>
internal static class PlainCollections
{
    /// <summary>Null for anything else.</summary>
    public static PlainDraft? Of(ITypeSymbol type, string name, PlainTypes types)
    {
        if (type is IArrayTypeSymbol { Rank: 1 } array)
            return Holding(array.ElementType, name, PlainKind.Array, types);
        if (type is not INamedTypeSymbol { IsGenericType: true } named)
            return null;
        if (CSharpNames.IsNullableValue(type))
            return Holding(named.TypeArguments[0], name, PlainKind.Nullable, types);
        return TypeNames.FullName(type) switch
        {
            "System.Collections.Generic.List" or "System.Collections.Generic.IList" or "System.Collections.Generic.ICollection" or "System.Collections.Generic.IEnumerable"
                or "System.Collections.Generic.IReadOnlyList" or "System.Collections.Generic.IReadOnlyCollection" => Holding(named.TypeArguments[0], name, PlainKind.List, types),
            "System.Collections.Generic.Dictionary" or "System.Collections.Generic.IDictionary" or "System.Collections.Generic.IReadOnlyDictionary"
                when named.TypeArguments[0].SpecialType == SpecialType.System_String => Holding(named.TypeArguments[1], name, PlainKind.Dictionary, types),
            _ => null,
        };
    }

    private static PlainDraft Holding(ITypeSymbol item, string name, PlainKind kind, PlainTypes types)
    {
        var held = types.Draft(item);
        return PlainDraft.Of(new PlainType { Type = name, Kind = kind, Item = held, IsValueType = kind == PlainKind.Nullable }, held);
    }
}
