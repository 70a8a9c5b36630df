using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>Lets APIs call functions: a route its function, an authorizer its own. SAM writes those of events.</summary>
internal static class InvokePermissions
{
    public static void Add(TemplateBuilder template, Function function)
    {
        AddRoutes(template, function);
        AddWebSocketRoutes(template, function);
        foreach (var api in template.Application.Apis)
            AddAuthorizers(template, function, api);
    }

    private static void AddRoutes(TemplateBuilder template, Function function)
    {
        var names = RouteNames.Of(function);
        for (var i = 0; i < function.Routes.Count; i++)
        {
            var route = function.Routes[i];
            if (template.UsesEvents(route.Api) || template.Resolver.FindApi(route.Api) is not { } api)
                continue;
            if (function.Routes.Count > DefinitionRule.MostPermissions)
                AddOnce(template, GeneratedIds.Permission(function.LogicalId, api.LogicalId), function, ApiArns.AllRoutes(api));
            else
                AddOnce(template, GeneratedIds.Permission(function.LogicalId, names[i]), function, ApiArns.Route(api, route));
        }
    }

    private static void AddWebSocketRoutes(TemplateBuilder template, Function function)
    {
        foreach (var route in function.WebSocketRoutes)
        {
            if (template.Resolver.FindApi(route.Api) is not WebSocketApi api)
                continue;
            if (function.WebSocketRoutes.Count > DefinitionRule.MostPermissions)
                AddOnce(template, GeneratedIds.Permission(function.LogicalId, api.LogicalId), function, ApiArns.AllRoutes(api));
            else
                AddOnce(template, GeneratedIds.Permission(function.LogicalId, api.LogicalId + WebSocketRouteNames.Of(template.Application, route)), function, ApiArns.Route(api, route));
        }
    }

    private static void AddAuthorizers(TemplateBuilder template, Function function, Api api)
    {
        foreach (var authorizer in api.Authorizers)
        {
            if (authorizer.Kind != AuthorizerKind.Lambda || authorizer.Function != function.LogicalId)
                continue;

            // The authorizer of a WebSocket API is a resource, so its id is known.
            var source = api.Kind == ApiKind.WebSocket ? ApiArns.Authorizer(api, GeneratedIds.Authorizer(api.LogicalId, authorizer.Name)) : ApiArns.Authorizers(api);
            AddOnce(template, GeneratedIds.AuthorizerPermission(function.LogicalId, api.LogicalId), function, source);
        }
    }

    private static void AddOnce(TemplateBuilder template, string id, Function function, DeployedValue source)
    {
        if (template.Resources.Find(id) is null)
        {
            template.Add(id, "AWS::Lambda::Permission", new JsonObject
            {
                { "Action", "lambda:InvokeFunction" },
                { "FunctionName", DeployedValue.Ref(function.LogicalId).ToJson() },
                { "Principal", "apigateway.amazonaws.com" },
                { "SourceArn", source.ToJson() },
            });
        }
    }
}
