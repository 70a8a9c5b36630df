using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>What is said about a use of a type beside its form.</summary>
internal sealed record SchemaNotes
{
    public static SchemaNotes None { get; } = new();

    public string? Description { get; init; }

    /// <summary>JSON text.</summary>
    public string? Example { get; init; }

    public bool IsReadOnly { get; init; }

    public bool IsWriteOnly { get; init; }

    public bool IsDeprecated { get; init; }

    public void AddTo(JsonObject schema, SchemaDialect dialect)
    {
        if (Description is not null)
            schema["description"] = Description;
        if (dialect == SchemaDialect.Rest)
            return;
        if (IsReadOnly)
            schema.Add("readOnly", new JsonBoolean(true));
        if (IsWriteOnly)
            schema.Add("writeOnly", new JsonBoolean(true));
        if (IsDeprecated)
            schema.Add("deprecated", new JsonBoolean(true));
        schema.Add("example", Example is null ? null : JsonReader.Read(Example, out _));
    }
}
