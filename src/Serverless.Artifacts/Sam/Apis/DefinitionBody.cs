using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>The OpenAPI document of an API as it stands in the template.</summary>
internal static class DefinitionBody
{
    public static JsonObject Of(TemplateBuilder template, Api api)
    {
        var paths = new JsonObject();
        foreach (var function in template.Application.Functions)
        {
            foreach (var route in function.Routes)
            {
                if (route.Api != api.LogicalId)
                    continue;
                var path = route.Method == RouteKey.Default ? "/" + RouteKey.Default : route.Path;
                if (paths[path] is not JsonObject item)
                    paths.Add(path, item = new JsonObject());
                item.Add(route.Method is "ANY" or RouteKey.Default ? "x-amazon-apigateway-any-method" : route.Method.ToLowerInvariant(), Operation(api, route, function));
            }
        }

        return new JsonObject
        {
            { "openapi", "3.0.1" },
            { "info", new JsonObject { { "title", api.Name ?? api.LogicalId }, { "version", "1.0" } } },
            { "paths", paths },
        };
    }

    private static JsonObject Operation(Api api, HttpRoute route, Function function) => new()
    {
        { "responses", new JsonObject { { "200", new JsonObject { { "description", "OK" } } } } },
        { "isDefaultRoute", route.Method == RouteKey.Default ? new JsonBoolean(true) : null },
        {
            "x-amazon-apigateway-integration", new JsonObject
            {
                { "type", "aws_proxy" },
                { "httpMethod", "POST" },
                { "payloadFormatVersion", api.Kind == ApiKind.Http ? new JsonString(route.PayloadFormatVersion) : null },
                { "uri", ApiArns.Invocation(function.LogicalId).ToJson() },
            }
        },
    };
}
