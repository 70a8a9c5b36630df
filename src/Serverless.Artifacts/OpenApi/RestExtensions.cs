using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>What the document says about a REST API as a whole.</summary>
internal static class RestExtensions
{
    public static void Add(JsonObject root, RestApi api, OpenApiDocument document)
    {
        RequestValidators.Add(root, api, document);
        root.Add("x-amazon-apigateway-gateway-responses", GatewayResponses.Render(api, document));
        root.Add("x-amazon-apigateway-binary-media-types", BinaryTypes(api, document));
        root.Add("x-amazon-apigateway-minimum-compression-size", api.MinimumCompressionSize is { } size ? new JsonNumber(size) : null);
        if (document.Routes.Any(static route => route.Rest.ApiKeyRequired))
            root.Add("x-amazon-apigateway-api-key-source", api.ApiKeyFromAuthorizer ? "AUTHORIZER" : "HEADER");
        root.Add("x-amazon-apigateway-policy", Policy(api, document));
        root.Add("x-amazon-apigateway-endpoint-configuration", Endpoint(api, document));
    }

    private static JsonObject? Endpoint(RestApi api, OpenApiDocument document)
    {
        if (api.VpcEndpointIds.Count == 0 && !api.DisableExecuteApiEndpoint)
            return null;
        return new JsonObject
        {
            { "vpcEndpointIds", api.VpcEndpointIds.Count == 0 ? null : new JsonArray(api.VpcEndpointIds.Select(id => document.Spell(id))) },
            { "disableExecuteApiEndpoint", api.DisableExecuteApiEndpoint ? new JsonBoolean(true) : null },
        };
    }

    private static JsonArray? BinaryTypes(RestApi api, OpenApiDocument document)
    {
        var types = BinaryMediaTypes.Of(api, document.Routes.Select(document.EntryOf).OfType<HandlerEntry>());
        return types.Count == 0 ? null : new JsonArray(types.Select(static type => new JsonString(type)));
    }

    /// <summary>The user's, which was checked to be an object when it was read; else what a private API needs.</summary>
    private static JsonNode? Policy(RestApi api, OpenApiDocument document)
    {
        if (api.ResourcePolicy is { } policy)
            return JsonReader.Read(policy, out _, allowComments: true) is { } node ? Spelt(node, document) : null;
        var access = PrivateAccess.Of(api, document.Resolver);
        return document.Spelling == OpenApiSpelling.Intrinsics ? access?.ToTemplate() : access?.ToFile();
    }

    private static JsonNode Spelt(JsonNode node, OpenApiDocument document)
    {
        switch (node)
        {
            case JsonString text:
                return document.Spell(document.Templates.Of(text.Value));
            case JsonArray array:
                return new JsonArray(array.Select(item => Spelt(item, document)));
            case JsonObject obj:
                var copy = new JsonObject();
                foreach (var member in obj)
                    copy.Add(member.Name, Spelt(member.Value, document));
                return copy;
            default:
                return node.Clone();
        }
    }
}
