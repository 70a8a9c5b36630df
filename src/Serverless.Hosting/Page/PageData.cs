using System.Text.Json;
using Serverless.Hosting.Gateway;
using Serverless.Hosting.Routing;
using Serverless.Runtime;

namespace Serverless.Hosting.Page;

/// <summary>What the page shows, as JSON.</summary>
internal static class PageData
{
    public static byte[] Write(HostedApplication application, ServerlessHostOptions options)
    {
        using var buffer = new PooledBuffer();
        using (var json = new Utf8JsonWriter(buffer, EventParts.Options))
        {
            json.WriteStartObject();
            json.WriteString("application", AppDomain.CurrentDomain.FriendlyName);
            json.WriteString("identity", options.Identity is not null ? "own" : options.IsDevelopment || options.AllowUnvalidatedTokens ? "unvalidated" : "refused");
            json.WriteStartArray("apis");
            foreach (var api in application.Apis)
                WriteApi(json, api);
            json.WriteEndArray();
            json.WriteStartArray("functions");
            foreach (var function in application.Functions)
            {
                json.WriteStartObject();
                json.WriteString("id", function.Id);
                json.WriteNumber("timeout", function.TimeoutSeconds);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.Written.ToArray();
    }

    private static void WriteApi(Utf8JsonWriter json, HostedApi api)
    {
        json.WriteStartObject();
        json.WriteString("id", api.Id);
        json.WriteString("kind", api.Door switch
        {
            FrontDoor.RestApi => "REST",
            FrontDoor.WebSocketApi => "WebSocket",
            FrontDoor.FunctionUrl => "URL",
            _ => "HTTP",
        });
        json.WriteString("stage", api.Stage);
        json.WriteString("base", Base(api));
        if (api.Door == FrontDoor.WebSocketApi)
            json.WriteString("selection", api.Description.RouteSelectionExpression);
        json.WriteStartArray("routes");
        foreach (var route in api.Shown.OrderBy(static r => EventParts.Resource(r), StringComparer.Ordinal).ThenBy(static r => r.Pattern.Method, StringComparer.Ordinal))
            WriteRoute(json, api, route);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>What stands before a route's path in an address of this host.</summary>
    private static string Base(HostedApi api) => api.Door == FrontDoor.WebSocketApi
        ? StartMessage.Address(api)
        : api.BasePath + (api.HasStageInPath ? "/" + api.Stage : "");

    private static void WriteRoute(Utf8JsonWriter json, HostedApi api, Route route)
    {
        var description = route.Description;
        json.WriteStartObject();
        json.WriteString("key", route.Pattern.Key);
        if (api.Door != FrontDoor.WebSocketApi)
        {
            json.WriteString("method", route.Pattern.IsDefault ? "ANY" : route.Pattern.Method);
            json.WriteString("path", route.Pattern.IsDefault ? "/" : EventParts.Resource(route));
            EventParts.WriteArray(json, "variables", route.Pattern.Segments.Where(static s => s.Kind != SegmentKind.Literal).Select(static s => s.Text));
        }

        json.WriteString("target", HostedApplication.Target(route));
        json.WriteString("targetKind", description.Target switch
        {
            FunctionTarget => "function",
            ProxyTarget => "proxy",
            MockTarget => "mock",
            _ => "service",
        });
        json.WriteString("access", description.Access switch
        {
            RouteAccess.Iam => "IAM",
            RouteAccess.Authorizer => (api.Authorizer(description.Authorizer)?.Kind ?? ApiAuthorizerKind.Lambda).ToString(),
            _ => "public",
        });
        json.WriteString("authorizer", description.Authorizer);
        EventParts.WriteArray(json, "identitySources", api.Authorizer(description.Authorizer)?.IdentitySources ?? []);
        EventParts.WriteArray(json, "scopes", description.Scopes);
        json.WriteBoolean("apiKey", description.ApiKeyRequired);
        json.WriteBoolean("streaming", description.Streaming);
        json.WriteBoolean("responds", description.Responds);
        json.WriteEndObject();
    }
}
