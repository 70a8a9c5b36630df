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
internal sealed class HostedPattern
{
    public const string Default = "$default";

    private HostedPattern(string key, string method, IReadOnlyList<Segment> segments)
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

    /// <summary>A route of a WebSocket API: its key names no path.</summary>
    public static HostedPattern OfMessage(string key) => new(key, "", []);

    /// <exception cref="FormatException">Not a route key.</exception>
    public static HostedPattern Parse(string key)
    {
        if (key == Default)
            return new HostedPattern(key, Default, []);
        var space = key.IndexOf(' ', StringComparison.Ordinal);
        if (space <= 0 || space + 1 >= key.Length || key[space + 1] != '/')
            throw new FormatException($"'{key}' is not a route key: METHOD /path or $default is expected.");
        var path = key[(space + 1)..];
        return new HostedPattern(key, key[..space], path == "/" ? [] : [.. path[1..].Split('/').Select(Read)]);
    }

    private static Segment Read(string segment) => segment switch
    {
        ['{', .. var name, '+', '}'] => new(SegmentKind.Greedy, name),
        ['{', .. var name, '}'] => new(SegmentKind.Variable, name),
        _ => new(SegmentKind.Literal, segment),
    };
}
