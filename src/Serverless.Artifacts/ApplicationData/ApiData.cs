using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>APIs as data. Keys of usage plans are there by name: their values are AWS's, and in no file.</summary>
internal static class ApiData
{
    public static JsonObject Of(Application application, HttpApi api, ValueSpeller data)
    {
        var facts = Common(application, api, data);
        facts.Add("cors", Cors(api.Cors));
        return facts;
    }

    public static JsonObject Of(Application application, WebSocketApi api, ValueSpeller data)
    {
        var facts = Common(application, api, data);
        facts.Add("routeSelectionExpression", api.RouteSelectionExpression);
        facts.Add("executionLogs", api.ExecutionLogs.ToString().ToUpperInvariant());
        return facts;
    }

    public static JsonObject Of(Application application, RestApi api, ValueSpeller data)
    {
        var facts = Common(application, api, data);
        facts.Add("cors", Cors(api.Cors));
        facts.Add("endpoint", api.Endpoint.ToString().ToUpperInvariant());
        facts.Add("vpcEndpointIds", data.SpellMany(api.VpcEndpointIds));
        facts.Add("validate", api.Validate.ToString().ToLowerInvariant());
        facts.Add("executionLogs", api.ExecutionLogs.ToString().ToUpperInvariant());
        facts.Add("tracing", api.Tracing);
        facts.Add("cache", api.Cache is not { } cache ? null : new JsonObject { { "sizeGB", cache.SizeGB }, { "ttl", cache.Ttl }, { "encrypted", cache.IsEncrypted } });
        facts.Add("canary", api.CanaryPercent is not { } percent ? null : new JsonObject { { "percent", new JsonNumber(percent) }, { "usesStageCache", api.CanaryUsesStageCache } });
        facts.Add("webAcl", api.HasManagedWebAcl ? new JsonString("managed") : data.SpellOptional(api.WebAcl, ReferenceForm.Arn));
        facts.Add("binaryMediaTypes", JsonFacts.Texts(api.BinaryMediaTypes));
        facts.Add("minimumCompressionSize", JsonFacts.Number(api.MinimumCompressionSize));
        facts.Add("resourcePolicy", api.ResourcePolicy is { } policy ? JsonReader.Read(policy, out _, allowComments: true) : PrivateAccess.Of(api, data.Resolver)?.ToFile());
        facts.Add("apiKeySource", api.ApiKeyFromAuthorizer ? "AUTHORIZER" : "HEADER");
        facts.Add("usagePlans", JsonFacts.Many(api.UsagePlans, static plan => new JsonObject
        {
            { "name", plan.Name },
            { "rateLimit", JsonFacts.Number(plan.RateLimit) },
            { "burstLimit", JsonFacts.Number(plan.BurstLimit) },
            { "quota", JsonFacts.Number(plan.Quota) },
            { "quotaPeriod", plan.Quota is null ? null : new JsonString(plan.QuotaPeriod.ToString().ToUpperInvariant()) },
            { "apiKeys", JsonFacts.Texts(plan.ApiKeys) },
        }));
        return facts;
    }

    public static JsonObject? Cors(CorsSettings? cors) => cors is null ? null : new JsonObject
    {
        { "origins", JsonFacts.Texts(cors.Origins) },
        { "methods", JsonFacts.Texts(cors.Methods) },
        { "headers", JsonFacts.Texts(cors.Headers) },
        { "exposedHeaders", JsonFacts.Texts(cors.ExposedHeaders) },
        { "maxAge", JsonFacts.Number(cors.MaxAge) },
        { "credentials", JsonFacts.True(cors.Credentials) },
    };

    private static JsonObject Common(Application application, Api api, ValueSpeller data) => new()
    {
        { "id", api.LogicalId },
        { "name", JsonFacts.Text(api.Name) },
        { "description", JsonFacts.Text(api.Description) },
        { "stage", api.StageName },
        { "throttleRate", new JsonNumber(api.ThrottleRate) },
        { "throttleBurst", api.ThrottleBurst },
        { "accessLogRetentionDays", api.AccessLogs ? new JsonNumber(api.AccessLogRetentionDays) : null },
        { "accessLogFormat", api.AccessLogs ? JsonFacts.Text(api.AccessLogFormat) : null },
        { "disableExecuteApiEndpoint", JsonFacts.True(api.DisableExecuteApiEndpoint) },
        { "domain", Domain(api.Domain, data) },
        { "authorizers", JsonFacts.Many(api.Authorizers, authorizer => Authorizer(authorizer, data)) },
        { "stageVariables", Variables(api, data) },
        { "openApi", api.Kind == ApiKind.WebSocket ? null : new JsonString(OpenApiRenderer.Path(api)) },
        { "policy", IntegrationPermissions.Of(application, api, data.Resolver).Count > 0 ? new JsonString(PolicyFiles.PathOf(api.LogicalId)) : null },
    };

    private static JsonObject? Domain(DomainSettings? domain, ValueSpeller data) => domain is null ? null : new JsonObject
    {
        { "name", data.Spell(domain.Name) },
        { "certificate", data.Spell(domain.Certificate, ReferenceForm.Arn) },
        { "basePath", JsonFacts.Text(domain.BasePath) },
        { "hostedZone", data.SpellOptional(domain.HostedZone) },
        { "truststore", data.SpellOptional(domain.Truststore) },
    };

    private static JsonObject Authorizer(Authorizer authorizer, ValueSpeller data) => new()
    {
        { "name", authorizer.Name },
        { "kind", authorizer.Kind.ToString().ToLowerInvariant() },
        { "issuer", data.SpellOptional(authorizer.Issuer) },
        { "audience", data.SpellMany(authorizer.Audience) },
        { "userPool", data.SpellOptional(authorizer.UserPool, ReferenceForm.Arn) },
        { "identitySources", JsonFacts.Texts(authorizer.IdentitySources) },
        { "function", JsonFacts.Text(authorizer.Function) },
        { "resultTtl", authorizer.Kind == AuthorizerKind.Lambda ? new JsonNumber(authorizer.ResultTtl) : null },
    };

    private static JsonObject? Variables(Api api, ValueSpeller data)
    {
        if (api.StageVariables.Count == 0)
            return null;
        var variables = new JsonObject();
        foreach (var variable in api.StageVariables)
            variables.Add(variable.Name, data.Spell(variable.Value));
        return variables;
    }
}
