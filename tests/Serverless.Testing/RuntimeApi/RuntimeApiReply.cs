using System.Globalization;
using System.Text;

namespace Serverless.Testing;

/// <summary>
/// What the Runtime API server of the tests does with one request: bytes to send, in pieces if asked, and whether the
/// connection ends. Bytes and not a response object, because the tests are about what a client makes of unusual bytes.
/// </summary>
public sealed record RuntimeApiReply
{
    /// <summary>Everything that is sent; empty = the connection just ends.</summary>
    public byte[] Bytes { get; init; } = [];

    /// <summary>Positions at which a piece ends and the next is sent a moment later.</summary>
    public IReadOnlyList<int> Splits { get; init; } = [];

    /// <summary>Closes the connection after the bytes.</summary>
    public bool Close { get; init; }

    /// <summary>Closes without having read the rest of the request's body.</summary>
    public bool IgnoreBody { get; init; }

    /// <summary>Exactly this text, as UTF-8.</summary>
    public static RuntimeApiReply Raw(string text) => new() { Bytes = Encoding.UTF8.GetBytes(text) };

    /// <summary>A status with a small body.</summary>
    public static RuntimeApiReply Status(int status, string body = "{\"status\":\"x\"}") =>
        Raw(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} Reason\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"));

    /// <summary>The connection ends without an answer.</summary>
    public static RuntimeApiReply Drop() => new() { Close = true };

    /// <summary>An invocation with a Content-Length.</summary>
    public static RuntimeApiReply Invocation(string requestId, string payload, params string[] headers) =>
        Raw(InvocationHead(requestId, headers) + string.Create(CultureInfo.InvariantCulture, $"Content-Length: {Encoding.UTF8.GetByteCount(payload)}\r\n\r\n{payload}"));

    /// <summary>An invocation whose body comes in chunks, as the service sends bodies above about 2 KB.</summary>
    /// <param name="requestId">Its id.</param>
    /// <param name="payload">The whole body.</param>
    /// <param name="chunkSize">Bytes in each chunk.</param>
    /// <param name="extension">Stands behind each size: `;name=value`.</param>
    /// <param name="trailers">Lines after the last chunk.</param>
    public static RuntimeApiReply ChunkedInvocation(string requestId, string payload, int chunkSize, string extension = "", params string[] trailers)
    {
        using var bytes = new MemoryStream();
        bytes.Write(Encoding.UTF8.GetBytes(InvocationHead(requestId, ["Transfer-Encoding: chunked"]) + "\r\n"));
        var body = Encoding.UTF8.GetBytes(payload);
        for (var start = 0; start < body.Length; start += chunkSize)
        {
            var length = Math.Min(chunkSize, body.Length - start);
            bytes.Write(Encoding.ASCII.GetBytes(length.ToString("x", CultureInfo.InvariantCulture) + extension + "\r\n"));
            bytes.Write(body, start, length);
            bytes.Write("\r\n"u8);
        }

        bytes.Write(Encoding.ASCII.GetBytes("0" + extension + "\r\n"));
        foreach (var trailer in trailers)
            bytes.Write(Encoding.ASCII.GetBytes(trailer + "\r\n"));
        bytes.Write("\r\n"u8);
        return new RuntimeApiReply { Bytes = bytes.ToArray() };
    }

    private static string InvocationHead(string requestId, IEnumerable<string> headers) =>
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nLambda-Runtime-Aws-Request-Id: " + requestId + "\r\n"
        + string.Concat(headers.Select(static h => h + "\r\n"));
}
