using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>Objects with members, and those that derived types stand for.</summary>
internal sealed class ObjectSchemas(SchemaRenderer schemas, SchemaDialect dialect)
{
    public JsonObject Render(JsonType type)
    {
        if (type.DerivedTypes.Count == 0)
            return Members(type, discriminator: null);
        return dialect == SchemaDialect.Rest ? OpenObject(type) : Choice(type);
    }

    /// <summary>Members, and the one that tells the type.</summary>
    private JsonObject Members(JsonType type, JsonMember? discriminator)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        if (discriminator is not null)
        {
            properties.Add(discriminator.Name, discriminator.Value);
            required.Add(discriminator.Name);
        }

        var isRead = schemas.IsRead(type);
        foreach (var member in type.Members)
        {
            properties.Add(member.JsonName, Member(member, type));

            // What is only written has every member that is never left out.
            if (isRead ? member.IsRequired : member is { IsAlwaysWritten: true, IsWriteOnly: false })
                required.Add(member.JsonName);
        }

        var schema = new JsonObject
        {
            { "type", "object" },
            { "description", type.Description is { } description ? new JsonString(description) : null },
            { "required", required.Count == 0 ? null : required },
            { "properties", properties.Count == 0 ? null : properties },
            { "additionalProperties", type.IsClosed ? new JsonBoolean(false) : null },
            { "example", dialect == SchemaDialect.Rest || discriminator is not null || type.Example is not { } example ? null : JsonReader.Read(example, out _) },
        };
        return schema;
    }

    private JsonObject Member(JsonTypeMember member, JsonType owner) => schemas.Of(
        member.Type,
        member.Constraints,
        new SchemaNotes
        {
            Description = member.Description,
            Example = member.Example,
            IsReadOnly = member.IsReadOnly,
            IsWriteOnly = member.IsWriteOnly,
            IsDeprecated = member.IsDeprecated,
        },
        owner);

    /// <summary>One of the derived types. The base itself is among them when it can exist and does not name itself.</summary>
    private JsonObject Choice(JsonType type)
    {
        var choices = new JsonArray();
        var mapping = new JsonObject();
        foreach (var derived in type.DerivedTypes)
        {
            var choice = Derived(type, derived);
            choices.Add(choice);
            if (choice["$ref"] is JsonString path && derived.DiscriminatorValue.Length > 0)
                mapping.Add(Plain(derived.DiscriminatorValue), path);
        }

        var isItself = !type.IsAbstract && type.DerivedTypes.All(derived => derived.Type != type.Type);
        if (isItself)
            choices.Add(Members(type with { Description = null, Example = null }, discriminator: null));
        return new JsonObject
        {
            { "description", type.Description is { } description ? new JsonString(description) : null },

            // What has no discriminator fits more than one.
            { isItself || mapping.Count < choices.Count ? "anyOf" : "oneOf", choices },
            {
                "discriminator", mapping.Count < choices.Count ? null : new JsonObject
                {
                    { "propertyName", type.Discriminator },
                    { "mapping", mapping },
                }
            },
        };
    }

    private JsonObject Derived(JsonType type, JsonDerivedType derived)
    {
        var target = schemas.Find(derived.Type);
        if (derived.Name.Length == 0)
            return target.Type == type.Type ? Members(type, discriminator: null) : schemas.Of(new JsonTypeRef(derived.Type, IsNullable: false));
        return schemas.AddNamed(derived.Name, () => Members(target, new JsonMember(type.Discriminator, Tag(derived))));
    }

    private static JsonObject Tag(JsonDerivedType derived)
    {
        var value = JsonReader.Read(derived.DiscriminatorValue, out _)!;
        return new JsonObject { { "type", value is JsonNumber ? "integer" : "string" }, { "enum", new JsonArray { value } } };
    }

    /// <summary>A model cannot choose between others: it says what all of them have, and which there are.</summary>
    private JsonObject OpenObject(JsonType type)
    {
        var tags = type.DerivedTypes.Where(static d => d.DiscriminatorValue.Length > 0).Select(static d => JsonReader.Read(d.DiscriminatorValue, out _)).OfType<JsonNode>().ToList();
        var isAlwaysTold = type.IsAbstract && tags.Count == type.DerivedTypes.Count;
        var kind = tags.TrueForAll(static tag => tag is JsonString) ? "string" : tags.TrueForAll(static tag => tag is JsonNumber) ? "integer" : null;
        var schema = Members(type with { IsClosed = false }, discriminator: null);
        if (tags.Count == 0)
            return schema;
        var properties = schema["properties"] as JsonObject ?? new JsonObject();
        properties.Add(type.Discriminator, new JsonObject { { "type", kind is null ? null : new JsonString(kind) }, { "enum", new JsonArray(tags) } });
        schema["properties"] = properties;
        if (isAlwaysTold)
        {
            var required = schema["required"] as JsonArray ?? [];
            required.Add(type.Discriminator);
            schema["required"] = required;
        }

        return schema;
    }

    /// <summary>Discriminators are texts in the mapping, whatever they are in the JSON.</summary>
    private static string Plain(string json) => JsonReader.Read(json, out _) switch
    {
        JsonString text => text.Value,
        JsonNumber number => number.Text,
        _ => json,
    };
}
