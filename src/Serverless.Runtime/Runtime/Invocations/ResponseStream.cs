namespace Serverless.Runtime;

/// <summary>
/// The answer as a stream. The managed runtime copies it from its position and never disposes it, so the buffer goes back when
/// it has been copied or read to its end.
/// </summary>
internal sealed class ResponseStream : Stream
{
    private PooledBufferWriter? _buffer = PooledBufferWriter.Rent();
    private int _length;
    private int _position;

    public PooledBufferWriter Buffer => _buffer ?? throw new ObjectDisposedException(nameof(ResponseStream));

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => _length;

    public override long Position
    {
        get => _position;
        set => _position = (int)Math.Clamp(value, 0, _length);
    }

    /// <summary>The writer is done; reading starts at the beginning.</summary>
    public ResponseStream Completed()
    {
        _length = Buffer.WrittenCount;
        return this;
    }

    public override void CopyTo(Stream destination, int bufferSize)
    {
        ArgumentNullException.ThrowIfNull(destination);
        destination.Write(Rest.Span);
        _position = _length;
        GiveBack();
    }

    public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(destination);
        await destination.WriteAsync(Rest, cancellationToken).ConfigureAwait(false);
        _position = _length;
        GiveBack();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var piece = Rest[..Math.Min(buffer.Length, _length - _position)];
        piece.Span.CopyTo(buffer);
        _position += piece.Length;
        return piece.Length;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch
    {
        SeekOrigin.Begin => 0,
        SeekOrigin.Current => _position,
        _ => _length,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        GiveBack();
        base.Dispose(disposing);
    }

    private ReadOnlyMemory<byte> Rest => _position >= _length ? default : Buffer.WrittenMemory[_position.._length];

    private void GiveBack()
    {
        _buffer?.Return();
        _buffer = null;
        _length = _position;
    }
}
