using Serverless.Http;

namespace Serverless.Runtime;

/// <summary>Answers whose JSON generated code writes.</summary>
public static partial class Replies
{
    /// <inheritdoc cref="Json{T}(ReplyTarget, int, T, System.Text.Json.Serialization.Metadata.JsonTypeInfo{T})"/>
    public static void Json<T>(ReplyTarget target, int statusCode, T value, DirectJson<T> type)
    {
        ArgumentNullException.ThrowIfNull(type);
        Json(target, statusCode, value, type, null);
    }

    /// <inheritdoc cref="ReplyAsync{T}(ReplyTarget, ReadOnlyMemory{byte}, Invocation, HttpReply{T}, int, int, System.Text.Json.Serialization.Metadata.JsonTypeInfo{T}, CancellationToken)"/>
    public static ValueTask ReplyAsync<T>(
        ReplyTarget target,
        ReadOnlyMemory<byte> payload,
        Invocation invocation,
        HttpReply<T> reply,
        int statusCode,
        int nullStatusCode,
        DirectJson<T> type,
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

    internal static void Json<T>(ReplyTarget target, int statusCode, T value, DirectJson<T> type, ReplyParts? parts)
    {
        var scratch = ReplyScratch.Rent();
        try
        {
            type.Write(scratch, value);
            Envelope.WriteText(target, statusCode, Envelope.JsonType, scratch.Buffer.WrittenSpan, parts);
        }
        finally
        {
            scratch.Return();
        }
    }
}
