using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.Handlers;

namespace Serverless.Analyzers.FrontEnds.Json;

/// <summary>Attributes of System.Text.Json on a type or member.</summary>
internal static class JsonAttributes
{
    private const string Namespace = "System.Text.Json.Serialization";

    public static bool HasJson(this ISymbol symbol, string name) => symbol.Attribute(Namespace, name) is not null;

    public static AttributeArguments? Json(this ISymbol symbol, string name) => symbol.Attribute(Namespace, name);

    public static IEnumerable<AttributeArguments> AllJson(this ISymbol symbol, string name) => symbol.Attributes(Namespace, name);

    /// <summary>`[JsonConverter]` or an attribute derived from it.</summary>
    public static AttributeData? Converter(this ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (TypeNames.DerivesFrom(attribute.AttributeClass, Namespace + ".JsonConverterAttribute"))
                return attribute;
        }

        return null;
    }

    /// <summary>What is done with the value of the member; null when the member does not say.</summary>
    public static JsonIgnoring? Ignoring(this ISymbol member) =>
        member.Json("JsonIgnoreAttribute") is { } ignore ? (JsonIgnoring)(ignore.Enum("Condition") ?? (int)JsonIgnoring.Always) : null;
}
