namespace Serverless.Model.Validation;

/// <summary>A WebSocket API asks its authorizer on `$connect`: without that route everybody connects unasked. SVLS2201.</summary>
internal static class ConnectionRules
{
    public static IEnumerable<Fault> Check(Application application)
    {
        foreach (var api in application.WebSocketApis)
        {
            if (api.DefaultAuthorization.Kind == AuthorizationKind.Public || HasConnectRoute(api, application))
                continue;
            var name = api.DefaultAuthorization.Kind == AuthorizationKind.Iam ? "IAM" : api.DefaultAuthorization.Name;
            yield return Fault.Of(
                RuleIds.AuthorizerIncomplete, api.Declaration with { Argument = "Authorizer" }, name, "it is asked by the route $connect, which the API does not have: everybody would connect; add [WebSocketRoute(\"$connect\")]");
        }
    }

    private static bool HasConnectRoute(WebSocketApi api, Application application) =>
        application.Functions.Any(function => function.WebSocketRoutes.Any(route => route.Api == api.LogicalId && route.RouteKey == WebSocketRoute.Connect));
}
