using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>What the document says about an HTTP API as a whole.</summary>
internal static class HttpExtensions
{
    public static void Add(JsonObject root, HttpApi api)
    {
        if (api.Cors is { } cors)
            root.Add("x-amazon-apigateway-cors", Cors(cors));
        if (api.DisableExecuteApiEndpoint)
            root.Add("x-amazon-apigateway-endpoint-configuration", new JsonObject { { "disableExecuteApiEndpoint", new JsonBoolean(true) } });
        root.Add("x-amazon-apigateway-importexport-version", "1.0");
    }

    private static JsonObject Cors(CorsSettings cors) => new()
    {
        { "allowOrigins", Texts(cors.Origins) },
        { "allowMethods", Texts(cors.Methods) },
        { "allowHeaders", Texts(cors.Headers) },
        { "exposeHeaders", Texts(cors.ExposedHeaders) },
        { "maxAge", cors.MaxAge is { } age ? new JsonNumber(age) : null },
        { "allowCredentials", cors.Credentials ? new JsonBoolean(true) : null },
    };

    private static JsonArray? Texts(EquatableArray<string> texts) => texts.Count == 0 ? null : new JsonArray(texts.Select(static text => new JsonString(text)));
}
