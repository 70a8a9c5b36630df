using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>REST API: another web service answers. Variables of the path are passed on by name; templates make it more than a proxy.</summary>
internal static class RestProxyIntegration
{
    private const string IntegrationRequest = "integration.request.";

    public static JsonObject Render(OpenApiDocument document, GatewayRoute route, HttpProxyIntegration proxy)
    {
        var isMapped = (route.Rest.RequestTemplate ?? route.Rest.ResponseTemplate) is not null;
        var target = proxy.VpcLink is not null && !IsAddress(proxy.Uri) ? document.Resolver.Resolve(proxy.Uri, ReferenceForm.Arn) : null;
        var uri = target is null ? ProxyUris.Of(document, proxy) : PrivateAddress(document, route, proxy);
        return new JsonObject
        {
            { "type", isMapped ? "http" : "http_proxy" },
            { "httpMethod", proxy.Method ?? route.Method },
            { "uri", document.Spell(uri) },
            { "connectionType", proxy.VpcLink is null ? null : new JsonString("VPC_LINK") },
            { "connectionId", proxy.VpcLink is { } link ? document.Spell(link) : null },
            { "integrationTarget", target is null ? null : document.Spell(target) },
            { "requestParameters", Parameters(document, route, proxy, uri) },
            { "passthroughBehavior", route.Rest.RequestTemplate is null ? "when_no_match" : "when_no_templates" },
            { "requestTemplates", route.Rest.RequestTemplate is { } request ? new JsonObject { { "application/json", document.Spell(document.Templates.Of(request)) } } : null },
            { "responses", isMapped ? RestResponses.Of(document, ((IntegrationRoute)route).StatusCode, route.Rest.ResponseTemplate is { } answer ? document.Templates.Of(answer) : null, failuresAreStatuses: true) : null },
        };
    }

    private static bool IsAddress(AwsValue uri) => uri.Kind != AwsValueKind.Reference && (uri.Text.StartsWith("https://", StringComparison.Ordinal) || uri.Text.StartsWith("http://", StringComparison.Ordinal));

    /// <summary>A load balancer is reached by its ARN; the address names host and path.</summary>
    private static DeployedValue PrivateAddress(OpenApiDocument document, GatewayRoute route, HttpProxyIntegration proxy)
    {
        var host = proxy.Uri.ReferencedId is { } id && document.Resolver.FindType(id) == "AWS::ElasticLoadBalancingV2::LoadBalancer" ? "${" + id + ".DNSName}" : "service.internal";
        return DeployedValue.Sub("http://" + host + route.Path.Replace("+}", "}"));
    }

    private static JsonObject? Parameters(OpenApiDocument document, GatewayRoute route, HttpProxyIntegration proxy, DeployedValue uri)
    {
        var parameters = new JsonObject();
        var variables = new HashSet<string>(new RouteKey(route.Method, route.Path).Variables, StringComparer.Ordinal);
        foreach (var variable in ProxyUris.Variables(uri.Text))
        {
            if (variables.Contains(variable))
                parameters.Add(IntegrationRequest + "path." + variable, "method.request.path." + variable);
        }

        foreach (var parameter in proxy.Parameters)
        {
            var target = parameter.Target.StartsWith(IntegrationRequest, StringComparison.Ordinal) ? parameter.Target : IntegrationRequest + parameter.Target;
            parameters[target] = RestSources.Spell(document, parameter.Source);
        }

        return parameters.Count == 0 ? null : parameters;
    }
}
