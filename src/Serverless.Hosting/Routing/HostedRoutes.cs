namespace Serverless.Hosting.Routing;

/// <summary>
/// Routes as a tree of path segments, walked as API Gateway decides: a literal before a variable before the rest of the path, a method
/// before ANY, `$default` last. A request costs its own segments, however many routes there are.
/// </summary>
internal sealed class HostedRoutes
{
    private readonly Node _root = new();
    private Route? _default;

    /// <summary>Adds a route; the one that answers the same requests already, if there is one, stays and is returned.</summary>
    public Route? Add(Route route)
    {
        if (route.Pattern.IsDefault)
        {
            if (_default is null)
                _default = route;
            return ReferenceEquals(_default, route) ? null : _default;
        }

        var node = _root;
        foreach (var segment in route.Pattern.Segments)
        {
            if (segment.Kind == SegmentKind.Greedy)
                return Put(node.Greedy ??= [], route);
            node = segment.Kind == SegmentKind.Variable ? node.Variable ??= new Node() : node.Literal(segment.Text);
        }

        return Put(node.Here ??= [], route);
    }

    /// <summary>The most specific route that accepts method and path; null when none does.</summary>
    /// <param name="method">As sent.</param>
    /// <param name="path">Percent-encoded path, from the first slash.</param>
    public RouteMatch? Match(string method, string path)
    {
        var segments = Split(path);
        var route = Find(_root, segments, 0, method) ?? _default;
        return route is null ? null : new RouteMatch(route, Variables(route, segments));
    }

    /// <summary>Any route of the path, whatever its method; null when there is none.</summary>
    public Route? MatchPath(string path) => Find(_root, Split(path), 0, null) ?? _default;

    private static Route? Find(Node node, string[] segments, int at, string? method)
    {
        if (at == segments.Length)
            return Pick(node.Here, method);
        var segment = segments[at];
        if (node.Literals is not null && node.Literals.TryGetValue(segment, out var next) && Find(next, segments, at + 1, method) is { } byText)
            return byText;
        if (segment.Length > 0 && node.Variable is not null && Find(node.Variable, segments, at + 1, method) is { } byVariable)
            return byVariable;
        // The rest of the path must hold something.
        return at < segments.Length - 1 || segment.Length > 0 ? Pick(node.Greedy, method) : null;
    }

    private static Route? Pick(Dictionary<string, Route>? routes, string? method)
    {
        if (routes is null)
            return null;
        if (method is null)
            return routes.Values.First();
        return routes.GetValueOrDefault(method) ?? routes.GetValueOrDefault("ANY");
    }

    private static Route? Put(Dictionary<string, Route> routes, Route route) => routes.TryAdd(route.Pattern.Method, route) ? null : routes[route.Pattern.Method];

    private static List<KeyValuePair<string, string>>? Variables(Route route, string[] segments)
    {
        List<KeyValuePair<string, string>>? variables = null;
        var pattern = route.Pattern.Segments;
        for (var i = 0; i < pattern.Count; i++)
        {
            if (pattern[i].Kind != SegmentKind.Literal)
                (variables ??= []).Add(new(pattern[i].Text, pattern[i].Kind == SegmentKind.Greedy ? string.Join('/', segments, i, segments.Length - i) : segments[i]));
        }

        return variables;
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

    private sealed class Node
    {
        public Dictionary<string, Node>? Literals { get; private set; }

        public Node? Variable { get; set; }

        /// <summary>Routes that end here, by method.</summary>
        public Dictionary<string, Route>? Here { get; set; }

        /// <summary>Routes that take the rest of the path from here, by method.</summary>
        public Dictionary<string, Route>? Greedy { get; set; }

        public Node Literal(string text)
        {
            Literals ??= new Dictionary<string, Node>(StringComparer.Ordinal);
            if (!Literals.TryGetValue(text, out var node))
                Literals.Add(text, node = new Node());
            return node;
        }
    }
}
