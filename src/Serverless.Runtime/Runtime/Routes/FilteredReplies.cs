using System.ComponentModel;
using System.Text.Json.Serialization.Metadata;
using Serverless.Http;

namespace Serverless.Runtime;

/// <summary>Results of handlers as replies that filters can change before they are written.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class FilteredReplies
{
    /// <summary>A value as JSON.</summary>
    public static HttpReply Json<T>(int statusCode, T value, JsonTypeInfo<T> type) => new(statusCode, new JsonContent<T>(value, type), Envelope.JsonType);

    /// <summary>No body.</summary>
    public static HttpReply Empty(int statusCode) => HttpReply.Status(statusCode);

    /// <summary>What null means: a 404 problem, no content, or the JSON null.</summary>
    public static HttpReply Null(int nullStatusCode) => nullStatusCode switch
    {
        >= 400 => HttpReply.Problem(nullStatusCode),
        204 => HttpReply.NoContent(),
        _ => new HttpReply(nullStatusCode, "null", Envelope.JsonType),
    };

    /// <summary>Text.</summary>
    public static HttpReply Text(int statusCode, string text) => new(statusCode, text, "text/plain; charset=utf-8");

    /// <summary>Bytes.</summary>
    public static HttpReply Bytes(int statusCode, ReadOnlyMemory<byte> bytes) => new(statusCode, bytes, "application/octet-stream");

    /// <summary>A stream, read to its end and disposed when the reply is written.</summary>
    public static HttpReply Stream(int statusCode, Stream stream) => new(statusCode, new StreamContent(stream), "application/octet-stream");

    /// <summary>A sequence as a JSON array, walked when the reply is written.</summary>
    public static HttpReply Sequence<T>(int statusCode, IAsyncEnumerable<T> items, JsonTypeInfo<T> type) =>
        new(statusCode, new SequenceContent<T>(items, type), Envelope.JsonType);

    /// <summary>A reply as it is.</summary>
    public static HttpReply Reply(HttpReply reply) => reply;

    /// <summary>A reply with a typed body.</summary>
    public static HttpReply Reply<T>(HttpReply<T> reply, int statusCode, int nullStatusCode, JsonTypeInfo<T> type)
    {
        if (!reply.HasBody)
            return reply.Untyped;
        if (reply.UsesRouteStatus && reply.Body is null)
            return Null(nullStatusCode);
        return new HttpReply(reply.UsesRouteStatus ? statusCode : reply.StatusCode, new JsonContent<T>(reply.Body!, type), Envelope.JsonType, reply.Parts);
    }

    /// <summary>An answer of API Gateway's own type, which is written whole: what filters add to it is lost.</summary>
    public static HttpReply Raw<T>(T value, JsonTypeInfo<T> type) => new(200, new RawContent<T>(value, type), Envelope.JsonType);

    /// <summary>400 with every fault.</summary>
    public static HttpReply Refused(in RequestFaults faults) =>
        new(400, new ProblemContent("Bad Request", "The request is not valid.", null) { Faults = faults }, "application/problem+json");

    private sealed class JsonContent<T>(T value, JsonTypeInfo<T> type) : ReplyContent
    {
        public override object? Value => value;

        public override ValueTask WriteAsync(ReplyTarget target, int statusCode, ReplyParts? parts, CancellationToken cancellationToken)
        {
            Replies.Json(target, statusCode, value, type, parts);
            return ValueTask.CompletedTask;
        }
    }

    private sealed class RawContent<T>(T value, JsonTypeInfo<T> type) : ReplyContent
    {
        public override object? Value => value;

        public override ValueTask WriteAsync(ReplyTarget target, int statusCode, ReplyParts? parts, CancellationToken cancellationToken)
        {
            Payloads.Write(target.Response, value, type);
            return ValueTask.CompletedTask;
        }
    }

    private sealed class StreamContent(Stream stream) : ReplyContent
    {
        public override object? Value => stream;

        public override bool TakesTime => true;

        public override ValueTask WriteAsync(ReplyTarget target, int statusCode, ReplyParts? parts, CancellationToken cancellationToken) =>
            Replies.StreamAsync(target, statusCode, stream, parts, cancellationToken);
    }

    private sealed class SequenceContent<T>(IAsyncEnumerable<T> items, JsonTypeInfo<T> type) : ReplyContent
    {
        public override object? Value => items;

        public override bool TakesTime => true;

        public override ValueTask WriteAsync(ReplyTarget target, int statusCode, ReplyParts? parts, CancellationToken cancellationToken) =>
            Replies.SequenceAsync(target, statusCode, items, type, parts, cancellationToken);
    }
}
