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

    /// <summary>Where the next byte goes; set to <see cref="HeadRoom"/> the buffer is empty. A field, since a cold start compiles what it calls.</summary>
    public int End = HeadRoom;

    public ReadOnlySpan<byte> Body => _buffer.AsSpan(HeadRoom, End - HeadRoom);

    public void Advance(int count)
    {
        if (count < 0 || count > _buffer.Length - End)
            ThrowAdvance();
        End += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsMemory(End);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsSpan(End);
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
        request = _buffer.AsSpan(HeadRoom - head.Length, head.Length + End - HeadRoom);
        return true;
    }

    private void Reserve(int sizeHint)
    {
        var needed = (long)End + Math.Max(sizeHint, 1);
        if (needed > _buffer.Length)
            Array.Resize(ref _buffer, checked((int)Math.Max(needed, Math.Min(_buffer.Length * 2L, Array.MaxLength))));
    }

    [DoesNotReturn]
    private static void ThrowAdvance() => throw new InvalidOperationException("The handler advanced beyond the memory it was given.");
}
