namespace Serverless.Hosting.Routing;

/// <summary>How specific one segment of a route is; the smaller wins.</summary>
internal enum SegmentKind
{
    /// <summary>`orders`.</summary>
    Literal,

    /// <summary>`{id}`: one segment that is not empty.</summary>
    Variable,

    /// <summary>`{path+}`: one segment or more.</summary>
    Greedy,
}

/// <summary>One segment of a route's path: its text, or the name of its variable.</summary>
internal readonly record struct Segment(SegmentKind Kind, string Text);

/// <summary>
/// A route key as API Gateway reads it (`GET /orders/{id}`, `ANY /files/{path+}`, `$default`). ASP.NET's own templates are not
/// used: they ignore case, allow constraints and order routes by other rules.
/// </summary>
internal sealed class RoutePattern
{
    public const string Default = "$default";

    private RoutePattern(string key, string method, IReadOnlyList<Segment> segments)
    {
        Key = key;
        Method = method;
        Segments = segments;
    }

    /// <summary>As declared.</summary>
    public string Key { get; }

    /// <summary>`GET`, `ANY`; `$default` for the default route.</summary>
    public string Method { get; }

    /// <summary>Empty for the default route and for `/`.</summary>
    public IReadOnlyList<Segment> Segments { get; }

    public bool IsDefault => Method == Default;

    /// <exception cref="FormatException">Not a route key.</exception>
    public static RoutePattern Parse(string key)
    {
        if (key == Default)
            return new RoutePattern(key, Default, []);
        var space = key.IndexOf(' ', StringComparison.Ordinal);
        if (space <= 0 || space + 1 >= key.Length || key[space + 1] != '/')
            throw new FormatException($"'{key}' is not a route key: METHOD /path or $default is expected.");
        var path = key[(space + 1)..];
        return new RoutePattern(key, key[..space], path == "/" ? [] : [.. path[1..].Split('/').Select(Read)]);
    }

    public bool Accepts(string method) => Method == "ANY" || string.Equals(Method, method, StringComparison.Ordinal);

    /// <summary>True when the segments fit; variables then hold the values by name.</summary>
    /// <param name="path">Decoded segments.</param>
    /// <param name="variables">Filled; null when the route has none.</param>
    public bool Matches(IReadOnlyList<string> path, out List<KeyValuePair<string, string>>? variables)
    {
        variables = null;
        for (var i = 0; i < Segments.Count; i++)
        {
            var segment = Segments[i];
            if (i >= path.Count)
                return false;
            switch (segment.Kind)
            {
                case SegmentKind.Literal when !string.Equals(segment.Text, path[i], StringComparison.Ordinal):
                case SegmentKind.Variable when path[i].Length == 0:
                    return false;
                case SegmentKind.Variable:
                    (variables ??= []).Add(new(segment.Text, path[i]));
                    break;
                case SegmentKind.Greedy:
                    var rest = string.Join('/', path.Skip(i));
                    (variables ??= []).Add(new(segment.Text, rest));
                    return rest.Length > 0;
            }
        }

        return path.Count == Segments.Count;
    }

    /// <summary>Negative when the first is more specific: literal before variable before greedy, a method before ANY, all before `$default`.</summary>
    public static int Order(RoutePattern first, RoutePattern second)
    {
        if (first.IsDefault != second.IsDefault)
            return first.IsDefault ? 1 : -1;
        for (var i = 0; i < Math.Min(first.Segments.Count, second.Segments.Count); i++)
        {
            if (first.Segments[i].Kind != second.Segments[i].Kind)
                return first.Segments[i].Kind - second.Segments[i].Kind;
        }

        if (first.Segments.Count != second.Segments.Count)
            return second.Segments.Count - first.Segments.Count;
        return (first.Method == "ANY" ? 1 : 0) - (second.Method == "ANY" ? 1 : 0);
    }

    private static Segment Read(string segment) => segment switch
    {
        ['{', .. var name, '+', '}'] => new(SegmentKind.Greedy, name),
        ['{', .. var name, '}'] => new(SegmentKind.Variable, name),
        _ => new(SegmentKind.Literal, segment),
    };
}
