using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>An HTTP API with its access log, throttling, domain and authorizers.</summary>
internal static class HttpApiResources
{
    public static void Add(TemplateBuilder template, HttpApi api)
    {
        var logs = AccessLogs.Add(template, api);
        var usesEvents = template.UsesEvents(api.LogicalId);
        IntegrationRole.Add(template, api);
        template.Add(api.LogicalId, ResourceTypes.HttpApi, new JsonObject
        {
            // SAM writes name, description and CORS into the document it makes, and refuses them beside one that has them.
            { "Name", usesEvents ? Text(api.Name) : null },
            { "Description", usesEvents ? Text(api.Description) : null },
            { "StageName", api.StageName },
            { "DefinitionBody", usesEvents ? null : OpenApiRenderer.Render(template.Application, api, template.Resolver, OpenApiSpelling.Intrinsics) },
            { "DisableExecuteApiEndpoint", api.DisableExecuteApiEndpoint ? new JsonBoolean(true) : null },
            { "CorsConfiguration", usesEvents ? CorsTemplate.Of(api.Cors) : null },
            { "Auth", usesEvents ? HttpApiAuthorizers.Of(template, api) : null },
            { "StageVariables", StageVariables.Of(template, api) },
            { "DefaultRouteSettings", new JsonObject { { "ThrottlingRateLimit", new JsonNumber(api.ThrottleRate) }, { "ThrottlingBurstLimit", api.ThrottleBurst } } },
            { "RouteSettings", RouteSettings(template.Application, api) },
            { "AccessLogSettings", logs },
            { "Domain", DomainTemplate.Of(template, api) },
            { "Tags", TemplateTags.Map(template.Application, api.Tags) },
        });
        PlainDomain.Add(template, api, GeneratedIds.SamStage(api.LogicalId));
        template.AddUrl(api);
    }

    private static JsonObject? RouteSettings(Application application, HttpApi api)
    {
        var settings = new JsonObject();
        foreach (var route in application.Routes)
        {
            if (route.Api != api.LogicalId || (route.ThrottleRate is null && route.ThrottleBurst is null))
                continue;

            // Settings of a route replace the default as a whole: what is not set there is written from the API's.
            settings.Add(route.RouteKey, new JsonObject
            {
                { "ThrottlingRateLimit", new JsonNumber(route.ThrottleRate ?? api.ThrottleRate) },
                { "ThrottlingBurstLimit", route.ThrottleBurst ?? api.ThrottleBurst },
            });
        }

        return settings.Count == 0 ? null : settings;
    }

    private static JsonString? Text(string? text) => text is null ? null : new JsonString(text);
}
