using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>An HTTP API with its access log and throttling.</summary>
internal static class HttpApiResources
{
    /// <summary>Who asked for what, what came of it and how long it took: the audit trail.</summary>
    private static readonly string[] AccessLogFields =
    [
        "requestId=$context.requestId", "time=$context.requestTime", "caller=$context.identity.sourceIp", "principal=$context.authorizer.principalId",
        "subject=$context.authorizer.claims.sub", "userAgent=$context.identity.userAgent", "routeKey=$context.routeKey", "path=$context.path",
        "status=$context.status", "latency=$context.responseLatency", "integrationLatency=$context.integrationLatency",
        "responseLength=$context.responseLength", "error=$context.error.message", "integrationError=$context.integrationErrorMessage",
    ];

    public static void Add(TemplateBuilder template, HttpApi api)
    {
        var logs = GeneratedIds.Logs(api.LogicalId);
        if (api.AccessLogs)
            template.AddLogGroup(logs, api.AccessLogRetentionDays, api.Tags, vendedFor: "http-apis");

        template.Add(api.LogicalId, ResourceTypes.HttpApi, new JsonObject
        {
            { "Name", Text(api.Name) },
            { "Description", Text(api.Description) },
            { "StageName", api.StageName },
            { "DisableExecuteApiEndpoint", api.DisableExecuteApiEndpoint ? new JsonBoolean(true) : null },
            { "CorsConfiguration", Cors(api.Cors) },
            { "DefaultRouteSettings", new JsonObject { { "ThrottlingRateLimit", new JsonNumber(api.ThrottleRate) }, { "ThrottlingBurstLimit", api.ThrottleBurst } } },
            { "RouteSettings", RouteSettings(template.Application, api) },
            {
                "AccessLogSettings", api.AccessLogs
                    ? new JsonObject { { "DestinationArn", DeployedValue.GetAtt(logs, "Arn").ToJson() }, { "Format", api.AccessLogFormat ?? DefaultAccessLogFormat() } }
                    : null
            },
            { "Tags", TemplateTags.Map(template.Application, api.Tags) },
        });
        template.Outputs.Add(GeneratedIds.Url(api.LogicalId), new JsonObject
        {
            { "Description", "Address of " + (api.Name ?? api.LogicalId) },
            { "Value", Url(api).ToJson() },
        });
    }

    public static DeployedValue Url(HttpApi api) =>
        DeployedValue.Sub("https://${" + api.LogicalId + "}.execute-api.${AWS::Region}.${AWS::URLSuffix}" + (api.StageName == "$default" ? "" : "/" + api.StageName));

    private static JsonObject? RouteSettings(Application application, HttpApi api)
    {
        var settings = new JsonObject();
        foreach (var route in application.Functions.SelectMany(static function => function.Routes))
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

    private static JsonObject? Cors(CorsSettings? cors) => cors is null ? null : new JsonObject
    {
        { "AllowOrigins", Texts(cors.Origins) },
        { "AllowMethods", Texts(cors.Methods) },
        { "AllowHeaders", Texts(cors.Headers) },
        { "ExposeHeaders", Texts(cors.ExposedHeaders) },
        { "MaxAge", cors.MaxAge is { } age ? new JsonNumber(age) : null },
        { "AllowCredentials", cors.Credentials ? new JsonBoolean(true) : null },
    };

    private static string DefaultAccessLogFormat()
    {
        var format = new JsonObject();
        foreach (var field in AccessLogFields)
        {
            var equals = field.IndexOf('=');
            format.Add(field.Substring(0, equals), field.Substring(equals + 1));
        }

        return format.ToCompactString();
    }

    private static JsonArray? Texts(EquatableArray<string> texts) =>
        texts.Count == 0 ? null : new JsonArray(texts.Select(static text => (JsonNode)new JsonString(text)));

    private static JsonString? Text(string? text) => text is null ? null : new JsonString(text);
}
