using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Serverless.Runtime;

/// <summary>
/// Says where a body is wrong in the terms of the caller. The serialiser's own message names .NET types and may repeat what was
/// sent, so only its path is used.
/// </summary>
internal static class JsonPath
{
    /// <summary>`$.lines[0].sku` or `$['a b']` as a JSON pointer: `/lines/0/sku`.</summary>
    public static string ToPointer(string? path)
    {
        if (path is null || path.Length < 2 || path[0] != '$')
            return "";
        var pointer = new StringBuilder();
        var i = 1;
        while (i < path.Length && pointer.Length < 256)
        {
            if (path[i] == '[' && path.AsSpan(i).StartsWith("['", StringComparison.Ordinal))
            {
                var close = path.IndexOf("']", i, StringComparison.Ordinal);
                close = close < 0 ? path.Length : close;
                Append(pointer, path.AsSpan(i + 2, close - i - 2));
                i = close + 2;
            }
            else if (path[i] == '[')
            {
                var close = path.IndexOf(']', i);
                close = close < 0 ? path.Length : close;
                Append(pointer, path.AsSpan(i + 1, close - i - 1));
                i = close + 1;
            }
            else
            {
                var start = path[i] == '.' ? i + 1 : i;
                var end = path.AsSpan(start).IndexOfAny('.', '[');
                end = end < 0 ? path.Length : start + end;
                Append(pointer, path.AsSpan(start, end - start));
                i = Math.Max(end, i + 1);
            }
        }

        return pointer.ToString();
    }

    /// <summary>What to tell the caller.</summary>
    public static string Describe(JsonException exception)
    {
        if (exception.Path is { Length: > 1 })
            return "is missing a member or has a value of the wrong type";
        return exception.LineNumber is { } line && exception.BytePositionInLine is { } column
            ? string.Create(CultureInfo.InvariantCulture, $"is not the JSON that is expected (line {line + 1}, byte {column + 1})")
            : "is not the JSON that is expected";
    }

    private static void Append(StringBuilder pointer, ReadOnlySpan<char> member)
    {
        pointer.Append('/');
        foreach (var c in member[..Math.Min(member.Length, 64)])
        {
            if (c == '~')
                pointer.Append("~0");
            else if (c == '/')
                pointer.Append("~1");
            else
                pointer.Append(c);
        }
    }
}
