namespace Serverless.Runtime;

/// <content>Finding the route where nobody did before: function URLs and load balancers know no routes.</content>
public partial struct RouteEvent
{
    /// <summary>
    /// True when no API routed the request: then the handler's own routes decide. An API names the route it took, and a function
    /// URL always says `$default`.
    /// </summary>
    public readonly bool IsUnrouted => Format switch
    {
        EventFormat.Version2 => _pathParameters.Length == 0 && Part(_routeKey).Span.SequenceEqual("$default"u8),
        EventFormat.LoadBalancer or EventFormat.LoadBalancerMultiValue => true,
        _ => false,
    };

    /// <summary>Finds the first of some routes that fits method and path, and takes the path's variables from it. False when none does.</summary>
    /// <param name="routes">`GET /orders/{id}`; more exact ones first.</param>
    public bool TryRoute(string[] routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        var path = RoutedPath.Decode() ?? "";
        var method = Method.Decode() ?? "";
        foreach (var route in routes)
        {
            if (route == "$default")
                return true;
            var space = route.IndexOf(' ', StringComparison.Ordinal);
            var asked = route.AsSpan(0, space);
            if ((asked.SequenceEqual("ANY") || asked.SequenceEqual(method)) && RoutePattern.Match(route.AsSpan(space + 1), path) is { } values)
            {
                _routeValues = values;
                return true;
            }
        }

        return false;
    }

    /// <summary>The methods of the routes that fit the path, as the `Allow` header lists them; null when none fits.</summary>
    internal readonly string? AllowedMethods(string[] routes)
    {
        var path = RoutedPath.Decode() ?? "";
        var methods = new List<string>();
        foreach (var route in routes)
        {
            var space = route.IndexOf(' ', StringComparison.Ordinal);
            if (space > 0 && RoutePattern.Match(route.AsSpan(space + 1), path) is not null && !methods.Contains(route[..space]))
                methods.Add(route[..space]);
        }

        return methods.Count == 0 ? null : string.Join(", ", methods);
    }
}
