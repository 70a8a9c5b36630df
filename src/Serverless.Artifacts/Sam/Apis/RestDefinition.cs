using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>The OpenAPI document of a REST API as SAM wants it.</summary>
internal static class RestDefinition
{
    public static JsonObject Of(TemplateBuilder template, RestApi api)
    {
        var document = OpenApiRenderer.Render(template.Application, api, template.Resolver, OpenApiSpelling.Intrinsics);
        if (document["paths"] is JsonObject paths)
        {
            foreach (var path in paths)
                Unwrap((path.Value as JsonObject)?["options"]);
        }

        return document;
    }

    /// <summary>
    /// SAM expects a header of an answer to OPTIONS, status 200, as Swagger 2 writes it, and puts what it finds into a `schema`: what is in
    /// one already is taken out before.
    /// </summary>
    private static void Unwrap(JsonNode? operation)
    {
        if (((operation as JsonObject)?["responses"] as JsonObject)?["200"] is not JsonObject { } response || response["headers"] is not JsonObject headers)
            return;
        var plain = new JsonObject();
        foreach (var header in headers)
            plain.Add(header.Name, (header.Value as JsonObject)?["schema"] ?? header.Value);
        response["headers"] = plain;
    }
}
