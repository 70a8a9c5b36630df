using System.Text;
using System.Text.Json;

namespace Serverless.Runtime;

/// <summary>Finds a cookie in the event's list, each entry of which is `name=value`.</summary>
internal static class CookieText
{
    public static EventText Find(ReadOnlyMemory<byte> cookies, string name)
    {
        if (cookies.IsEmpty)
            return default;
        var reader = new Utf8JsonReader(cookies.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.String)
            {
                reader.TrySkip();
                continue;
            }

            var start = (int)reader.TokenStartIndex + 1;
            var entry = cookies.Slice(start, reader.ValueSpan.Length);
            if (reader.ValueIsEscaped)
            {
                var bytes = new byte[entry.Length];
                if (!JsonText.TryUnescape(entry.Span, bytes, out var written))
                    continue;
                entry = bytes.AsMemory(0, written);
            }

            var equals = entry.Span.IndexOf((byte)'=');
            if (equals == name.Length && Ascii.Equals(entry.Span[..equals], name))
                return new EventText(Unquoted(entry[(equals + 1)..]), EventTextEncoding.Plain);
        }

        return default;
    }

    /// <summary>Finds a cookie in `Cookie` headers, which hold `a=1; b=2`.</summary>
    public static EventText FindInHeaders(List<EventText>? headers, string name)
    {
        foreach (var header in headers ?? [])
        {
            var bytes = new byte[header.MaxLength];
            if (!header.TryDecodeBytes(bytes, out var written))
                continue;
            ReadOnlyMemory<byte> rest = bytes.AsMemory(0, written);
            while (!rest.IsEmpty)
            {
                var end = rest.Span.IndexOf((byte)';');
                var entry = Trimmed(end < 0 ? rest : rest[..end]);
                rest = end < 0 ? default : rest[(end + 1)..];
                var equals = entry.Span.IndexOf((byte)'=');
                if (equals == name.Length && Ascii.Equals(entry.Span[..equals], name))
                    return new EventText(Unquoted(entry[(equals + 1)..]), EventTextEncoding.Plain);
            }
        }

        return default;
    }

    private static ReadOnlyMemory<byte> Trimmed(ReadOnlyMemory<byte> entry)
    {
        while (!entry.IsEmpty && entry.Span[0] == ' ')
            entry = entry[1..];
        while (!entry.IsEmpty && entry.Span[^1] == ' ')
            entry = entry[..^1];
        return entry;
    }

    /// <summary>A cookie's value may stand in quotes, which are not part of it.</summary>
    private static ReadOnlyMemory<byte> Unquoted(ReadOnlyMemory<byte> value) =>
        value.Length >= 2 && value.Span[0] == '"' && value.Span[^1] == '"' ? value[1..^1] : value;
}
