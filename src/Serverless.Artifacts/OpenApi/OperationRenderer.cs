using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>One operation: what it says to callers, then what API Gateway does with it.</summary>
internal static class OperationRenderer
{
    public static JsonObject Render(OpenApiDocument document, GatewayRoute route, string operationId)
    {
        if (document.IsRoutesOnly)
            return RouteOnly(document, route, operationId);
        var entry = document.EntryOf(route);
        var operation = new JsonObject
        {
            { "tags", route.Tags.Count == 0 ? null : new JsonArray(route.Tags.Select(static tag => new JsonString(tag))) },
            { "summary", Text(entry?.Documentation.Summary) },
            { "description", Text(entry?.Documentation.Remarks) },
            { "operationId", operationId },
            { "deprecated", route is HttpRoute { Deprecated: true } ? new JsonBoolean(true) : null },
            { "parameters", ParameterRenderer.Render(document, route) },
            { "requestBody", entry is null ? null : RequestBodyRenderer.Render(document, entry) },
            { "responses", ResponseRenderer.Render(document, route) },
            { "security", SecuritySchemes.Requirements(document, route) },
            { "isDefaultRoute", route.Method == RouteKey.Default ? new JsonBoolean(true) : null },
        };
        if (document.Rest is { } rest && route.Rest.Validate is { } validation && validation != rest.Validate)
            operation.Add(RequestValidators.OfOperation, RequestValidators.Name(validation));
        operation.Add(IntegrationRenderer.Extension, IntegrationRenderer.Render(document, route));
        return operation;
    }

    private static JsonObject RouteOnly(OpenApiDocument document, GatewayRoute route, string operationId) => new()
    {
        { "operationId", operationId },
        { "responses", new JsonObject { { "default", new JsonObject { { "description", "Any answer." } } } } },
        { "security", SecuritySchemes.Requirements(document, route) },
        { "isDefaultRoute", route.Method == RouteKey.Default ? new JsonBoolean(true) : null },
        { IntegrationRenderer.Extension, IntegrationRenderer.Render(document, route) },
    };

    private static JsonString? Text(string? text) => text is null ? null : new JsonString(text);
}
