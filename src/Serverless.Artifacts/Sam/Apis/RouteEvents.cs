using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>Routes of an HTTP API as events of the function that answers them. SAM makes the route, its integration and the permission from each.</summary>
internal static class RouteEvents
{
    public static JsonObject? Of(TemplateBuilder template, Function function)
    {
        var events = new JsonObject();
        var names = RouteNames.Of(function);
        for (var i = 0; i < function.Routes.Count; i++)
        {
            if (template.UsesEvents(function.Routes[i].Api))
                events.Add(names[i], Event(function.Routes[i]));
        }

        return events.Count == 0 ? null : events;
    }

    private static JsonObject Event(HttpRoute route)
    {
        var properties = new JsonObject { { "ApiId", DeployedValue.Ref(route.Api).ToJson() } };

        // A catch-all is an event that names neither path nor method.
        if (route.Method != RouteKey.Default)
        {
            properties.Add("Method", route.Method);
            properties.Add("Path", route.Path);
        }

        properties.Add("PayloadFormatVersion", route.PayloadFormatVersion);
        properties.Add("TimeoutInMillis", route.TimeoutMilliseconds is { } timeout ? new JsonNumber(timeout) : null);
        properties.Add("Auth", Authorization(route.Authorization));
        return new JsonObject { { "Type", "HttpApi" }, { "Properties", properties } };
    }

    /// <summary>The API has no default for SAM to fill in: what is protected says so itself, and what is not says nothing.</summary>
    private static JsonObject? Authorization(RouteAuthorization authorization) => authorization.Kind switch
    {
        AuthorizationKind.Iam => new JsonObject { { "Authorizer", "AWS_IAM" } },
        AuthorizationKind.Authorizer => new JsonObject
        {
            { "Authorizer", authorization.Name },
            { "AuthorizationScopes", authorization.Scopes.Count == 0 ? null : new JsonArray(authorization.Scopes.Select(static scope => (JsonNode)new JsonString(scope))) },
        },
        _ => null,
    };
}
