using Serverless.Runtime.Api;

namespace Serverless.Runtime.Tests.RuntimeApi;

/// <summary>A connection whose reads return pieces that the test chooses.</summary>
internal sealed class ScriptedTransport(IEnumerable<byte[]> reads) : Transport
{
    private readonly Queue<byte[]> _reads = new(reads);
    private int _offset;

    public int Connections { get; private set; }

    public override bool IsUsable => Connections > 0;

    public override void Connect() => Connections++;

    public override void Close()
    {
    }

    public override int Receive(Span<byte> buffer)
    {
        if (_reads.Count == 0)
            return 0;
        if (_offset == _reads.Peek().Length)
        {
            _reads.Dequeue();
            _offset = 0;
            return Receive(buffer);
        }

        var read = Math.Min(buffer.Length, _reads.Peek().Length - _offset);
        _reads.Peek().AsSpan(_offset, read).CopyTo(buffer);
        _offset += read;
        return read;
    }

    public override void Send(ReadOnlySpan<byte> bytes)
    {
    }
}
