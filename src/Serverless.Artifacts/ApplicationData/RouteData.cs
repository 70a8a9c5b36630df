using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>Routes of all kinds as data: where they lead, and who may ask. A route without `authorization` is public.</summary>
internal static class RouteData
{
    public static JsonArray Functions(Application application)
    {
        var routes = new JsonArray();
        foreach (var function in application.Functions)
        {
            foreach (var route in function.Routes)
            {
                var facts = new JsonObject
                {
                    { "api", JsonFacts.Text(route.Api) },
                    { "routeKey", route.RouteKey },
                    { "function", function.LogicalId },
                    { "operationId", JsonFacts.Text(route.OperationId) },
                    { "statusCode", route.StatusCode },
                };
                AddCommon(facts, route);
                facts.Add("streaming", JsonFacts.True(route.Streaming));
                facts.Add("payloadFormatVersion", route.PayloadFormatVersion == "2.0" ? null : new JsonString(route.PayloadFormatVersion));
                routes.Add(facts);
            }
        }

        return routes;
    }

    /// <summary>Null when every route is answered by a function.</summary>
    public static JsonArray? Integrations(Application application, ValueSpeller data) => JsonFacts.Many(application.IntegrationRoutes, route =>
    {
        var facts = new JsonObject
        {
            { "api", route.Api },
            { "routeKey", route.RouteKey },
            { "operationId", JsonFacts.Text(route.OperationId) },
            { "statusCode", route.StatusCode },
            { "integration", Integration(route.Integration, data) },
        };
        AddCommon(facts, route);
        return facts;
    });

    /// <summary>Null when there are none.</summary>
    public static JsonArray? WebSockets(Application application)
    {
        var routes = new JsonArray();
        foreach (var function in application.Functions)
        {
            foreach (var route in function.WebSocketRoutes)
            {
                routes.Add(new JsonObject
                {
                    { "api", route.Api },
                    { "routeKey", route.RouteKey },
                    { "function", function.LogicalId },
                    { "operationName", JsonFacts.Text(route.OperationName) },
                    { "authorization", Authorization(route.Authorization) },
                    { "apiKeyRequired", JsonFacts.True(route.ApiKeyRequired) },
                    { "responds", JsonFacts.True(route.Responds) },
                });
            }
        }

        return routes.Count == 0 ? null : routes;
    }

    private static void AddCommon(JsonObject facts, GatewayRoute route)
    {
        facts.Add("throttleRate", JsonFacts.Number(route.ThrottleRate));
        facts.Add("throttleBurst", JsonFacts.Number(route.ThrottleBurst));
        facts.Add("timeoutMilliseconds", JsonFacts.Number(route.TimeoutMilliseconds));
        facts.Add("authorization", Authorization(route.Authorization));
        facts.Add("apiKeyRequired", JsonFacts.True(route.Rest.ApiKeyRequired));
        facts.Add("cacheTtl", JsonFacts.Number(route.Rest.CacheTtl));
        facts.Add("cacheKeys", JsonFacts.Texts(route.Rest.CacheKeys));
        facts.Add("validate", JsonFacts.Text(route.Rest.Validate?.ToString().ToLowerInvariant()));
    }

    private static JsonObject? Authorization(RouteAuthorization authorization)
    {
        if (authorization is { Kind: AuthorizationKind.Public, IsWritten: false })
            return null;
        return new JsonObject
        {
            {
                "type", authorization.Kind switch
                {
                    AuthorizationKind.Iam => "iam",
                    AuthorizationKind.Authorizer => "authorizer",
                    _ => "none",
                }
            },
            { "authorizer", JsonFacts.Text(authorization.Name) },
            { "scopes", JsonFacts.Texts(authorization.Scopes) },
        };
    }

    private static JsonObject Integration(RouteIntegration integration, ValueSpeller data) => integration switch
    {
        HttpProxyIntegration proxy => new JsonObject
        {
            { "type", "httpProxy" },
            { "uri", data.Spell(proxy.Uri) },
            { "method", JsonFacts.Text(proxy.Method) },
            { "parameters", Parameters(proxy.Parameters, data) },
            { "vpcLink", data.SpellOptional(proxy.VpcLink) },
            { "tlsServerName", JsonFacts.Text(proxy.TlsServerName) },
        },
        ServiceIntegration service => new JsonObject
        {
            { "type", "service" },
            { "action", service.Service + ":" + service.Action },
            { "on", service.On is { } on ? data.Spell(on, ReferenceForm.Arn) : null },
            { "parameters", Parameters(service.Parameters, data) },
        },
        MockIntegration mock => new JsonObject
        {
            { "type", "mock" },
            { "body", JsonFacts.Text(mock.Body) },
            { "contentType", mock.ContentType },
        },
        ExecutionIntegration execution => new JsonObject
        {
            { "type", "execution" },
            { "stateMachine", execution.Machine },
            { "synchronous", execution.IsSynchronous },
        },
        _ => throw new InvalidOperationException("Unknown kind of integration"),
    };

    /// <summary>An array: `append` may stand twice for one header.</summary>
    private static JsonArray? Parameters(EquatableArray<ParameterMapping> parameters, ValueSpeller data) =>
        JsonFacts.Many(parameters, parameter => new JsonObject { { "target", parameter.Target }, { "source", data.Spell(parameter.Source) } });
}
