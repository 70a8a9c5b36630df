using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.Handlers;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Json;

/// <summary>Types that the serialiser itself writes as one value.</summary>
internal static class PlainScalars
{
    /// <summary>Null for anything else.</summary>
    public static PlainDraft? Of(ITypeSymbol type, string name)
    {
        if (type is IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte })
            return PlainDraft.Of(new PlainType { Type = name, Kind = PlainKind.Bytes });
        PlainKind? kind = type.SpecialType switch
        {
            SpecialType.System_Boolean => PlainKind.Boolean,
            SpecialType.System_Byte => PlainKind.Byte,
            SpecialType.System_SByte => PlainKind.SByte,
            SpecialType.System_Int16 => PlainKind.Int16,
            SpecialType.System_UInt16 => PlainKind.UInt16,
            SpecialType.System_Int32 => PlainKind.Int32,
            SpecialType.System_UInt32 => PlainKind.UInt32,
            SpecialType.System_Int64 => PlainKind.Int64,
            SpecialType.System_UInt64 => PlainKind.UInt64,
            SpecialType.System_Single => PlainKind.Single,
            SpecialType.System_Double => PlainKind.Double,
            SpecialType.System_Decimal => PlainKind.Decimal,
            SpecialType.System_Char => PlainKind.Char,
            SpecialType.System_String => PlainKind.String,
            SpecialType.System_DateTime => PlainKind.DateTime,
            _ => type is INamedTypeSymbol { IsValueType: true, IsGenericType: false } ? Named(type) : null,
        };
        return kind is { } found ? PlainDraft.Of(new PlainType { Type = name, Kind = found, IsValueType = type.IsValueType }) : null;
    }

    private static PlainKind? Named(ITypeSymbol type) => TypeNames.FullName(type) switch
    {
        "System.Guid" => PlainKind.Guid,
        "System.DateTimeOffset" => PlainKind.DateTimeOffset,
        "System.DateOnly" => PlainKind.DateOnly,
        "System.TimeOnly" => PlainKind.TimeOnly,
        "System.TimeSpan" => PlainKind.TimeSpan,
        _ => null,
    };
}
