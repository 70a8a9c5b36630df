using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>CORS as HTTP APIs and function URLs have it: what is set and nothing else.</summary>
internal static class CorsTemplate
{
    public static JsonObject? Of(CorsSettings? cors) => cors is null ? null : new JsonObject
    {
        { "AllowOrigins", Texts(cors.Origins) },
        { "AllowMethods", Texts(cors.Methods) },
        { "AllowHeaders", Texts(cors.Headers) },
        { "ExposeHeaders", Texts(cors.ExposedHeaders) },
        { "MaxAge", cors.MaxAge is { } age ? new JsonNumber(age) : null },
        { "AllowCredentials", cors.Credentials ? new JsonBoolean(true) : null },
    };

    private static JsonArray? Texts(EquatableArray<string> texts) =>
        texts.Count == 0 ? null : new JsonArray(texts.Select(static text => (JsonNode)new JsonString(text)));
}
