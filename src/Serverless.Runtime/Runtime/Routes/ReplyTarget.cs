using System.Buffers;
using System.ComponentModel;

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

    internal ReplyTarget(IBufferWriter<byte> response, EventFormat format)
    {
        Response = response;
        Format = format;
    }

    internal IBufferWriter<byte> Response { get; }

    internal EventFormat Format { get; }

    /// <summary>For a handler that asks nothing of the event: the version stands first in it, so that most are not read at all.</summary>
    public static ReplyTarget Of(IBufferWriter<byte> response, ReadOnlyMemory<byte> payload) =>
        payload.Span.StartsWith("{\"version\":\"2.0\""u8) ? new(response) : new(response, new RouteEvent(payload).Format);
}
