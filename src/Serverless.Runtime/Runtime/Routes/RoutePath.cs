using System.Text;

namespace Serverless.Runtime;

/// <summary>
/// Compares a path with one route key as API Gateway writes it. Segments are compared with their case, percent encoding undone; a
/// variable takes one segment, a greedy one (`{path+}`) the rest, and neither takes nothing. One slash at the end of a path counts for
/// nothing where the route has none, and is no part of a variable. Nothing is allocated: a variable is looked up in the path when it is asked for.
/// </summary>
internal static class RoutePath
{
    private const int Longest = 256;

    /// <summary>True when a route takes requests of this method and path.</summary>
    public static bool Takes(string route, ReadOnlySpan<byte> method, ReadOnlySpan<byte> path)
    {
        var space = route.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0)
            return true;
        var asked = route.AsSpan(0, space);
        return (asked.SequenceEqual("ANY") || Ascii.Equals(method, asked)) && Fits(route, path);
    }

    /// <summary>True when a path fits a route's, whatever the method.</summary>
    public static bool Fits(string route, ReadOnlySpan<byte> path) => Walk(route, path, default, out _, out _);

    /// <summary>The text that a variable of the route stands for; absent when the route has no such variable or the path does not fit.</summary>
    public static EventText Variable(string route, ReadOnlyMemory<byte> path, string name) =>
        Walk(route, path.Span, name, out var start, out var length) && length > 0 ? new EventText(path.Slice(start, length), EventTextEncoding.PathEncoded) : default;

    private static bool Walk(string route, ReadOnlySpan<byte> path, ReadOnlySpan<char> name, out int start, out int length) =>
        WalkExactly(route, path, name, out start, out length)
        || (path is [_, .., (byte)'/'] && WalkExactly(route, path[..^1], name, out start, out length));

    private static bool WalkExactly(string route, ReadOnlySpan<byte> path, ReadOnlySpan<char> name, out int start, out int length)
    {
        start = length = 0;
        if (path.IsEmpty || path[0] != '/')
            return false;
        var pattern = route.AsSpan(route.IndexOf('/', StringComparison.Ordinal) + 1);
        var position = 1;
        while (true)
        {
            var patternSlash = pattern.IndexOf('/');
            var segment = patternSlash < 0 ? pattern : pattern[..patternSlash];
            var rest = path[position..];
            if (segment is ['{', .. var greedy, '+', '}'])
            {
                if (greedy.SequenceEqual(name))
                    (start, length) = (position, rest is [_, .., (byte)'/'] ? rest.Length - 1 : rest.Length);
                return !rest.IsEmpty;
            }

            var slash = rest.IndexOf((byte)'/');
            var part = slash < 0 ? rest : rest[..slash];
            if (segment is ['{', .. var variable, '}'])
            {
                if (part.IsEmpty)
                    return false;
                if (variable.SequenceEqual(name))
                    (start, length) = (position, part.Length);
            }
            else if (!IsText(part, segment))
            {
                return false;
            }

            if (patternSlash < 0 || slash < 0)
                return patternSlash < 0 && slash < 0;
            pattern = pattern[(patternSlash + 1)..];
            position += slash + 1;
        }
    }

    /// <summary>Compares a segment of a path with text of a route.</summary>
    private static bool IsText(ReadOnlySpan<byte> segment, ReadOnlySpan<char> text)
    {
        if (Ascii.Equals(segment, text))
            return true;
        if (Ascii.IsValid(text) && segment.IndexOf((byte)'%') < 0)
            return false;
        var bytes = Encoding.UTF8.GetByteCount(text);
        Span<byte> utf8 = bytes <= Longest ? stackalloc byte[Longest] : new byte[bytes];
        return PercentText.Equals(segment, utf8[..Encoding.UTF8.GetBytes(text, utf8)]);
    }
}
