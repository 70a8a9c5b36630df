using System.Globalization;
using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>Enums: texts, or numbers whose names stand in the description.</summary>
internal static class EnumSchemas
{
    public static JsonObject Render(JsonType type, SchemaDialect dialect)
    {
        var names = type.EnumAsText ? null : string.Join(", ", type.EnumMembers.Select(static m => m.Name + " = " + Number(m.Value)));
        var description = string.Join(" ", new[] { type.Description, string.IsNullOrEmpty(names) ? null : names + (type.IsFlags ? "; values are added." : ".") }.Where(static text => text is not null));
        return new JsonObject
        {
            { "type", type.EnumAsText ? "string" : "integer" },
            { "format", type.EnumAsText || type.Format.Length == 0 || dialect == SchemaDialect.Rest ? null : new JsonString(type.Format) },

            // Flags combine: their sums, or their names with commas between, are values too.
            { "enum", type.IsFlags || type.EnumMembers.Count == 0 ? null : Values(type) },
            { "description", description.Length == 0 ? null : new JsonString(description) },
            { "example", dialect == SchemaDialect.Rest || type.Example is not { } example ? null : JsonReader.Read(example, out _) },
        };
    }

    private static JsonArray Values(JsonType type) => type.EnumAsText
        ? new JsonArray(type.EnumMembers.Select(static m => m.JsonName).Distinct(StringComparer.Ordinal).Select(static name => new JsonString(name)))
        : new JsonArray(type.EnumMembers.Select(static m => m.Value).Distinct().Select(static value => new JsonNumber(value)));

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
