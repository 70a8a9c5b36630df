using System.Text;

namespace Serverless.Runtime;

/// <summary>Reads a query string. The raw one alone keeps repeated keys apart: API Gateway joins them with commas elsewhere.</summary>
internal static class QueryText
{
    /// <summary>Finds the next value of a key at or after a position. The value is still encoded.</summary>
    /// <param name="query">The raw query string.</param>
    /// <param name="name">The key, decoded.</param>
    /// <param name="position">Where to look from; then the place after the value.</param>
    /// <param name="start">Start of the value.</param>
    /// <param name="length">Its length.</param>
    public static bool TryFind(ReadOnlySpan<byte> query, string name, ref int position, out int start, out int length)
    {
        while (position < query.Length)
        {
            var rest = query[position..];
            var ampersand = rest.IndexOf((byte)'&');
            var pair = ampersand < 0 ? rest : rest[..ampersand];
            var begin = position;
            position += pair.Length + 1;
            var equals = pair.IndexOf((byte)'=');
            if (IsKey(equals < 0 ? pair : pair[..equals], name))
            {
                start = begin + (equals < 0 ? pair.Length : equals + 1);
                length = begin + pair.Length - start;
                return true;
            }
        }

        start = length = 0;
        return false;
    }

    /// <summary>Undoes percent encoding and, in a query, `+`. False when a percent sign is not followed by two hexadecimal digits.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> text, Span<byte> target, out int written, bool isPath = false)
    {
        written = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var current = text[i];
            if (current == '+' && !isPath)
            {
                current = (byte)' ';
            }
            else if (current == '%')
            {
                if (i + 2 >= text.Length || !char.IsAsciiHexDigit((char)text[i + 1]) || !char.IsAsciiHexDigit((char)text[i + 2]))
                    return false;
                current = (byte)((Digit(text[i + 1]) << 4) | Digit(text[i + 2]));
                i += 2;
            }

            target[written++] = current;
        }

        return true;
    }

    /// <summary>True when an encoded key means this name.</summary>
    public static bool IsKey(ReadOnlySpan<byte> key, string name)
    {
        if (key.IndexOfAny((byte)'%', (byte)'+') < 0)
            return Ascii.Equals(key, name) || (!Ascii.IsValid(key) && Encoding.UTF8.GetString(key) == name);
        if (key.Length > 1024)
            return false;
        Span<byte> decoded = stackalloc byte[key.Length];
        return TryDecode(key, decoded, out var written) && Encoding.UTF8.GetString(decoded[..written]) == name;
    }

    private static int Digit(byte digit) => digit switch
    {
        <= (byte)'9' => digit - '0',
        <= (byte)'F' => digit - 'A' + 10,
        _ => digit - 'a' + 10,
    };
}
