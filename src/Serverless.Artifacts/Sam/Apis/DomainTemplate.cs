using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>The custom domain of an HTTP or REST API, which SAM makes: TLS 1.2 at least, client certificates where a truststore is named, records in the zone.</summary>
internal static class DomainTemplate
{
    /// <summary>Null where the API has none, or shares it with others.</summary>
    public static JsonObject? Of(TemplateBuilder template, HttpApi api) => PlainDomain.IsOf(template.Application, api) ? null : Of(template, api.Domain, "REGIONAL");

    /// <summary>Null where the API has none, or shares it with others.</summary>
    public static JsonObject? Of(TemplateBuilder template, RestApi api)
    {
        if (PlainDomain.IsOf(template.Application, api))
            return null;
        var domain = Of(template, api.Domain, api.Endpoint.ToString().ToUpperInvariant());

        // SAM strips a base path to letters and digits unless it is told not to.
        if (api.Domain?.BasePath is not null)
            domain!.Add("NormalizeBasePath", new JsonBoolean(false));

        // A private domain answers nobody until its policy names the VPC endpoints; its records belong to those endpoints.
        if (api.Endpoint == RestEndpoint.Private)
        {
            domain?.Add("Policy", PrivateAccess.Of(api, template.Resolver)?.ToTemplate());
            if (domain is not null)
                domain["Route53"] = null;
        }

        return domain;
    }

    private static JsonObject? Of(TemplateBuilder template, DomainSettings? domain, string endpoint) => domain is null ? null : new JsonObject
    {
        { "DomainName", template.Value(domain.Name) },
        { "CertificateArn", template.Value(domain.Certificate, ReferenceForm.Arn) },
        { "EndpointConfiguration", endpoint },
        { "SecurityPolicy", "TLS_1_2" },
        { "BasePath", domain.BasePath is { } path ? new JsonArray { path.Trim('/') } : null },
        { "MutualTlsAuthentication", domain.Truststore is { } store ? new JsonObject { { "TruststoreUri", template.Value(store) } } : null },
        { "Route53", domain.HostedZone is { } zone ? new JsonObject { { "HostedZoneId", template.Value(zone) } } : null },
    };
}
