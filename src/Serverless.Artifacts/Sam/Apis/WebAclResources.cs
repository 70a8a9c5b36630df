using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>The firewall before a REST API's stage: one that exists, or one of AWS's common rules with a limit to what one address may ask.</summary>
internal static class WebAclResources
{
    /// <summary>Requests of one address in five minutes.</summary>
    public const int RateLimit = 2_000;

    public static void Add(TemplateBuilder template, RestApi api)
    {
        if (api.HasManagedWebAcl)
            AddManaged(template, api);
        var acl = api.HasManagedWebAcl ? DeployedValue.GetAtt(GeneratedIds.WebAcl(api.LogicalId), "Arn").ToJson() : template.Optional(api.WebAcl, ReferenceForm.Arn);
        if (acl is null)
            return;
        template.Add(GeneratedIds.WebAclAssociation(api.LogicalId), "AWS::WAFv2::WebACLAssociation", new JsonObject
        {
            { "ResourceArn", DeployedValue.Sub("arn:${AWS::Partition}:apigateway:${AWS::Region}::/restapis/${" + api.LogicalId + "}/stages/${" + api.LogicalId + ".Stage}").ToJson() },
            { "WebACLArn", acl },
        });
    }

    private static void AddManaged(TemplateBuilder template, RestApi api) =>
        template.Add(GeneratedIds.WebAcl(api.LogicalId), "AWS::WAFv2::WebACL", new JsonObject
        {
            { "Scope", "REGIONAL" },
            { "DefaultAction", new JsonObject { { "Allow", new JsonObject() } } },
            { "VisibilityConfig", Visibility(api.LogicalId) },
            {
                "Rules", new JsonArray
                {
                    // What is over the limit needs no other look.
                    new JsonObject
                    {
                        { "Name", "RateLimit" },
                        { "Priority", 0 },
                        { "Action", new JsonObject { { "Block", new JsonObject() } } },
                        { "Statement", new JsonObject { { "RateBasedStatement", new JsonObject { { "Limit", RateLimit }, { "EvaluationWindowSec", 300 }, { "AggregateKeyType", "IP" } } } } },
                        { "VisibilityConfig", Visibility(api.LogicalId + "RateLimit") },
                    },
                    ManagedRules(api, "AWSManagedRulesCommonRuleSet", 1),
                    ManagedRules(api, "AWSManagedRulesKnownBadInputsRuleSet", 2),
                }
            },
            { "Tags", TemplateTags.List(template.Application, api.Tags) },
        });

    private static JsonObject ManagedRules(RestApi api, string name, int priority) => new()
    {
        { "Name", name },
        { "Priority", priority },
        { "OverrideAction", new JsonObject { { "None", new JsonObject() } } },
        { "Statement", new JsonObject { { "ManagedRuleGroupStatement", new JsonObject { { "VendorName", "AWS" }, { "Name", name } } } } },
        { "VisibilityConfig", Visibility(api.LogicalId + name) },
    };

    /// <summary>Counted, but no requests are kept: they hold what callers send.</summary>
    private static JsonObject Visibility(string metric) => new()
    {
        { "CloudWatchMetricsEnabled", true },
        { "SampledRequestsEnabled", false },
        { "MetricName", metric },
    };
}
