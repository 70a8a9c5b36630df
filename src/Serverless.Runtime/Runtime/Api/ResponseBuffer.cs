using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Serverless.Runtime.Api;

/// <summary>
/// What a handler writes its answer to. One buffer for the life of the process, with room in front for the request head,
/// so that head and body leave in one write without being copied together.
/// </summary>
internal sealed class ResponseBuffer : IBufferWriter<byte>
{
    /// <summary>Bytes kept free before the body.</summary>
    public const int HeadRoom = 512;

    private byte[] _buffer = new byte[8 * 1024];
    private int _end = HeadRoom;

    public int Length => _end - HeadRoom;

    public ReadOnlySpan<byte> Body => _buffer.AsSpan(HeadRoom, Length);

    public void Clear() => _end = HeadRoom;

    public void Advance(int count)
    {
        if (count < 0 || count > _buffer.Length - _end)
            ThrowAdvance();
        _end += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsMemory(_end);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsSpan(_end);
    }

    /// <summary>Head and body as one block; false when the head is longer than the room for it.</summary>
    public bool TryJoin(ReadOnlySpan<byte> head, out ReadOnlySpan<byte> request)
    {
        if (head.Length > HeadRoom)
        {
            request = default;
            return false;
        }

        head.CopyTo(_buffer.AsSpan(HeadRoom - head.Length));
        request = _buffer.AsSpan(HeadRoom - head.Length, head.Length + Length);
        return true;
    }

    private void Reserve(int sizeHint)
    {
        var needed = (long)_end + Math.Max(sizeHint, 1);
        if (needed > _buffer.Length)
            Array.Resize(ref _buffer, checked((int)Math.Max(needed, Math.Min(_buffer.Length * 2L, Array.MaxLength))));
    }

    [DoesNotReturn]
    private static void ThrowAdvance() => throw new InvalidOperationException("The handler advanced beyond the memory it was given.");
}
