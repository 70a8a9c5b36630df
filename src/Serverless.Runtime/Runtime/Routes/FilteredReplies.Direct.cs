using Serverless.Http;

namespace Serverless.Runtime;

/// <content>Results whose JSON generated code writes.</content>
public static partial class FilteredReplies
{
    /// <inheritdoc cref="Json{T}(int, T, System.Text.Json.Serialization.Metadata.JsonTypeInfo{T})"/>
    public static HttpReply Json<T>(int statusCode, T value, DirectJson<T> type) => new(statusCode, new DirectContent<T>(value, type), Envelope.JsonType);

    /// <inheritdoc cref="Reply{T}(HttpReply{T}, int, int, System.Text.Json.Serialization.Metadata.JsonTypeInfo{T})"/>
    public static HttpReply Reply<T>(HttpReply<T> reply, int statusCode, int nullStatusCode, DirectJson<T> type)
    {
        if (!reply.HasBody)
            return reply.Untyped;
        if (reply.UsesRouteStatus && reply.Body is null)
            return Null(nullStatusCode);
        return new HttpReply(reply.UsesRouteStatus ? statusCode : reply.StatusCode, new DirectContent<T>(reply.Body!, type), Envelope.JsonType, reply.Parts);
    }

    /// <inheritdoc cref="Raw{T}(T, System.Text.Json.Serialization.Metadata.JsonTypeInfo{T})"/>
    public static HttpReply Raw<T>(T value, DirectJson<T> type) => new(200, new RawDirectContent<T>(value, type), Envelope.JsonType);

    private sealed class DirectContent<T>(T value, DirectJson<T> type) : ReplyContent
    {
        public override object? Value => value;

        public override ValueTask WriteAsync(ReplyTarget target, int statusCode, ReplyParts? parts, CancellationToken cancellationToken)
        {
            Replies.Json(target, statusCode, value, type, parts);
            return ValueTask.CompletedTask;
        }
    }

    private sealed class RawDirectContent<T>(T value, DirectJson<T> type) : ReplyContent
    {
        public override object? Value => value;

        public override ValueTask WriteAsync(ReplyTarget target, int statusCode, ReplyParts? parts, CancellationToken cancellationToken)
        {
            Payloads.Write(target.Response, value, type);
            return ValueTask.CompletedTask;
        }
    }
}
