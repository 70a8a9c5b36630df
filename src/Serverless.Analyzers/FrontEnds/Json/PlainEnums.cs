using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.Handlers;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Json;

/// <summary>Enums by number, and those by name whose names are their members' own.</summary>
internal static class PlainEnums
{
    /// <summary>Null for what is no enum.</summary>
    public static PlainDraft? Of(ITypeSymbol type, string name, PlainOptions options)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType: { } underlying } @enum)
            return null;
        if (AsText(@enum, options) is not { } asText)
            return PlainDraft.None;
        if (!asText)
            return PlainDraft.Of(new PlainType { Type = name, Kind = PlainKind.EnumNumber, Item = CSharpNames.Bare(underlying), IsValueType = true });
        var members = @enum.GetMembers().OfType<IFieldSymbol>().Where(static f => f.HasConstantValue).ToList();
        // Two names of one value, or two that differ in case: which one the serialiser takes is its own affair.
        var isClear = members.Select(static f => f.ConstantValue).Distinct().Count() == members.Count
            && members.Select(static f => f.Name.ToUpperInvariant()).Distinct(StringComparer.Ordinal).Count() == members.Count
            && !members.Exists(static f => SerializerAttributes.Any(f));
        return isClear
            ? PlainDraft.Of(new PlainType { Type = name, Kind = PlainKind.EnumText, IsValueType = true, Names = members.Select(f => new PlainName(name + "." + CSharpNames.Identifier(f.Name), f.Name)).ToEquatableArray() })
            : PlainDraft.None;
    }

    /// <summary>Null when a converter of the user's own decides.</summary>
    private static bool? AsText(INamedTypeSymbol type, PlainOptions options)
    {
        bool? asText = options.EnumsAsText;
        foreach (var attribute in type.GetAttributes())
        {
            if (!SerializerAttributes.Is(attribute))
                continue;
            asText = TypeNames.Is(attribute.AttributeClass, SerializerAttributes.Namespace + "JsonConverterAttribute") && attribute.ConstructorArguments is [{ Value: INamedTypeSymbol converter }]
                ? TypeNames.FullName(converter) switch
                {
                    SerializerAttributes.Namespace + "JsonStringEnumConverter" => true,
                    SerializerAttributes.Namespace + "JsonNumberEnumConverter" => false,
                    _ => null,
                }
                : null;
            if (asText is null)
                return null;
        }

        return asText;
    }
}
