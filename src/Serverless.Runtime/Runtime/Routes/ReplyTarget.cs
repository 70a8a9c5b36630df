using System.Buffers;
using System.ComponentModel;
using Serverless.Http;

namespace Serverless.Runtime;

/// <summary>Where an answer goes and which form its reader expects. Generated code makes one for each invocation.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ReplyTarget
{
    /// <summary>An answer in payload format 2.0: what is written when the event could not be read either.</summary>
    public ReplyTarget(IBufferWriter<byte> response)
        : this(response, EventFormat.Version2)
    {
    }

    /// <summary>An answer in the format of an event that has been read.</summary>
    public ReplyTarget(IBufferWriter<byte> response, in RouteEvent request)
        : this(response, request.Format)
    {
    }

    /// <summary>An answer that is streamed where the host can and the caller expects it.</summary>
    /// <param name="response">Receives the answer otherwise.</param>
    /// <param name="request">The event.</param>
    /// <param name="invocation">Says whether the host can stream.</param>
    /// <param name="streamsUrl">The function's own address streams.</param>
    /// <param name="streamsRoutes">Its routes of a REST API stream.</param>
    public ReplyTarget(IBufferWriter<byte> response, in RouteEvent request, Invocation invocation, bool streamsUrl, bool streamsRoutes)
        : this(response, request.Format)
    {
        ArgumentNullException.ThrowIfNull(invocation);
        if (invocation.Streaming is { } streaming && (request.Format == EventFormat.Version1 ? streamsRoutes : streamsUrl && request.IsOfFunctionUrl))
            Streamed = new StreamedReply(streaming, request.Format);
    }

    internal ReplyTarget(IBufferWriter<byte> response, EventFormat format)
    {
        Response = response;
        Format = format;
    }

    private ReplyTarget(in ReplyTarget other, ReplyParts cors)
        : this(other.Response, other.Format)
    {
        Streamed = other.Streamed;
        Cors = cors;
    }

    /// <summary>The answer has begun to reach the caller: what goes wrong now can only end it.</summary>
    public bool HasBegun => Streamed is { HasBegun: true };

    internal IBufferWriter<byte> Response { get; }

    internal EventFormat Format { get; }

    /// <summary>Null when the answer goes to <see cref="Response"/>.</summary>
    internal StreamedReply? Streamed { get; }

    /// <summary>Headers that go with every answer; null = none.</summary>
    internal ReplyParts? Cors { get; }

    /// <summary>The same target, with CORS headers where the event comes from a REST API.</summary>
    public ReplyTarget With(RestCors cors, in RouteEvent request)
    {
        ArgumentNullException.ThrowIfNull(cors);
        return request.IsOfRestApi ? new(this, cors.For(in request)) : this;
    }

    /// <summary>What an answer says, and what goes with every answer; what the answer says itself wins.</summary>
    internal ReplyParts? Complete(ReplyParts? parts) => Cors is null ? parts : ReplyParts.WithHeaders(parts, Cors.Headers);

    /// <summary>Sends what was written whole to a caller who reads a stream. Without one there is nothing to do.</summary>
    public ValueTask CompleteAsync() => Streamed?.CompleteAsync() ?? default;

    /// <summary>For a handler that asks nothing of the event: the version stands first in it, so that most are not read at all.</summary>
    public static ReplyTarget Of(IBufferWriter<byte> response, ReadOnlyMemory<byte> payload) =>
        payload.Span.StartsWith("{\"version\":\"2.0\""u8) ? new(response) : new(response, new RouteEvent(payload).Format);
}
