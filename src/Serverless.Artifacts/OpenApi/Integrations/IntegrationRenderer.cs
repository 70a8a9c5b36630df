using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>What API Gateway does with a request of a route.</summary>
internal static class IntegrationRenderer
{
    public const string Extension = "x-amazon-apigateway-integration";

    public static JsonObject Render(OpenApiDocument document, GatewayRoute route)
    {
        var integration = route switch
        {
            HttpRoute http => FunctionIntegration.Render(document, http),
            IntegrationRoute { Integration: HttpProxyIntegration proxy } => document.IsRest ? RestProxyIntegration.Render(document, route, proxy) : HttpProxyRenderer.Render(document, route, proxy),
            IntegrationRoute { Integration: ServiceIntegration service } => document.IsRest ? RestServiceIntegration.Render(document, (IntegrationRoute)route, service) : HttpServiceRenderer.Render(document, service),
            IntegrationRoute { Integration: ExecutionIntegration execution } => document.IsRest ? RestExecutionIntegration.Render(document, (IntegrationRoute)route, execution) : HttpServiceRenderer.Render(document, execution),
            IntegrationRoute { Integration: MockIntegration mock } => MockRenderer.Render(document, (IntegrationRoute)route, mock),
            _ => new JsonObject(),
        };
        if (route.TimeoutMilliseconds is { } timeout && integration["type"] is not JsonString { Value: "mock" })
            integration.Add("timeoutInMillis", timeout);
        if (document.IsRest && route.Rest.CacheKeys.Count > 0)
            integration.Add("cacheKeyParameters", new JsonArray(route.Rest.CacheKeys.Select(static key => new JsonString(key))));
        return integration;
    }

    /// <summary>The role with which the API calls services.</summary>
    public static JsonNode Credentials(OpenApiDocument document) => document.Spell(DeployedValue.GetAtt(GeneratedIds.IntegrationRole(document.Api.LogicalId), "Arn"));
}
