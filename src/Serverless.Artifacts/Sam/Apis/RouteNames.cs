using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>
/// Names of a function's routes as parts of logical ids: `GET /orders/{id}` is `GetOrdersId`. They name the events of SAM and the
/// permissions alike, so that a route keeps its permission's id when its API becomes of another kind.
/// </summary>
internal static class RouteNames
{
    /// <summary>In the order of <see cref="Function.Routes"/>.</summary>
    public static List<string> Of(Function function)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var names = new List<string>(function.Routes.Count);
        foreach (var route in function.Routes)
        {
            var name = GeneratedIds.Unique(new RouteKey(route.Method, route.Path).ToName(), taken.Contains);
            taken.Add(name);
            names.Add(name);
        }

        return names;
    }
}
