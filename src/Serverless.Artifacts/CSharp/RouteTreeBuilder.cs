using System.Text;
using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>
/// Lays the routes of one function out as the text that `Serverless.Runtime.RouteTree` reads: keys for requests that an API routed, a
/// tree of path segments for the others. The layout is described there, at `RouteTreeText`.
/// </summary>
internal sealed class RouteTreeBuilder
{
    /// <summary>What a key of a WebSocket API starts with, so that its `$default` is not that of an HTTP API.</summary>
    public const string WebSocketPrefix = "WS ";

    private const int NumberLength = 3;

    private readonly List<byte> _text = [];

    private RouteTreeBuilder()
    {
    }

    /// <param name="routes">Key and entry of each route; of two with one key the first counts.</param>
    public static string Build(IEnumerable<(string Key, int Entry)> routes)
    {
        var keys = routes
            .GroupBy(static r => r.Key, StringComparer.Ordinal)
            .Select(static g => (Bytes: Encoding.UTF8.GetBytes(g.Key), g.Key, g.First().Entry))
            .OrderBy(static r => r.Bytes, ByteOrder.Instance)
            .ToList();
        var builder = new RouteTreeBuilder();
        builder.Number(keys.Count).Number(0).Number(keys.FindIndex(static k => k.Key == RouteKey.Default) + 1);
        foreach (var _ in keys)
            builder.Number(0);
        var root = new Segment();
        for (var i = 0; i < keys.Count; i++)
        {
            builder.Set((3 + i) * NumberLength, builder._text.Count);
            builder.Number(keys[i].Entry).Number(keys[i].Bytes.Length)._text.AddRange(keys[i].Bytes);
            if (keys[i].Key != RouteKey.Default && !keys[i].Key.StartsWith(WebSocketPrefix, StringComparison.Ordinal))
                Place(root, keys[i].Key, i);
        }

        builder.Set(NumberLength, builder.Write(root));
        return Encoding.UTF8.GetString([.. builder._text]);
    }

    private static void Place(Segment root, string key, int route)
    {
        var space = key.IndexOf(' ');
        var path = key.Substring(space + 2);
        var node = root;
        if (path.Length > 0)
        {
            foreach (var segment in path.Split('/'))
                node = node.Child(segment);
        }

        // Routes that differ in the names of variables alone are one (SVLS2102); the first keeps its place.
        var method = MethodCode(key.Substring(0, space));
        if (node.Answers.TrueForAll(answer => answer.Method != method))
            node.Answers.Add((method, route));
    }

    /// <summary>Writes what is below first, so that every offset is known when it is written.</summary>
    private int Write(Segment node)
    {
        var children = node.Children.ConvertAll(child => (child.Text, Offset: Write(child.Node)));
        var variable = node.Variable is null ? 0 : Write(node.Variable);
        var greedy = node.Greedy is null ? 0 : Write(node.Greedy);
        var offset = _text.Count;
        Number(node.Answers.Count);
        foreach (var (method, route) in node.Answers)
        {
            _text.Add((byte)method);
            Number(route);
        }

        Number(children.Count);
        foreach (var child in children)
        {
            var bytes = Encoding.UTF8.GetBytes(child.Text);
            Number(child.Offset).Number(bytes.Length)._text.AddRange(bytes);
        }

        Number(variable).Number(greedy);
        return offset;
    }

    private RouteTreeBuilder Number(int value)
    {
        _text.AddRange([default, default, default]);
        Set(_text.Count - NumberLength, value);
        return this;
    }

    private void Set(int offset, int value)
    {
        for (var i = NumberLength - 1; i >= 0; i--)
        {
            _text[offset + i] = (byte)('0' + (value & 63));
            value >>= 6;
        }
    }

    private static char MethodCode(string method) => method switch
    {
        "GET" => 'G',
        "HEAD" => 'H',
        "POST" => 'P',
        "PUT" => 'U',
        "PATCH" => 'A',
        "DELETE" => 'D',
        "OPTIONS" => 'O',
        _ => '*',
    };

    private sealed class Segment
    {
        public List<(char Method, int Route)> Answers { get; } = [];

        public List<(string Text, Segment Node)> Children { get; } = [];

        public Segment? Variable { get; private set; }

        public Segment? Greedy { get; private set; }

        public Segment Child(string segment)
        {
            if (segment.StartsWith("{", StringComparison.Ordinal))
                return segment.EndsWith("+}", StringComparison.Ordinal) ? Greedy ??= new Segment() : Variable ??= new Segment();
            var index = Children.FindIndex(child => child.Text == segment);
            if (index >= 0)
                return Children[index].Node;
            var node = new Segment();
            Children.Add((segment, node));
            return node;
        }
    }

    /// <summary>As a span of bytes compares.</summary>
    private sealed class ByteOrder : IComparer<byte[]>
    {
        public static ByteOrder Instance { get; } = new();

        public int Compare(byte[] x, byte[] y)
        {
            for (var i = 0; i < Math.Min(x.Length, y.Length); i++)
            {
                if (x[i] != y[i])
                    return x[i].CompareTo(y[i]);
            }

            return x.Length.CompareTo(y.Length);
        }
    }
}
