using System.Buffers;
using System.Buffers.Text;
using System.Text;
using Serverless.Http;

namespace Serverless.Runtime;

/// <summary>
/// The JSON object around an answer: `statusCode`, `headers`, `body`, `isBase64Encoded`, and what the format of the event asks
/// for beside. The status is always written: without it an HTTP API would take the whole answer for the body.
/// </summary>
internal static class Envelope
{
    public const string JsonType = "application/json";

    /// <summary>An answer whose body is text.</summary>
    public static void WriteText(in ReplyTarget reply, int statusCode, string? contentType, ReadOnlySpan<byte> utf8, ReplyParts? parts = null)
    {
        parts = reply.Complete(parts);
        if (reply.Streamed is { } streamed)
        {
            streamed.Hold(statusCode, contentType, utf8, parts);
            return;
        }

        var response = reply.Response;
        if (parts is null && ReferenceEquals(contentType, JsonType) && reply.Format is EventFormat.Version2 or EventFormat.Version1)
        {
            Status(response, statusCode, ",\"headers\":{\"content-type\":\"application/json\"},\"body\":\""u8);
        }
        else
        {
            Head(response, reply.Format, statusCode, contentType, parts);
            response.Write(IsLoadBalancer(reply.Format) ? ",\"isBase64Encoded\":false,\"body\":\""u8 : ",\"body\":\""u8);
        }

        JsonText.WriteEscaped(response, utf8);
        response.Write("\"}"u8);
    }

    /// <summary>An answer whose body is not text.</summary>
    public static void WriteBytes(in ReplyTarget reply, int statusCode, string? contentType, ReadOnlySpan<byte> bytes, ReplyParts? parts = null)
    {
        parts = reply.Complete(parts);
        if (reply.Streamed is { } streamed)
        {
            streamed.Hold(statusCode, contentType, bytes, parts);
            return;
        }

        var response = reply.Response;
        Head(response, reply.Format, statusCode, contentType, parts);
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
    public static void WriteEmpty(in ReplyTarget reply, int statusCode, ReplyParts? parts = null)
    {
        parts = reply.Complete(parts);
        if (reply.Streamed is { } streamed)
        {
            streamed.Hold(statusCode, null, default, parts);
            return;
        }

        Head(reply.Response, reply.Format, statusCode, null, parts);
        reply.Response.Write(IsLoadBalancer(reply.Format) ? ",\"isBase64Encoded\":false}"u8 : "}"u8);
    }

    /// <summary>The same object without a body: how a streamed answer starts.</summary>
    public static void WritePrelude(IBufferWriter<byte> response, EventFormat format, int statusCode, string? contentType, ReplyParts? parts)
    {
        Head(response, format, statusCode, contentType, parts);
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

    private static void Head(IBufferWriter<byte> response, EventFormat format, int statusCode, string? contentType, ReplyParts? parts)
    {
        // Nobody sees the status of an answer to a message: what went wrong stands in the body, and 200 lets the body pass.
        Status(response, format == EventFormat.WebSocketMessage ? 200 : statusCode, ","u8);
        if (IsLoadBalancer(format))
        {
            response.Write("\"statusDescription\":\""u8);
            Text(response, statusCode.ToString(System.Globalization.CultureInfo.InvariantCulture) + " " + ReasonPhrases.Of(statusCode));
            response.Write("\","u8);
        }

        if (parts is null)
            ContentType(response, format, contentType);
        else
            HeaderObjects.Write(response, format, contentType, parts);
    }

    /// <summary>Most answers have no header but this one.</summary>
    private static void ContentType(IBufferWriter<byte> response, EventFormat format, string? contentType)
    {
        var isList = format == EventFormat.LoadBalancerMultiValue;
        response.Write(isList ? "\"multiValueHeaders\":{"u8 : "\"headers\":{"u8);
        if (contentType is not null)
        {
            response.Write(isList ? "\"content-type\":[\""u8 : "\"content-type\":\""u8);
            Text(response, contentType);
            response.Write(isList ? "\"]"u8 : "\""u8);
        }

        response.Write("}"u8);
    }

    /// <summary>Text as the inside of a JSON string.</summary>
    public static void Text(IBufferWriter<byte> response, string text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        JsonText.WriteEscaped(response, bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)));
        ArrayPool<byte>.Shared.Return(bytes);
    }

    private static bool IsLoadBalancer(EventFormat format) => format is EventFormat.LoadBalancer or EventFormat.LoadBalancerMultiValue;
}
