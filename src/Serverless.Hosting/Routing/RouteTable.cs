using Serverless.Runtime;

namespace Serverless.Hosting.Routing;

/// <summary>A route of the running application and the function that answers it.</summary>
internal sealed record Route(string Api, RoutePattern Pattern, FunctionDescription Function);

/// <summary>What a request was matched to.</summary>
internal readonly record struct RouteMatch(Route Route, IReadOnlyList<KeyValuePair<string, string>>? Variables);

/// <summary>All routes, most specific first, matched as API Gateway matches them.</summary>
internal sealed class RouteTable
{
    private readonly Route[] _routes;

    private RouteTable(Route[] routes) => _routes = routes;

    public IReadOnlyList<Route> Routes => _routes;

    /// <param name="functions">With `{api} {route key}` for each route.</param>
    /// <param name="api">Serve only this API; null = all.</param>
    /// <exception cref="HostingException">Two functions answer one route key, or the API has no route.</exception>
    public static RouteTable Build(IEnumerable<FunctionDescription> functions, string? api)
    {
        var routes = new List<Route>();
        foreach (var function in functions)
        {
            foreach (var declared in function.Routes)
            {
                var space = declared.IndexOf(' ', StringComparison.Ordinal);
                if (space <= 0)
                    throw new HostingException($"Function {function.Id} declares the route '{declared}' without its API.");
                if (api is null || string.Equals(api, declared[..space], StringComparison.Ordinal))
                    routes.Add(new Route(declared[..space], RoutePattern.Parse(declared[(space + 1)..]), function));
            }
        }

        if (api is not null && routes.Count == 0)
            throw new HostingException($"No function has a route of the API '{api}'.");
        foreach (var same in routes.GroupBy(static r => r.Pattern.Key, StringComparer.Ordinal).Where(static g => g.Count() > 1))
        {
            throw new HostingException(
                $"The route {same.Key} is answered by {string.Join(" and ", same.Select(static r => r.Function.Id + " of " + r.Api))}. Serve one API with --api {same.First().Api}.");
        }

        var sorted = routes.ToArray();
        // Array.Sort is not stable; the key decides among equals, so that every start serves alike.
        Array.Sort(sorted, static (a, b) => RoutePattern.Order(a.Pattern, b.Pattern) is var order and not 0 ? order : string.CompareOrdinal(a.Pattern.Key, b.Pattern.Key));
        return new RouteTable(sorted);
    }

    /// <summary>The most specific route that accepts method and path; null when none does.</summary>
    /// <param name="method">As sent.</param>
    /// <param name="path">Percent-encoded path, from the first slash.</param>
    public RouteMatch? Match(string method, string path)
    {
        var segments = Split(path);
        foreach (var route in _routes)
        {
            if (route.Pattern.IsDefault)
                return new RouteMatch(route, null);
            if (route.Pattern.Accepts(method) && route.Pattern.Matches(segments, out var variables))
                return new RouteMatch(route, variables);
        }

        return null;
    }

    /// <summary>Segments are cut before they are decoded: an encoded slash belongs to its segment.</summary>
    private static string[] Split(string path)
    {
        if (path.Length <= 1)
            return [];
        var segments = path[1..].Split('/');
        for (var i = 0; i < segments.Length; i++)
            segments[i] = Uri.UnescapeDataString(segments[i]);
        return segments;
    }
}
