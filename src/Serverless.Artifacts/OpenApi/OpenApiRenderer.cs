using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>
/// The OpenAPI 3.0 document of an HTTP or REST API, with API Gateway's extensions: as a file it describes the API, inside a template it is
/// the API. Both are one document in two spellings.
/// </summary>
internal static class OpenApiRenderer
{
    /// <summary>What API Gateway imports and exports.</summary>
    private const string Version = "3.0.1";

    public static string Path(Api api) => "openapi/" + api.LogicalId + ".json";

    /// <param name="application">The application.</param>
    /// <param name="api">An HTTP or REST API of it.</param>
    /// <param name="resolver">Knows what ids name.</param>
    /// <param name="spelling">For the file or for the template.</param>
    public static JsonObject Render(Application application, Api api, ReferenceResolver resolver, OpenApiSpelling spelling) =>
        Render(new OpenApiDocument(application, api, resolver, spelling));

    /// <summary>What stands as `${…}` in the file, but for what belongs to Velocity and IAM.</summary>
    public static IEnumerable<string> Placeholders(Application application, Api api, ReferenceResolver resolver)
    {
        var document = new OpenApiDocument(application, api, resolver, OpenApiSpelling.Placeholders);
        Render(document);
        return document.Placeholders;
    }

    private static JsonObject Render(OpenApiDocument document)
    {
        var api = document.Api;

        // Rendered first: they say which types the components hold.
        var paths = PathsRenderer.Render(document);
        var root = new JsonObject
        {
            { "openapi", Version },
            {
                "info", new JsonObject
                {
                    { "title", api.Name ?? api.LogicalId },
                    { "description", api.Description is { } description ? new JsonString(description) : null },
                    { "version", "1.0" },
                }
            },

            // An HTTP API would be given each of them as a tag of AWS, without a value.
            { "tags", document.IsRoutesOnly ? null : Tags(document) },
            { "paths", paths },
            {
                "components", new JsonObject
                {
                    { "schemas", document.Schemas.Components() },
                    { "responses", document.Problems.Components() },
                    { "securitySchemes", SecuritySchemes.Render(document) },
                }
            },
        };
        if (root["components"] is JsonObject { Count: 0 })
            root["components"] = null;
        if (api is RestApi rest)
            RestExtensions.Add(root, rest, document);
        else
            HttpExtensions.Add(root, (HttpApi)api);
        return root;
    }

    private static JsonArray? Tags(OpenApiDocument document)
    {
        var names = document.Routes.SelectMany(static route => route.Tags).Distinct(StringComparer.Ordinal).OrderBy(static name => name, StringComparer.Ordinal).ToList();
        return names.Count == 0 ? null : new JsonArray(names.Select(static name => new JsonObject { { "name", name } }));
    }
}
