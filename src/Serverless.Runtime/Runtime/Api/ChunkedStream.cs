namespace Serverless.Runtime.Api;

/// <summary>
/// The body of an answer that is streamed. Each write leaves at once as one chunk, and returns when the service has taken it. A handler
/// may keep the stream, and write to it from another thread, after its invocation: such a write fails instead of reaching the answer of
/// the next invocation, which uses the same connection.
/// </summary>
internal sealed class ChunkedStream(RuntimeApiClient api) : Stream
{
    private readonly object _gate = new();
    private bool _isClosed;

    /// <summary>A chunk could not be sent.</summary>
    public bool IsBroken { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => !_isClosed;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            if (buffer.IsEmpty)
                return;
            if (IsBroken)
                throw new ConnectionLostException("The connection to the Runtime API broke while the answer was streamed");
            try
            {
                api.SendChunk(buffer);
            }
            catch (ConnectionLostException)
            {
                IsBroken = true;
                throw;
            }
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    // The connection blocks, as everything about the loop does: one environment answers one caller, there is no other work to do.
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled(cancellationToken);
        try
        {
            Write(buffer.Span);
            return ValueTask.CompletedTask;
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            return ValueTask.FromException(exception);
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    // Every write has left already.
    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>No write gets through from here on; one that is under way is waited for.</summary>
    protected override void Dispose(bool disposing)
    {
        lock (_gate)
            _isClosed = true;
        base.Dispose(disposing);
    }
}
