namespace Serverless.Model.Validation;

/// <summary>SVLS2204: a REST API that an HTTP API could replace.</summary>
internal static class KindAdvice
{
    private const string Lacks = "request validation, API keys, caching, web ACLs and gateway errors as problem documents";

    public static IEnumerable<Fault> Of(Application application)
    {
        foreach (var api in application.RestApis)
        {
            var routes = application.Routes.Where(route => route.Api == api.LogicalId).ToList();
            if (routes.Count == 0 || UsesRest(api) || routes.Exists(route => UsesRest(route)))
                continue;
            yield return new Fault(
                RuleIds.RestWithoutRestFeature,
                api.Declaration,
                EquatableArray.Of(api.LogicalId, Lacks),
                EquatableArray.Of(FixProperties.Api + "=" + api.Declaration.Symbol));
        }
    }

    private static bool UsesRest(RestApi api) =>
        api.Endpoint != RestEndpoint.Regional || api.ValidationIsWritten || api.Cache is not null || api.CanaryPercent is not null || api.WebAcl is not null || api.HasManagedWebAcl
        || api.ExecutionLogs != ApiExecutionLogs.Off || api.Tracing || api.MinimumCompressionSize is not null || api.ResourcePolicy is not null || api.ApiKeyFromAuthorizer || api.UsagePlans.Count > 0
        || api.Authorizers.Any(static authorizer => authorizer is { Kind: AuthorizerKind.Cognito, Audience.Count: 0 });

    private static bool UsesRest(GatewayRoute route) =>
        route.Rest != RestRouteSettings.None || route is HttpRoute { Streaming: true } || (route is IntegrationRoute { Integration: var integration } && UsesRest(integration));

    private static bool UsesRest(RouteIntegration integration) => integration switch
    {
        MockIntegration or ExecutionIntegration { IsSynchronous: true } => true,
        ServiceIntegration service => ServiceActions.FindForHttpApi(service.Service, service.Action) is null,
        HttpProxyIntegration { VpcLink: not null } proxy => proxy.Uri.Kind == AwsValueKind.Literal,
        _ => false,
    };
}
