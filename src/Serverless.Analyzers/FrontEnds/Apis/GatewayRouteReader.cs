using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Apis;

/// <summary>What every route of an HTTP or REST API has, whoever answers it.</summary>
internal static class GatewayRouteReader
{
    public const int LongestHttp = 30_000;
    public const int LongestRest = 29_000;

    /// <summary>The route key; null with SVLS2101 when it is none, or none of this kind of API.</summary>
    public static RouteKey? Key(ApiScope scope, ApiKind? kind)
    {
        if (scope.Attribute.Constructor<string>(0) is not { } text)
            return null;
        var key = RouteKey.Parse(text, out var problem, out var replacement);
        if (key is { Method: RouteKey.Default } && kind == ApiKind.Rest)
            (key, problem, replacement) = (null, "a REST API has no route for everything else; 'ANY /{proxy+}' is the nearest", "ANY /{proxy+}");
        if (key is not null)
            return key;
        var properties = replacement is null ? default : EquatableArray.Of(FixProperties.Replacement + "=" + replacement);
        scope.Reading.Report(new Fault(RuleIds.MalformedRouteKey, scope.At("routeKey"), EquatableArray.Of(text, problem), properties));
        return null;
    }

    /// <summary>Fills the shared settings.</summary>
    /// <param name="route">With API and key.</param>
    /// <param name="scope">Its attribute.</param>
    /// <param name="api">Its API; null = a function URL answers it.</param>
    /// <param name="authorization">Reads who may call.</param>
    /// <param name="foreign">What ASP.NET's attributes say.</param>
    public static T Shared<T>(T route, ApiScope scope, ApiDraft? api, RouteAuthorizationReader authorization, ForeignAuthorization foreign = ForeignAuthorization.None) where T : GatewayRoute
    {
        var rest = RestRouteReader.Read(scope, api, route);
        if (api is null)
        {
            ReportWithoutApi(scope);
            return route;
        }

        return (T)(route with
        {
            Authorization = authorization.Read(scope, api, foreign),
            TimeoutMilliseconds = scope.InRange("TimeoutMilliseconds", 50, api.Kind == ApiKind.Rest ? LongestRest : LongestHttp, "ms"),
            ThrottleRate = scope.Positive("ThrottleRate"),
            ThrottleBurst = scope.InRange("ThrottleBurst", 1, int.MaxValue, "requests"),
            Rest = rest,
        });
    }

    /// <summary>Who may call an address of a function is said there, and there is no gateway that could throttle or give up.</summary>
    private static void ReportWithoutApi(ApiScope scope)
    {
        foreach (var setting in new[] { "Authorizer", "Scopes", "TimeoutMilliseconds", "ThrottleRate", "ThrottleBurst" })
        {
            if (!scope.Attribute.Has(setting) || scope.Attribute.String(setting) is DeclaredAuthorizerReader.Names.None)
                continue;
            scope.Reading.Report(KindFaults.Needs(scope.At(setting), setting, "an API", "a function URL does not have it; declare an API, or remove [LambdaUrl]"));
        }
    }
}
