using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>The custom domain of a WebSocket API. APIs that name the same domain share it, each under its own path.</summary>
internal static class WebSocketDomain
{
    public static void Add(TemplateBuilder template, WebSocketApi api)
    {
        if (api.Domain is not { } domain)
            return;
        var owner = template.Application.WebSocketApis.First(other => other.Domain?.Name == domain.Name);
        var id = GeneratedIds.Domain(owner.LogicalId);
        if (owner.LogicalId == api.LogicalId)
            AddDomain(template, api, domain, id);
        template.Add(GeneratedIds.DomainMapping(api.LogicalId), "AWS::ApiGatewayV2::ApiMapping", new JsonObject
        {
            { "ApiId", DeployedValue.Ref(api.LogicalId).ToJson() },
            { "DomainName", DeployedValue.Ref(id).ToJson() },
            { "Stage", DeployedValue.Ref(GeneratedIds.Stage(api.LogicalId)).ToJson() },
            { "ApiMappingKey", domain.BasePath is { } path ? new JsonString(path.Trim('/')) : null },
        });
    }

    private static void AddDomain(TemplateBuilder template, WebSocketApi api, DomainSettings domain, string id)
    {
        template.Add(id, "AWS::ApiGatewayV2::DomainName", new JsonObject
        {
            { "DomainName", template.Value(domain.Name) },
            {
                "DomainNameConfigurations", new JsonArray
                {
                    new JsonObject { { "CertificateArn", template.Value(domain.Certificate, ReferenceForm.Arn) }, { "EndpointType", "REGIONAL" }, { "SecurityPolicy", "TLS_1_2" } },
                }
            },
            { "Tags", TemplateTags.Map(template.Application, api.Tags) },
        });
        if (domain.HostedZone is not { } zone)
            return;
        template.Add(GeneratedIds.DomainRecords(api.LogicalId), "AWS::Route53::RecordSet", new JsonObject
        {
            { "HostedZoneId", template.Value(zone) },
            { "Name", template.Value(domain.Name) },
            { "Type", "A" },
            { "AliasTarget", new JsonObject { { "DNSName", DeployedValue.GetAtt(id, "RegionalDomainName").ToJson() }, { "HostedZoneId", DeployedValue.GetAtt(id, "RegionalHostedZoneId").ToJson() } } },
        });
    }
}
