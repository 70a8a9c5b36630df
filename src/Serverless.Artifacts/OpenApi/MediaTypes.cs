using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>Contents of requests and answers.</summary>
internal static class MediaTypes
{
    public static JsonObject Json(OpenApiDocument document, JsonTypeRef type) => new() { { "schema", document.Schemas.OfContent(type) } };

    /// <summary>A REST API makes a model of every schema, and there is none for what is not JSON.</summary>
    public static JsonObject Raw(OpenApiDocument document, bool isText)
    {
        if (document.IsRest)
            return new JsonObject();
        return new JsonObject { { "schema", new JsonObject { { "type", "string" }, { "format", isText ? null : new JsonString("binary") } } } };
    }
}
