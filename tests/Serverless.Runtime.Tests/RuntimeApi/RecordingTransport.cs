using System.Text;
using Serverless.Runtime.Api;

namespace Serverless.Runtime.Tests.RuntimeApi;

/// <summary>A connection that keeps what is sent, answers from a script, and breaks when the test says so.</summary>
internal sealed class RecordingTransport(params byte[][] responses) : Transport
{
    private readonly Queue<byte[]> _responses = new(responses);
    private readonly MemoryStream _sent = new();

    /// <summary>One entry for each write.</summary>
    public List<string> Writes { get; } = [];

    public string Sent => Encoding.UTF8.GetString(_sent.ToArray());

    /// <summary>Writes after which the next fails.</summary>
    public int BreaksAfter { get; set; } = int.MaxValue;

    public bool RefusesConnections { get; set; }

    public bool IsConnected { get; private set; }

    public override bool IsUsable => IsConnected;

    public override void Connect() => IsConnected = !RefusesConnections ? true : throw new ConnectionLostException("refused");

    public override void Close() => IsConnected = false;

    public override int Receive(Span<byte> buffer)
    {
        if (!IsConnected || !_responses.TryDequeue(out var response))
            return 0;
        response.CopyTo(buffer);
        return response.Length;
    }

    public override void Send(ReadOnlySpan<byte> bytes)
    {
        if (Writes.Count >= BreaksAfter)
            throw new ConnectionLostException("broken");
        Writes.Add(Encoding.UTF8.GetString(bytes));
        _sent.Write(bytes);
    }
}
