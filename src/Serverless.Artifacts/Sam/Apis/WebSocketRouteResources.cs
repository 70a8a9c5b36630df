using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>Routes of a WebSocket API, the integrations of the functions that answer them, and the responses of those that answer back.</summary>
internal static class WebSocketRouteResources
{
    private const string DefaultResponse = "$default";

    /// <summary>Returns the ids that a deployment has to wait for.</summary>
    public static List<string> Add(TemplateBuilder template, WebSocketApi api)
    {
        foreach (var function in template.Application.Functions)
        {
            if (function.WebSocketRoutes.Any(route => route.Api == api.LogicalId))
                AddIntegration(template, api, function);
        }

        var added = new List<string>();
        foreach (var route in WebSocketRouteNames.InOrder(template.Application, api.LogicalId))
        {
            var name = WebSocketRouteNames.Of(template.Application, route);
            var id = GeneratedIds.Route(api.LogicalId, name);
            template.Add(id, "AWS::ApiGatewayV2::Route", Route(template.Application, api, route));
            added.Add(id);
            if (!route.Responds)
                continue;
            var response = GeneratedIds.RouteResponse(api.LogicalId, name);
            template.Add(response, "AWS::ApiGatewayV2::RouteResponse", new JsonObject
            {
                { "ApiId", DeployedValue.Ref(api.LogicalId).ToJson() },
                { "RouteId", DeployedValue.Ref(id).ToJson() },
                { "RouteResponseKey", DefaultResponse },
            });
            added.Add(response);
        }

        return added;
    }

    private static void AddIntegration(TemplateBuilder template, WebSocketApi api, Function function) =>
        template.Add(GeneratedIds.Integration(api.LogicalId, function.LogicalId), "AWS::ApiGatewayV2::Integration", new JsonObject
        {
            { "ApiId", DeployedValue.Ref(api.LogicalId).ToJson() },
            { "IntegrationType", "AWS_PROXY" },
            { "IntegrationMethod", "POST" },
            { "IntegrationUri", ApiArns.Invocation(function.LogicalId).ToJson() },
        });

    private static JsonObject Route(Application application, WebSocketApi api, WebSocketRoute route)
    {
        var function = application.Functions.First(candidate => candidate.WebSocketRoutes.Contains(route));
        var properties = new JsonObject
        {
            { "ApiId", DeployedValue.Ref(api.LogicalId).ToJson() },
            { "RouteKey", route.RouteKey },
            { "OperationName", route.OperationName.Length == 0 ? null : new JsonString(route.OperationName) },
            { "Target", DeployedValue.Sub("integrations/${" + GeneratedIds.Integration(api.LogicalId, function.LogicalId) + "}").ToJson() },
            { "ApiKeyRequired", route.ApiKeyRequired ? new JsonBoolean(true) : null },
            { "RouteResponseSelectionExpression", route.Responds ? new JsonString(DefaultResponse) : null },
        };

        // Who connected is known on every later message.
        if (route.RouteKey == WebSocketRoute.Connect)
            AddAuthorization(properties, api, route.Authorization);
        return properties;
    }

    private static void AddAuthorization(JsonObject properties, WebSocketApi api, RouteAuthorization authorization)
    {
        properties.Add("AuthorizationType", authorization.Kind switch
        {
            AuthorizationKind.Iam => "AWS_IAM",
            AuthorizationKind.Authorizer => "CUSTOM",
            _ => "NONE",
        });
        if (authorization.Kind == AuthorizationKind.Authorizer)
            properties.Add("AuthorizerId", DeployedValue.Ref(GeneratedIds.Authorizer(api.LogicalId, authorization.Name)).ToJson());
    }
}
