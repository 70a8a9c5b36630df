using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.Functions;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Apis;

/// <summary>Reads the `[WebSocketRoute]` attributes of a method.</summary>
internal static class WebSocketRouteReader
{
    public const string Attribute = "WebSocketRoute";

    /// <summary>Longest route key that the service takes.</summary>
    private const int LongestKey = 128;

    public static EquatableArray<WebSocketRoute> Read(FunctionScope scope, ApiTable apis, Reading reading)
    {
        var routes = new List<WebSocketRoute>();
        foreach (var attribute in ApiScope.All(scope.Method, Attribute, reading))
        {
            if (Read(scope.Symbol, attribute, apis) is { } route)
                routes.Add(route);
        }

        if (routes.Count > 0 || scope.Method.Has(Attribute))
            ForeignAuthorizationReader.Report(scope.Symbol, routes.Exists(static r => r.Authorization.Kind != AuthorizationKind.Public), reading);
        return routes.ToEquatableArray();
    }

    private static WebSocketRoute? Read(IMethodSymbol method, ApiScope scope, ApiTable apis)
    {
        var attribute = scope.Attribute;
        var key = attribute.Constructor<string>(0) ?? "";
        var problem = KeyProblem(key);
        if (problem is not null)
            scope.Reading.Report(RuleIds.MalformedRouteKey, scope.At("routeKey"), key, problem);
        var api = apis.ResolveWebSocket(new RouteTarget(method.ContainingType, attribute.Type("Api"), scope.Declaration));
        if (problem is not null || api is null)
            return null;
        var isConnect = key == WebSocketRoute.Connect;
        foreach (var setting in new[] { "Authorizer", "ApiKeyRequired" })
        {
            if (!isConnect && attribute.Has(setting) && attribute.Boolean(setting) != false)
                scope.Reading.Report(KindFaults.Needs(scope.At(setting), setting, "the route $connect", "who may send is decided when the connection is made"));
        }

        return new WebSocketRoute
        {
            Api = api.LogicalId,
            RouteKey = key,
            Declaration = scope.Declaration,
            Authorization = isConnect ? apis.Authorization.Read(scope, api, ForeignAuthorizationReader.Read(method)) : RouteAuthorization.Public,
            ApiKeyRequired = isConnect && attribute.Boolean("ApiKeyRequired") == true,
            Responds = Responds(method, key, scope),
            OperationName = method.ContainingType.Name + "_" + method.Name,
        };
    }

    private static string? KeyProblem(string key)
    {
        if (key.Length is 0 or > LongestKey)
            return "a route key of a WebSocket API has 1 to 128 characters";
        if (key[0] == '$' && key is not (WebSocketRoute.Connect or WebSocketRoute.Disconnect or WebSocketRoute.Default))
            return "the routes that start with '$' are $connect, $disconnect and $default";
        if (key.Any(char.IsWhiteSpace) && key.IndexOf('/') >= 0)
            return "it looks like the route of an HTTP API; a message has no method and path, its route is the value that the selection expression finds";
        return null;
    }

    private static bool Responds(IMethodSymbol method, string key, ApiScope scope)
    {
        var hasResult = !RouteReader.HasNoResult(method);
        if (scope.Attribute.Boolean("Respond") is not { } written)
            return hasResult && key is not (WebSocketRoute.Connect or WebSocketRoute.Disconnect);
        if (written && !hasResult)
            scope.ReportExcluded("Respond", $"'{method.Name}', which returns nothing", "there is nothing to send back");
        else if (written && key is WebSocketRoute.Disconnect)
            scope.ReportExcluded("Respond", "the route $disconnect", "the connection is gone");
        return written && hasResult;
    }
}
