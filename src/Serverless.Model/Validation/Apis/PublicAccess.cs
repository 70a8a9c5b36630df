namespace Serverless.Model.Validation;

/// <summary>
/// SVLS0906 on our own attributes: APIs and addresses that everybody may call because nobody said anything. Once for an API, and not where
/// `Authorizers.None` is written.
/// </summary>
internal static class PublicAccess
{
    private const string ApiRemedy = "name an authorizer, or write Authorizer = Authorizers.None if that is meant";

    public static IEnumerable<Fault> Of(Application application)
    {
        foreach (var api in application.Apis)
        {
            if (IsOpen(api, application))
                yield return Info(api.Declaration, "The " + Kind(api.Kind) + " '" + api.LogicalId + "'", ApiRemedy);
        }

        var seen = new HashSet<DeclarationRef>();
        foreach (var function in application.Functions)
        {
            if (function.Url is { IsPublic: true } url && seen.Add(url.Declaration))
                yield return Info(url.Declaration with { Argument = "Auth" }, "The function URL of '" + function.LogicalId + "'", "write Auth = LambdaUrlAuth.AwsIam, or check in the function who calls");
        }
    }

    private static bool IsOpen(Api api, Application application)
    {
        if (api is RestApi { Endpoint: RestEndpoint.Private } or RestApi { ResourcePolicy: not null } || api.Domain?.Truststore is not null)
            return false;
        if (api is not WebSocketApi)
            return application.Routes.Any(route => route.Api == api.LogicalId && IsUnsaid(route.Authorization));
        var routes = application.Functions.SelectMany(static function => function.WebSocketRoutes).Where(route => route.Api == api.LogicalId).ToList();
        var connect = routes.Find(static route => route.RouteKey == WebSocketRoute.Connect);
        return connect is null ? routes.Count > 0 && IsUnsaid(api.DefaultAuthorization) : IsUnsaid(connect.Authorization);
    }

    private static bool IsUnsaid(RouteAuthorization authorization) => authorization is { Kind: AuthorizationKind.Public, IsWritten: false };

    private static string Kind(ApiKind kind) => kind switch
    {
        ApiKind.Rest => "REST API",
        ApiKind.WebSocket => "WebSocket API",
        _ => "HTTP API",
    };

    private static Fault Info(DeclarationRef at, string subject, string remedy) => new(RuleIds.PublicEndpoint, at, EquatableArray.Of(subject, remedy), IsInfo: true);
}
