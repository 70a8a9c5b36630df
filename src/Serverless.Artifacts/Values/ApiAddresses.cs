using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>Where an API is reached: under its own domain where it has one, else under the one that API Gateway gives it.</summary>
internal static class ApiAddresses
{
    public static DeployedValue Url(Api api, ReferenceResolver resolver) =>
        DeployedValue.Sub((api.Kind == ApiKind.WebSocket ? "wss://" : "https://") + Host(api, api.Domain, resolver));

    /// <summary>
    /// Where connections of a WebSocket API are pushed to. The permission to push names the API itself, under whatever domain, so its own
    /// address is taken while it has one: it works before the records of a domain do.
    /// </summary>
    public static DeployedValue Management(WebSocketApi api, ReferenceResolver resolver) =>
        DeployedValue.Sub("https://" + Host(api, api.DisableExecuteApiEndpoint ? api.Domain : null, resolver));

    private static string Host(Api api, DomainSettings? domain, ReferenceResolver resolver)
    {
        if (domain is not null)
            return resolver.Resolve(domain.Name).ToPattern() + (domain.BasePath is { } path ? "/" + path.Trim('/') : "");
        return "${" + api.LogicalId + "}.execute-api.${AWS::Region}.${AWS::URLSuffix}" + (api.StageName == "$default" ? "" : "/" + api.StageName);
    }
}
