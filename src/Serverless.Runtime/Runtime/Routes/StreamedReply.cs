using System.Buffers;
using Serverless.Http;

namespace Serverless.Runtime;

/// <summary>
/// The answer of an invocation whose caller reads a stream. He reads every answer so, a problem too: one that is written whole is
/// held until the handler is done and then sent as prelude and body.
/// </summary>
internal sealed class StreamedReply(ResponseStreaming streaming, EventFormat format)
{
    private ArrayBufferWriter<byte>? _prelude;
    private byte[] _body = [];

    /// <summary>Something has been sent.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>Begins an answer whose body follows.</summary>
    public Stream Begin(int statusCode, string? contentType, ReplyParts? parts)
    {
        var prelude = new ArrayBufferWriter<byte>();
        Envelope.WritePrelude(prelude, format, statusCode, contentType, parts);
        HasBegun = true;
        return streaming.Begin(prelude.WrittenSpan);
    }

    /// <summary>Keeps an answer that is known whole; a later one replaces it.</summary>
    public void Hold(int statusCode, string? contentType, ReadOnlySpan<byte> body, ReplyParts? parts)
    {
        _prelude = new ArrayBufferWriter<byte>();
        Envelope.WritePrelude(_prelude, format, statusCode, contentType, parts);
        _body = body.ToArray();
    }

    /// <summary>Sends what is held. Nothing is where the body was streamed, or where the handler's exception is the answer.</summary>
    public async ValueTask CompleteAsync()
    {
        if (HasBegun || _prelude is null)
            return;
        HasBegun = true;
        var stream = streaming.Begin(_prelude.WrittenSpan);
        await stream.WriteAsync(_body).ConfigureAwait(false);
        await stream.FlushAsync().ConfigureAwait(false);
    }
}
