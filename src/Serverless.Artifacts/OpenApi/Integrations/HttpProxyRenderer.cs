using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>HTTP API: another web service answers, on the internet or behind a VPC link.</summary>
internal static class HttpProxyRenderer
{
    public static JsonObject Render(OpenApiDocument document, GatewayRoute route, HttpProxyIntegration proxy) => new()
    {
        { "type", "http_proxy" },
        { "httpMethod", proxy.Method ?? (route.Method == RouteKey.Default ? "ANY" : route.Method) },
        { "uri", document.Spell(ProxyUris.Of(document, proxy)) },
        { "payloadFormatVersion", "1.0" },
        { "connectionType", proxy.VpcLink is null ? "INTERNET" : "VPC_LINK" },
        { "connectionId", proxy.VpcLink is { } link ? document.Spell(link) : null },
        { "tlsConfig", proxy.TlsServerName is { } name ? new JsonObject { { "serverNameToVerify", name } } : null },
        { "requestParameters", Parameters(document, proxy) },
    };

    private static JsonObject? Parameters(OpenApiDocument document, HttpProxyIntegration proxy)
    {
        if (proxy.Parameters.Count == 0)
            return null;
        var parameters = new JsonObject();
        foreach (var parameter in proxy.Parameters)
            parameters.Add(parameter.Target, parameter.Target.StartsWith("remove:", StringComparison.Ordinal) ? "''" : document.Spell(parameter.Source));
        return parameters;
    }
}
