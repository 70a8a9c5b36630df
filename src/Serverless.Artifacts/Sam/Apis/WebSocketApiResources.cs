using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>
/// A WebSocket API out of plain resources: SAM's own type is too new for many of its installations. The stage deploys itself, after
/// every route is there.
/// </summary>
internal static class WebSocketApiResources
{
    public static void Add(TemplateBuilder template, WebSocketApi api)
    {
        var id = api.LogicalId;
        var logs = AccessLogs.Add(template, api);
        template.Add(id, ResourceTypes.WebSocketApi, new JsonObject
        {
            { "Name", api.Name ?? id },
            { "Description", api.Description is { } description ? new JsonString(description) : null },
            { "ProtocolType", "WEBSOCKET" },
            { "RouteSelectionExpression", api.RouteSelectionExpression },
            { "DisableExecuteApiEndpoint", api.DisableExecuteApiEndpoint ? new JsonBoolean(true) : null },
            { "Tags", TemplateTags.Map(template.Application, api.Tags) },
        });
        foreach (var authorizer in api.Authorizers)
            AddAuthorizer(template, api, authorizer);
        var awaited = WebSocketRouteResources.Add(template, api);
        if (ApiLogRole.IsNeeded(api))
            awaited.Add(GeneratedIds.ApiGatewayLogging);
        var stage = template.Add(GeneratedIds.Stage(id), "AWS::ApiGatewayV2::Stage", new JsonObject
        {
            { "ApiId", DeployedValue.Ref(id).ToJson() },
            { "StageName", api.StageName },
            { "AutoDeploy", true },
            { "StageVariables", StageVariables.Of(template, api) },
            {
                "DefaultRouteSettings", new JsonObject
                {
                    { "ThrottlingRateLimit", new JsonNumber(api.ThrottleRate) },
                    { "ThrottlingBurstLimit", api.ThrottleBurst },
                    { "LoggingLevel", api.ExecutionLogs == ApiExecutionLogs.Off ? null : new JsonString(api.ExecutionLogs.ToString().ToUpperInvariant()) },
                    { "DataTraceEnabled", false },
                }
            },
            { "AccessLogSettings", logs },
            { "Tags", TemplateTags.Map(template.Application, api.Tags) },
        });
        stage.Add("DependsOn", awaited.Count == 0 ? null : new JsonArray(awaited.Select(static name => (JsonNode)new JsonString(name))));
        PlainDomain.Add(template, api, DeployedValue.Ref(GeneratedIds.Stage(id)));
        template.AddUrl(api);
        template.Outputs.Add(GeneratedIds.ManagementUrl(id), new JsonObject
        {
            { "Description", "Where messages to connections of " + (api.Name ?? id) + " are sent" },
            { "Value", ApiAddresses.Management(api, template.Resolver).ToJson() },
        });
    }

    private static void AddAuthorizer(TemplateBuilder template, WebSocketApi api, Authorizer authorizer) =>
        template.Add(GeneratedIds.Authorizer(api.LogicalId, authorizer.Name), "AWS::ApiGatewayV2::Authorizer", new JsonObject
        {
            { "ApiId", DeployedValue.Ref(api.LogicalId).ToJson() },
            { "Name", authorizer.Name },
            { "AuthorizerType", "REQUEST" },
            { "AuthorizerUri", ApiArns.Invocation(authorizer.Function).ToJson() },
            { "IdentitySource", authorizer.IdentitySources.Count == 0 ? null : new JsonArray(authorizer.IdentitySources.Select(static source => (JsonNode)new JsonString(Source(source)))) },
        });

    /// <summary>A WebSocket API writes `route.request.header.X` for the `$request.header.X` of an HTTP API, and knows no dollar.</summary>
    private static string Source(string source) =>
        source.StartsWith("$request.", StringComparison.Ordinal) ? "route." + source.Substring(1) : source.TrimStart('$');
}
