using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Serverless.Http;

namespace Serverless.Runtime;

/// <summary>
/// The answer an HTTP API expects (payload format 2.0): `statusCode`, `headers`, `cookies`, `body`, `isBase64Encoded`. The status is always
/// written: without it API Gateway would take the whole answer for the body.
/// </summary>
internal static class Envelope
{
    public const string JsonType = "application/json";

    /// <summary>An answer whose body is text.</summary>
    public static void WriteText(IBufferWriter<byte> response, int statusCode, string? contentType, ReadOnlySpan<byte> utf8, ReplyParts? parts = null)
    {
        if (parts is null && ReferenceEquals(contentType, JsonType))
        {
            Status(response, statusCode, ",\"headers\":{\"content-type\":\"application/json\"},\"body\":\""u8);
        }
        else
        {
            Head(response, statusCode, contentType, parts);
            response.Write(",\"body\":\""u8);
        }

        JsonText.WriteEscaped(response, utf8);
        response.Write("\"}"u8);
    }

    /// <summary>An answer whose body is not text.</summary>
    public static void WriteBytes(IBufferWriter<byte> response, int statusCode, string? contentType, ReadOnlySpan<byte> bytes, ReplyParts? parts = null)
    {
        Head(response, statusCode, contentType, parts);
        response.Write(",\"isBase64Encoded\":true,\"body\":\""u8);

        // A chunk is a multiple of three, so that no padding stands between two of them.
        const int Chunk = 3 * 1024;
        do
        {
            var piece = bytes[..Math.Min(Chunk, bytes.Length)];
            bytes = bytes[piece.Length..];
            Base64.EncodeToUtf8(piece, response.GetSpan(Base64.GetMaxEncodedToUtf8Length(piece.Length)), out _, out var written);
            response.Advance(written);
        }
        while (!bytes.IsEmpty);
        response.Write("\"}"u8);
    }

    /// <summary>An answer without a body.</summary>
    public static void WriteEmpty(IBufferWriter<byte> response, int statusCode, ReplyParts? parts = null)
    {
        Head(response, statusCode, null, parts);
        response.Write("}"u8);
    }

    private static void Status(IBufferWriter<byte> response, int statusCode, ReadOnlySpan<byte> rest)
    {
        var span = response.GetSpan(32 + rest.Length);
        "{\"statusCode\":"u8.CopyTo(span);
        Utf8Formatter.TryFormat(statusCode, span[14..], out var digits);
        rest.CopyTo(span[(14 + digits)..]);
        response.Advance(14 + digits + rest.Length);
    }

    private static void Head(IBufferWriter<byte> response, int statusCode, string? contentType, ReplyParts? parts)
    {
        Status(response, statusCode, ",\"headers\":{"u8);
        var isFirst = true;
        if (contentType is not null && !HasHeader(parts, "content-type"))
            Header(response, "content-type", contentType, ref isFirst);
        if (parts?.ETag is { } tag)
            Header(response, "etag", tag, ref isFirst);
        var cookies = parts?.Cookies ?? [];
        if (parts is not null)
            Headers(response, parts.Headers, ref cookies, ref isFirst);
        response.Write("}"u8);
        if (cookies.Length == 0)
            return;
        response.Write(",\"cookies\":["u8);
        for (var i = 0; i < cookies.Length; i++)
        {
            response.Write(i == 0 ? "\""u8 : ",\""u8);
            Text(response, cookies[i]);
            response.Write("\""u8);
        }

        response.Write("]"u8);
    }

    /// <summary>One entry for each name: several values of one header are joined by commas, but cookies cannot be and have a list of their own.</summary>
    private static void Headers(IBufferWriter<byte> response, (string Name, string Value)[] headers, ref string[] cookies, ref bool isFirst)
    {
        for (var i = 0; i < headers.Length; i++)
        {
            var (name, value) = headers[i];
            if (name.Equals("set-cookie", StringComparison.OrdinalIgnoreCase))
            {
                cookies = [.. cookies, value];
                continue;
            }

            if (Array.FindIndex(headers, h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) < i)
                continue;
            for (var j = i + 1; j < headers.Length; j++)
            {
                if (headers[j].Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                    value += ", " + headers[j].Value;
            }

            Header(response, name.ToLower(CultureInfo.InvariantCulture), value, ref isFirst);
        }
    }

    private static bool HasHeader(ReplyParts? parts, string name) =>
        parts is not null && Array.Exists(parts.Headers, h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static void Header(IBufferWriter<byte> response, string name, string value, ref bool isFirst)
    {
        response.Write(isFirst ? "\""u8 : ",\""u8);
        isFirst = false;
        Text(response, name);
        response.Write("\":\""u8);
        Text(response, value);
        response.Write("\""u8);
    }

    private static void Text(IBufferWriter<byte> response, string text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        JsonText.WriteEscaped(response, bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)));
        ArrayPool<byte>.Shared.Return(bytes);
    }
}
