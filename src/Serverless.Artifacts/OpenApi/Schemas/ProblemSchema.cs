using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>What handlers and the API itself answer when they fail: a problem of RFC 9457.</summary>
internal static class ProblemSchema
{
    public static JsonObject Render(SchemaDialect dialect) => new()
    {
        { "type", "object" },
        { "description", "What went wrong (RFC 9457)." },
        {
            "properties", new JsonObject
            {
                { "type", Text("Kind of problem.", dialect, "uri-reference") },
                { "title", Text("The kind of problem in words.", dialect) },
                { "status", new JsonObject { { "type", "integer" }, { "description", "Status of the answer." } } },
                { "detail", Text("What is wrong with this request.", dialect) },
                { "instance", Text("The path that was asked for.", dialect, "uri-reference") },
                { "requestId", Text("Names the request in the logs.", dialect) },
                {
                    "errors", new JsonObject
                    {
                        { "type", "object" },
                        { "description", "Faults by parameter or member." },
                        { "additionalProperties", new JsonObject { { "type", "array" }, { "items", new JsonObject { { "type", "string" } } } } },
                    }
                },
            }
        },
    };

    private static JsonObject Text(string description, SchemaDialect dialect, string? format = null) => new()
    {
        { "type", "string" },
        { "format", format is null || dialect == SchemaDialect.Rest ? null : new JsonString(format) },
        { "description", description },
    };
}
