using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>Usage plans of a REST API and the keys made for them. AWS makes up the keys' values; no file has them.</summary>
internal static class UsagePlanResources
{
    public static void Add(TemplateBuilder template, RestApi api)
    {
        foreach (var plan in api.UsagePlans)
        {
            var id = GeneratedIds.UsagePlan(api.LogicalId, plan.Name);
            template.Add(id, "AWS::ApiGateway::UsagePlan", new JsonObject
            {
                { "UsagePlanName", Name(plan.Name) },
                {
                    "ApiStages", new JsonArray { new JsonObject { { "ApiId", DeployedValue.Ref(api.LogicalId).ToJson() }, { "Stage", GeneratedIds.SamStage(api.LogicalId).ToJson() } } }
                },
                { "Throttle", Throttle(plan) },
                { "Quota", plan.Quota is { } quota ? new JsonObject { { "Limit", quota }, { "Period", plan.QuotaPeriod.ToString().ToUpperInvariant() } } : null },
                { "Tags", TemplateTags.List(template.Application, api.Tags) },
            });
            foreach (var key in plan.ApiKeys)
                AddKey(template, api, id, key);
        }
    }

    private static void AddKey(TemplateBuilder template, RestApi api, string plan, string name)
    {
        var id = GeneratedIds.Unique(plan + GeneratedIds.Word(name) + "Key", taken => template.Resources.Find(taken) is not null);
        template.Add(id, "AWS::ApiGateway::ApiKey", new JsonObject
        {
            { "Name", Name(name) },
            { "Enabled", true },
            { "Tags", TemplateTags.List(template.Application, api.Tags) },
        });
        template.Add(id + "InPlan", "AWS::ApiGateway::UsagePlanKey", new JsonObject
        {
            { "KeyId", DeployedValue.Ref(id).ToJson() },
            { "KeyType", "API_KEY" },
            { "UsagePlanId", DeployedValue.Ref(plan).ToJson() },
        });
    }

    private static JsonObject? Throttle(UsagePlan plan) => plan.RateLimit is null && plan.BurstLimit is null ? null : new JsonObject
    {
        { "RateLimit", plan.RateLimit is { } rate ? new JsonNumber(rate) : null },
        { "BurstLimit", plan.BurstLimit is { } burst ? new JsonNumber(burst) : null },
    };

    /// <summary>With the stack's name, so that stacks of one template can be told apart.</summary>
    private static JsonNode Name(string name) => DeployedValue.Sub("${AWS::StackName}-" + name.Replace("${", "${!")).ToJson();
}
