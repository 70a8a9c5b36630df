using System.Text;

namespace Serverless.Runtime;

/// <summary>A route variable that was found in a path.</summary>
internal readonly record struct RouteValue(string Name, EventText Text);

/// <summary>
/// Compares a path with a pattern as API Gateway writes it: segments are compared with their case, a variable takes one segment,
/// a greedy one (`{path+}`) the rest, which is not empty. A slash at the end counts for nothing.
/// </summary>
internal static class RoutePattern
{
    /// <summary>The variables, empty when the pattern has none; null when the path does not fit.</summary>
    public static RouteValue[]? Match(ReadOnlySpan<char> pattern, string path)
    {
        List<RouteValue>? values = null;
        var rest = path.AsSpan().Trim('/');
        pattern = pattern.Trim('/');
        while (true)
        {
            var segment = Cut(ref pattern);
            if (segment is ['{', .. var greedy, '+', '}'])
            {
                if (rest.IsEmpty)
                    return null;
                Add(ref values, greedy, rest);
                return [.. values!];
            }

            var part = Cut(ref rest);
            if (segment is ['{', .. var name, '}'])
            {
                if (part.IsEmpty)
                    return null;
                Add(ref values, name, part);
            }
            else if (!segment.SequenceEqual(part))
            {
                return null;
            }

            if (pattern.IsEmpty || rest.IsEmpty)
                return pattern.IsEmpty && rest.IsEmpty ? values?.ToArray() ?? [] : null;
        }
    }

    /// <summary>The part before the next slash; what remains starts after it.</summary>
    private static ReadOnlySpan<char> Cut(ref ReadOnlySpan<char> text)
    {
        var slash = text.IndexOf('/');
        var part = slash < 0 ? text : text[..slash];
        text = slash < 0 ? default : text[(slash + 1)..];
        return part;
    }

    private static void Add(ref List<RouteValue>? values, ReadOnlySpan<char> name, ReadOnlySpan<char> text) =>
        (values ??= []).Add(new RouteValue(name.ToString(), new EventText(Encoding.UTF8.GetBytes(text.ToString()), EventTextEncoding.PathEncoded)));
}
