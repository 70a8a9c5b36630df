namespace Serverless.Hosting.WebSockets;

/// <summary>
/// Passes the bytes of a WebSocket on and reads the head of each frame in passing: API Gateway has a limit for frames, and the class
/// library shows messages only.
/// </summary>
internal sealed class FrameLimitStream(Stream inner, int mostBytes) : Stream
{
    private const int Mask = 0x80;

    private readonly byte[] _head = new byte[14];
    private int _headLength;
    private long _payloadLeft;

    /// <summary>A frame was larger than allowed.</summary>
    public bool IsExceeded { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        Scan(buffer.Span[..read]);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = inner.Read(buffer, offset, count);
        Scan(buffer.AsSpan(offset, read));
        return read;
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => inner.WriteAsync(buffer, cancellationToken);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => inner.WriteAsync(buffer, offset, count, cancellationToken);

    public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

    public override void Flush() => inner.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private void Scan(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty && !IsExceeded)
        {
            if (_payloadLeft > 0)
            {
                var skip = (int)Math.Min(_payloadLeft, bytes.Length);
                _payloadLeft -= skip;
                bytes = bytes[skip..];
                continue;
            }

            _head[_headLength++] = bytes[0];
            bytes = bytes[1..];
            if (_headLength < HeadLength())
                continue;
            _payloadLeft = PayloadLength();
            _headLength = 0;
            // A length with its highest bit set is no length at all.
            IsExceeded = _payloadLeft > mostBytes || _payloadLeft < 0;
        }
    }

    private int HeadLength() => _headLength < 2 ? 2 : 2 + ((_head[1] & ~Mask) switch { 126 => 2, 127 => 8, _ => 0 }) + ((_head[1] & Mask) != 0 ? 4 : 0);

    private long PayloadLength() => (_head[1] & ~Mask) switch
    {
        126 => System.Buffers.Binary.BinaryPrimitives.ReadUInt16BigEndian(_head.AsSpan(2)),
        127 => System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(_head.AsSpan(2)),
        var length => length,
    };
}
