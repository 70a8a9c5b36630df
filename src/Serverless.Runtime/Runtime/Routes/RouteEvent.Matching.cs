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

    /// <summary>True when the function's own address was called. An HTTP API says `$default` too, but for that route alone, and its address tells it apart.</summary>
    internal readonly bool IsOfFunctionUrl =>
        Format == EventFormat.Version2
        && Part(_routeKey).Span.SequenceEqual("$default"u8)
        && FlatObject.Find(Context, "domainName", ignoreCase: false).Decode()?.Contains(".execute-api.", StringComparison.Ordinal) != true;

    /// <summary>Finds the first of some routes that fits method and path; the path's variables are those of that route then. False when none does.</summary>
    /// <param name="routes">`GET /orders/{id}`; more exact ones first.</param>
    public bool TryRoute(string[] routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        var path = MatchedPath.Span;
        var method = MethodBytes.Span;
        foreach (var route in routes)
        {
            if (RoutePath.Takes(route, method, path))
            {
                _route = route;
                return true;
            }
        }

        return false;
    }

    /// <summary>The methods of the routes that fit the path, as the `Allow` header lists them; null when none fits.</summary>
    internal readonly string? AllowedMethods(string[] routes)
    {
        var path = MatchedPath.Span;
        var methods = new List<string>();
        foreach (var route in routes)
        {
            var space = route.IndexOf(' ', StringComparison.Ordinal);
            if (space > 0 && RoutePath.Fits(route, path) && !methods.Contains(route[..space]))
                methods.Add(route[..space]);
        }

        return methods.Count == 0 ? null : string.Join(", ", methods);
    }

    /// <summary>The path without escapes and without the stage, which an HTTP API writes before it unless it is the default one.</summary>
    private readonly ReadOnlyMemory<byte> MatchedPath
    {
        get
        {
            var path = Part(_path);
            if (path.Span.Contains((byte)'\\'))
            {
                var bytes = new byte[path.Length];
                path = JsonText.TryUnescape(path.Span, bytes, out var written) ? bytes.AsMemory(0, written) : default;
            }

            if (Format != EventFormat.Version2 || FlatObject.FindRaw(Context, "stage") is not { Length: > 2 } quoted || quoted.Span.SequenceEqual("\"$default\""u8))
                return path;
            var stage = quoted.Span[1..^1];
            if (path.Length <= stage.Length || !path.Span[1..].StartsWith(stage))
                return path;
            var rest = path[(1 + stage.Length)..];
            return rest.IsEmpty ? Root : rest.Span[0] == '/' ? rest : path;
        }
    }

    private readonly ReadOnlyMemory<byte> MethodBytes =>
        _method.Length > 0 ? Part(_method) : FlatObject.FindRaw(Http, "method") is { Length: > 2 } quoted ? quoted[1..^1] : default;

    private static readonly byte[] Root = [(byte)'/'];
}
