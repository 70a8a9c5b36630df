using System.Buffers;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Serverless.Runtime;

/// <summary>
/// A growing buffer that is kept for the next use of the same thread. A Lambda environment answers one request after the
/// other on few threads, so that after the first requests no buffer is allocated any more.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PooledBufferWriter : IBufferWriter<byte>
{
    private const int InitialSize = 4 * 1024;

    /// <summary>A larger buffer is given back to the pool of the process: one huge answer must not stay in memory.</summary>
    private const int KeptSize = 1024 * 1024;

    [ThreadStatic]
    private static PooledBufferWriter? s_free;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(InitialSize);
    private int _written;

    private PooledBufferWriter()
    {
    }

    /// <summary>What has been written. Valid until the next write or <see cref="Return"/>.</summary>
    public ReadOnlySpan<byte> WrittenSpan => _buffer.AsSpan(0, _written);

    /// <inheritdoc cref="WrittenSpan"/>
    public ReadOnlyMemory<byte> WrittenMemory => _buffer.AsMemory(0, _written);

    /// <summary>The same, to decode in place.</summary>
    internal Span<byte> WrittenForUpdate => _buffer.AsSpan(0, _written);

    /// <summary>Bytes written so far.</summary>
    public int WrittenCount => _written;

    /// <summary>An empty buffer. Give it back with <see cref="Return"/>; one that is not given back is collected.</summary>
    public static PooledBufferWriter Rent()
    {
        if (s_free is not { } writer)
            return new PooledBufferWriter();
        s_free = null;
        writer._written = 0;
        return writer;
    }

    /// <summary>Gives the buffer back. It must not be used afterwards.</summary>
    public void Return()
    {
        if (_buffer.Length > KeptSize || s_free is not null)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
            return;
        }

        s_free = this;
    }

    /// <summary>Forgets what follows the first <paramref name="count"/> bytes.</summary>
    internal void Truncate(int count) => _written = count;

    /// <inheritdoc/>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _buffer.Length - _written);
        _written += count;
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Ensure(sizeHint);
        return _buffer.AsMemory(_written);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Ensure(sizeHint);
        return _buffer.AsSpan(_written);
    }

    private void Ensure(int sizeHint)
    {
        if (_buffer.Length - _written < Math.Max(sizeHint, 1))
            Grow(Math.Max(sizeHint, 1));
    }

    [SuppressMessage("Performance", "CA1859", Justification = "The pool hands out arrays.")]
    private void Grow(int sizeHint)
    {
        var larger = ArrayPool<byte>.Shared.Rent(checked(Math.Max(_buffer.Length * 2, _written + sizeHint)));
        _buffer.AsSpan(0, _written).CopyTo(larger);
        if (_buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
