using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>
/// A custom domain out of plain resources: of WebSocket APIs, and of a domain that several APIs share, each under its own path. SAM makes
/// a domain for each API that names one, and a domain exists once.
/// </summary>
internal static class PlainDomain
{
    /// <summary>True when SAM is not to make the domain.</summary>
    public static bool IsOf(Application application, Api api) =>
        api.Domain is not null && (api.Kind == ApiKind.WebSocket || Sharers(application, api).Skip(1).Any());

    /// <param name="template">Where the resources go.</param>
    /// <param name="api">An API; nothing is added unless its domain is a plain one.</param>
    /// <param name="stage">Its stage.</param>
    public static void Add(TemplateBuilder template, Api api, DeployedValue stage)
    {
        if (!IsOf(template.Application, api))
            return;
        var sharers = Sharers(template.Application, api).ToList();
        var id = GeneratedIds.Domain(sharers[0].LogicalId);
        if (sharers[0].LogicalId == api.LogicalId)
            AddDomain(template, sharers, id);
        template.Add(GeneratedIds.DomainMapping(api.LogicalId), "AWS::ApiGatewayV2::ApiMapping", new JsonObject
        {
            { "ApiId", DeployedValue.Ref(api.LogicalId).ToJson() },
            { "DomainName", DeployedValue.Ref(id).ToJson() },
            { "Stage", stage.ToJson() },
            { "ApiMappingKey", api.Domain!.BasePath is { } path ? new JsonString(path.Trim('/')) : null },
        });
    }

    /// <summary>A WebSocket API shares with its kind alone; domains of the edge and private ones are the first generation's.</summary>
    private static IEnumerable<Api> Sharers(Application application, Api api) =>
        application.Apis.Where(other => other.Domain?.Name == api.Domain!.Name && CanShare(other, api));

    private static bool CanShare(Api other, Api api) =>
        other.LogicalId == api.LogicalId || (IsRegional(other) && IsRegional(api) && (other.Kind == ApiKind.WebSocket) == (api.Kind == ApiKind.WebSocket));

    private static bool IsRegional(Api api) => api is not RestApi { Endpoint: not RestEndpoint.Regional };

    private static void AddDomain(TemplateBuilder template, List<Api> sharers, string id)
    {
        var domain = sharers[0].Domain!;
        var truststore = sharers[0].Kind == ApiKind.WebSocket ? null : sharers.Select(static api => api.Domain!.Truststore).FirstOrDefault(static store => store is not null);
        template.Add(id, "AWS::ApiGatewayV2::DomainName", new JsonObject
        {
            { "DomainName", template.Value(domain.Name) },
            {
                "DomainNameConfigurations", new JsonArray
                {
                    new JsonObject { { "CertificateArn", template.Value(domain.Certificate, ReferenceForm.Arn) }, { "EndpointType", "REGIONAL" }, { "SecurityPolicy", "TLS_1_2" } },
                }
            },
            { "MutualTlsAuthentication", truststore is null ? null : new JsonObject { { "TruststoreUri", template.Value(truststore) } } },
            { "Tags", TemplateTags.Map(template.Application, sharers[0].Tags) },
        });
        if (sharers.Select(static api => api.Domain!.HostedZone).FirstOrDefault(static zone => zone is not null) is not { } zone)
            return;
        template.Add(GeneratedIds.DomainRecords(sharers[0].LogicalId), "AWS::Route53::RecordSet", new JsonObject
        {
            { "HostedZoneId", template.Value(zone) },
            { "Name", template.Value(domain.Name) },
            { "Type", "A" },
            { "AliasTarget", new JsonObject { { "DNSName", DeployedValue.GetAtt(id, "RegionalDomainName").ToJson() }, { "HostedZoneId", DeployedValue.GetAtt(id, "RegionalHostedZoneId").ToJson() } } },
        });
    }
}
