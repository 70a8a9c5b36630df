using System.Globalization;
using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.Handlers;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Json;

/// <summary>Enums: by number, by name, or as a converter of the user's likes.</summary>
internal static class JsonEnums
{
    /// <summary>The form an attribute chooses: true by name, false by number, null when the converter is not one of the framework's.</summary>
    public static bool? IsText(AttributeData converter) =>
        converter.ConstructorArguments is [{ Value: INamedTypeSymbol type }]
            ? TypeNames.FullName(type) switch
            {
                "System.Text.Json.Serialization.JsonStringEnumConverter" => true,
                "System.Text.Json.Serialization.JsonNumberEnumConverter" => false,
                _ => null,
            }
            : null;

    public static JsonType Describe(INamedTypeSymbol type, string key, JsonContract contract)
    {
        bool? isText = type.Converter() is { } converter ? IsText(converter) : contract.WritesEnumsAsText;
        var described = new JsonType { Type = key, Kind = JsonTypeKind.Enum, IsValueType = true };
        if (isText is not { } text)
            return described with { Kind = JsonTypeKind.Any };
        return described with
        {
            EnumAsText = text,
            IsFlags = type.GetAttributes().Any(static a => TypeNames.Is(a.AttributeClass, "System.FlagsAttribute")),
            Format = text ? "" : type.EnumUnderlyingType?.SpecialType is SpecialType.System_Int64 or SpecialType.System_UInt32 ? "int64" : type.EnumUnderlyingType?.SpecialType is SpecialType.System_UInt64 ? "" : "int32",
            EnumMembers = Members(type).Select(static m => new JsonEnumMember(m.Name, JsonNaming.TextOf(m), Value(m))).ToEquatableArray(),
        };
    }

    public static IEnumerable<IFieldSymbol> Members(INamedTypeSymbol type) => type.GetMembers().OfType<IFieldSymbol>().Where(static f => f.HasConstantValue);

    /// <summary>JSON text of a constant of the type; null when it is no member or travels in a form of its own.</summary>
    public static string? Text(object value, INamedTypeSymbol type, JsonContract contract)
    {
        var described = Describe(type, "", contract);
        if (described.Kind != JsonTypeKind.Enum)
            return null;
        if (!described.EnumAsText)
            return JsonConstants.Number(Convert.ToString(value, CultureInfo.InvariantCulture)!);
        return Members(type).FirstOrDefault(m => Equals(m.ConstantValue, value)) is { } member ? JsonConstants.Quoted(JsonNaming.TextOf(member)) : null;
    }

    private static long Value(IFieldSymbol member) => member.ConstantValue is ulong large ? unchecked((long)large) : Convert.ToInt64(member.ConstantValue, CultureInfo.InvariantCulture);
}
