using System.Buffers;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Serverless.Http;

namespace Serverless.Runtime;

/// <summary>Writes what a handler returned as an answer in the format of the event.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Replies
{
    /// <summary>A value as JSON.</summary>
    public static void Json<T>(ReplyTarget target, int statusCode, T value, JsonTypeInfo<T> type)
    {
        ArgumentNullException.ThrowIfNull(type);
        Json(target, statusCode, value, type, null);
    }

    /// <summary>No body.</summary>
    public static void Empty(ReplyTarget target, int statusCode) => Envelope.WriteEmpty(target, statusCode);

    /// <summary>What null means: a 404 problem, no content, or the JSON null.</summary>
    public static void Null(ReplyTarget target, ReadOnlyMemory<byte> payload, Invocation invocation, int nullStatusCode)
    {
        if (nullStatusCode >= 400)
            Problems.Write(target, payload, invocation, nullStatusCode);
        else if (nullStatusCode == 204)
            Envelope.WriteEmpty(target, nullStatusCode);
        else
            Envelope.WriteText(target, nullStatusCode, Envelope.JsonType, "null"u8);
    }

    /// <summary>Text.</summary>
    public static void Text(ReplyTarget target, int statusCode, string text) => Text(target, statusCode, text, "text/plain; charset=utf-8", null);

    /// <summary>Bytes, as base64.</summary>
    public static void Bytes(ReplyTarget target, int statusCode, ReadOnlySpan<byte> bytes) =>
        Envelope.WriteBytes(target, statusCode, "application/octet-stream", bytes);

    /// <summary>A stream, read to its end and disposed.</summary>
    public static ValueTask StreamAsync(ReplyTarget target, int statusCode, Stream stream, CancellationToken cancellationToken) =>
        StreamAsync(target, statusCode, stream, null, cancellationToken);

    internal static async ValueTask StreamAsync(ReplyTarget target, int statusCode, Stream stream, ReplyParts? parts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        await using (stream.ConfigureAwait(false))
        {
            if (target.Streamed is { } streamed)
            {
                await StreamedBody.CopyAsync(stream, () => streamed.Begin(statusCode, "application/octet-stream", target.Complete(parts)), cancellationToken).ConfigureAwait(false);
                return;
            }

            var buffer = PooledBufferWriter.Rent();
            try
            {
                await ReadAsync(stream, buffer, cancellationToken).ConfigureAwait(false);
                Envelope.WriteBytes(target, statusCode, "application/octet-stream", buffer.WrittenSpan, parts);
            }
            finally
            {
                buffer.Return();
            }
        }
    }

    /// <summary>A sequence as a JSON array.</summary>
    public static ValueTask SequenceAsync<T>(ReplyTarget target, int statusCode, IAsyncEnumerable<T> items, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        SequenceAsync(target, statusCode, items, type, null, cancellationToken);

    internal static async ValueTask SequenceAsync<T>(ReplyTarget target, int statusCode, IAsyncEnumerable<T> items, JsonTypeInfo<T> type, ReplyParts? parts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(type);
        if (target.Streamed is { } streamed)
        {
            await StreamedBody.WriteAsync(items, type, () => streamed.Begin(statusCode, Envelope.JsonType, target.Complete(parts)), cancellationToken).ConfigureAwait(false);
            return;
        }

        var buffer = PooledBufferWriter.Rent();
        try
        {
            using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = type.Options.Encoder });
            json.WriteStartArray();
            await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
                JsonSerializer.Serialize(json, item, type);
            json.WriteEndArray();
            await json.FlushAsync(cancellationToken).ConfigureAwait(false);
            Envelope.WriteText(target, statusCode, Envelope.JsonType, buffer.WrittenSpan, parts);
        }
        finally
        {
            buffer.Return();
        }
    }

    /// <summary>A reply whose body is known only at run time.</summary>
    public static ValueTask ReplyAsync(ReplyTarget target, ReadOnlyMemory<byte> payload, Invocation invocation, HttpReply reply, CancellationToken cancellationToken)
    {
        if (IsNotModified(payload, reply.Parts, reply.StatusCode))
        {
            Envelope.WriteEmpty(target, 304, reply.Parts);
            return ValueTask.CompletedTask;
        }

        switch (reply.Content)
        {
            case null:
                Envelope.WriteEmpty(target, reply.StatusCode, reply.Parts);
                return ValueTask.CompletedTask;
            case ProblemContent problem:
                Problems.Write(target, payload, invocation, reply.StatusCode, problem.Title, problem.Detail, problem.Type, reply.Parts, problem.Faults);
                return ValueTask.CompletedTask;
            case string text:
                Text(target, reply.StatusCode, text, reply.ContentType, reply.Parts);
                return ValueTask.CompletedTask;
            case ReadOnlyMemory<byte> bytes:
                Envelope.WriteBytes(target, reply.StatusCode, reply.ContentType, bytes.Span, reply.Parts);
                return ValueTask.CompletedTask;
            case ReplyContent content:
                return content.WriteAsync(target, reply.StatusCode, reply.Parts, cancellationToken);
            default:
                return WrittenAsync(target, reply, (Func<Stream, CancellationToken, Task>)reply.Content, cancellationToken);
        }
    }

    /// <summary>A reply whose body, when it has one, is a <typeparamref name="T"/>.</summary>
    /// <param name="target">Receives the answer.</param>
    /// <param name="payload">The event.</param>
    /// <param name="invocation">The invocation.</param>
    /// <param name="reply">What the handler returned.</param>
    /// <param name="statusCode">The route's status, for a body returned as it is.</param>
    /// <param name="nullStatusCode">The route's status for null returned as it is.</param>
    /// <param name="type">How the body is serialised.</param>
    /// <param name="cancellationToken">The deadline.</param>
    public static ValueTask ReplyAsync<T>(
        ReplyTarget target,
        ReadOnlyMemory<byte> payload,
        Invocation invocation,
        HttpReply<T> reply,
        int statusCode,
        int nullStatusCode,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (!reply.HasBody)
            return ReplyAsync(target, payload, invocation, reply.Untyped, cancellationToken);
        if (reply.UsesRouteStatus && reply.Body is null)
            Null(target, payload, invocation, nullStatusCode);
        else if (IsNotModified(payload, reply.Parts, reply.StatusCode))
            Envelope.WriteEmpty(target, 304, reply.Parts);
        else
            Json(target, reply.UsesRouteStatus ? statusCode : reply.StatusCode, reply.Body!, type, reply.Parts);
        return ValueTask.CompletedTask;
    }

    internal static void Json<T>(ReplyTarget target, int statusCode, T value, JsonTypeInfo<T> type, ReplyParts? parts)
    {
        var scratch = ReplyScratch.Rent(type.Options.Encoder);
        try
        {
            JsonSerializer.Serialize(scratch.Writer, value, type);
            Envelope.WriteText(target, statusCode, Envelope.JsonType, scratch.Buffer.WrittenSpan, parts);
        }
        finally
        {
            scratch.Return();
        }
    }

    private static void Text(ReplyTarget target, int statusCode, string text, string? contentType, ReplyParts? parts)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        Envelope.WriteText(target, statusCode, contentType, bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)), parts);
        ArrayPool<byte>.Shared.Return(bytes);
    }

    private static async ValueTask WrittenAsync(ReplyTarget target, HttpReply reply, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        if (target.Streamed is { } streamed)
        {
            // The first write begins the answer: until then the function may still fail with a problem.
            var body = new LateStream(() => streamed.Begin(reply.StatusCode, reply.ContentType, target.Complete(reply.Parts)));
            await using (body.ConfigureAwait(false))
            {
                await write(body, cancellationToken).ConfigureAwait(false);
                await body.Inner.FlushAsync(cancellationToken).ConfigureAwait(false);
            }

            return;
        }

        using var stream = new MemoryStream();
        await write(stream, cancellationToken).ConfigureAwait(false);
        Envelope.WriteBytes(target, reply.StatusCode, reply.ContentType, stream.ToArray(), reply.Parts);
    }

    /// <summary>Reads to the end: a stream may give less than asked for, and need not know its length.</summary>
    [SuppressMessage("Performance", "CA1835", Justification = "The buffer's own memory is read into.")]
    private static async ValueTask ReadAsync(Stream stream, PooledBufferWriter buffer, CancellationToken cancellationToken)
    {
        int read;
        do
        {
            read = await stream.ReadAsync(buffer.GetMemory(4096), cancellationToken).ConfigureAwait(false);
            buffer.Advance(read);
        }
        while (read > 0);
    }

    /// <summary>Weak comparison, as `If-None-Match` asks for (RFC 9110, section 13.1.2).</summary>
    private static bool IsNotModified(ReadOnlyMemory<byte> payload, ReplyParts? parts, int statusCode)
    {
        if (parts?.ETag is not { } tag || statusCode is < 200 or > 299)
            return false;
        var request = new RouteEvent(payload);
        if (request.Method.Decode() is not ("GET" or "HEAD"))
            return false;
        if (request.Header("if-none-match").Decode() is not { } known)
            return false;
        foreach (var candidate in known.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (candidate == "*" || Strong(candidate).SequenceEqual(Strong(tag)))
                return true;
        }

        return false;
    }

    private static ReadOnlySpan<char> Strong(string tag) => tag.StartsWith("W/", StringComparison.Ordinal) ? tag.AsSpan(2) : tag;
}
