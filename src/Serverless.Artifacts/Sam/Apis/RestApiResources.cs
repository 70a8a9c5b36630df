using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>A REST API with everything around its document: stage, logs, cache, canary, domain, firewall, usage plans.</summary>
internal static class RestApiResources
{
    public static void Add(TemplateBuilder template, RestApi api)
    {
        var logs = AccessLogs.Add(template, api);
        IntegrationRole.Add(template, api);
        var resource = template.Add(api.LogicalId, ResourceTypes.RestApi, new JsonObject
        {
            { "Name", Text(api.Name) },
            { "Description", Text(api.Description) },
            { "StageName", api.StageName },

            // Without a version SAM adds a second stage, named "Stage".
            { "OpenApiVersion", "3.0.1" },
            { "DefinitionBody", RestDefinition.Of(template, api) },
            { "EndpointConfiguration", Endpoint(template, api) },
            { "DisableExecuteApiEndpoint", api.DisableExecuteApiEndpoint ? new JsonBoolean(true) : null },
            { "BinaryMediaTypes", api.BinaryMediaTypes.Count == 0 ? null : new JsonArray(api.BinaryMediaTypes.Select(static type => (JsonNode)new JsonString(type))) },
            { "MinimumCompressionSize", api.MinimumCompressionSize is { } size ? new JsonNumber(size) : null },
            { "ApiKeySourceType", api.ApiKeyFromAuthorizer ? new JsonString("AUTHORIZER") : null },
            { "Variables", StageVariables.Of(template, api) },
            { "MethodSettings", MethodSettings.Of(template.Application, api) },
            { "AccessLogSetting", logs },
            { "CacheClusterEnabled", api.Cache is null ? null : new JsonBoolean(true) },
            { "CacheClusterSize", api.Cache is { } cache ? new JsonString(cache.SizeGB) : null },
            { "CanarySetting", Canary(api) },
            { "TracingEnabled", api.Tracing ? new JsonBoolean(true) : null },
            { "Domain", DomainTemplate.Of(template, api) },
            { "Tags", TemplateTags.Map(template.Application, api.Tags) },
        });
        if (ApiLogRole.IsNeeded(api) && !api.AccessLogs)
            resource.Add("DependsOn", GeneratedIds.ApiGatewayLogging);
        UsagePlanResources.Add(template, api);
        WebAclResources.Add(template, api);
        PlainDomain.Add(template, api, GeneratedIds.SamStage(api.LogicalId));
        template.AddUrl(api);
    }

    private static JsonObject Endpoint(TemplateBuilder template, RestApi api) => new()
    {
        { "Type", api.Endpoint.ToString().ToUpperInvariant() },
        { "VPCEndpointIds", template.Values(api.VpcEndpointIds) },
    };

    private static JsonObject? Canary(RestApi api) => api.CanaryPercent is not { } percent ? null : new JsonObject
    {
        { "PercentTraffic", new JsonNumber(percent) },
        { "UseStageCache", api.CanaryUsesStageCache },
    };

    private static JsonString? Text(string? text) => text is null ? null : new JsonString(text);
}
