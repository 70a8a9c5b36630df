using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.Handlers;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Json;

/// <summary>Types that the serialiser writes as one value, by converters of its own.</summary>
internal static class JsonScalars
{
    private const string TimeSpan = @"^-?(\d+\.)?\d{2}:\d{2}:\d{2}(\.\d{1,7})?$";
    private const string Version = @"^\d+(\.\d+){1,3}$";

    private static readonly Dictionary<string, JsonScalar> ByName = new(StringComparer.Ordinal)
    {
        ["System.Int128"] = new(JsonTypeKind.Integer),
        ["System.UInt128"] = new(JsonTypeKind.Integer),
        ["System.Half"] = new(JsonTypeKind.Number),
        ["System.Guid"] = new(JsonTypeKind.String, "uuid"),
        ["System.DateTimeOffset"] = new(JsonTypeKind.String, "date-time"),
        ["System.DateOnly"] = new(JsonTypeKind.String, "date"),
        ["System.TimeOnly"] = new(JsonTypeKind.String, "time"),
        ["System.TimeSpan"] = new(JsonTypeKind.String, "", TimeSpan),
        ["System.Uri"] = new(JsonTypeKind.String, "uri-reference"),
        ["System.Version"] = new(JsonTypeKind.String, "", Version),
        ["System.Text.Json.JsonElement"] = new(JsonTypeKind.Any),
        ["System.Text.Json.JsonDocument"] = new(JsonTypeKind.Any),
        ["System.Text.Json.Nodes.JsonNode"] = new(JsonTypeKind.Any),
        ["System.Text.Json.Nodes.JsonValue"] = new(JsonTypeKind.Any),
    };

    public static JsonScalar? Find(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean => new(JsonTypeKind.Boolean),
        SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16 => new(JsonTypeKind.Integer, "int32"),
        SpecialType.System_Int32 => new(JsonTypeKind.Integer, "int32"),
        SpecialType.System_UInt32 or SpecialType.System_Int64 => new(JsonTypeKind.Integer, "int64"),
        SpecialType.System_UInt64 => new(JsonTypeKind.Integer),
        SpecialType.System_Single => new(JsonTypeKind.Number, "float"),
        SpecialType.System_Double => new(JsonTypeKind.Number, "double"),
        SpecialType.System_Decimal => new(JsonTypeKind.Number),
        SpecialType.System_String or SpecialType.System_Char => new(JsonTypeKind.String),
        SpecialType.System_DateTime => new(JsonTypeKind.String, "date-time"),
        SpecialType.System_Object => new(JsonTypeKind.Any),
        _ when IsBase64(type) => new(JsonTypeKind.String, "byte"),
        _ => ByName.TryGetValue(TypeNames.FullName(type), out var scalar) ? scalar : null,
    };

    public static bool IsNumber(ITypeSymbol type) => Find(type) is { Kind: JsonTypeKind.Integer or JsonTypeKind.Number };

    private static bool IsBase64(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte } => true,
        INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Byte }] } => TypeNames.FullName(type) is "System.Memory" or "System.ReadOnlyMemory",
        _ => false,
    };
}

/// <summary>What such a value is.</summary>
internal sealed record JsonScalar(JsonTypeKind Kind, string Format = "", string Pattern = "");
