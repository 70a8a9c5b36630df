using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>Names of a WebSocket API's routes as parts of logical ids: `$connect` is `Connect`, and a message `connect` is `Connect2` then.</summary>
internal static class WebSocketRouteNames
{
    public static string Of(Application application, WebSocketRoute route)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var other in InOrder(application, route.Api))
        {
            var name = GeneratedIds.Unique(GeneratedIds.Word(other.RouteKey), taken.Contains);
            if (other.RouteKey == route.RouteKey)
                return name;
            taken.Add(name);
        }

        return GeneratedIds.Word(route.RouteKey);
    }

    /// <summary>By key: the names must not follow the order of functions. `$` sorts first, so the fixed routes have their plain names.</summary>
    public static IEnumerable<WebSocketRoute> InOrder(Application application, string api) =>
        application.Functions.SelectMany(static function => function.WebSocketRoutes)
            .Where(route => route.Api == api)
            .OrderBy(static route => route.RouteKey, StringComparer.Ordinal);
}
