namespace Serverless.Runtime.Api;

/// <summary>
/// One byte connection to the Runtime API. Blocking on purpose: a function answers one request at a time, and blocking calls
/// need neither an event thread nor async state machines at a cold start. Abstract so that tests decide how reads are split.
/// </summary>
internal abstract class Transport : IDisposable
{
    /// <summary>
    /// False before the first <see cref="Connect"/>, after <see cref="Close"/>, and when the peer is known to have closed the
    /// idle connection. May say true for one that is just being closed.
    /// </summary>
    public abstract bool IsUsable { get; }

    /// <exception cref="ConnectionLostException">Nobody answers.</exception>
    public abstract void Connect();

    public abstract void Close();

    /// <summary>Waits without time limit. 0 = the peer closed.</summary>
    /// <exception cref="ConnectionLostException">The connection broke.</exception>
    public abstract int Receive(Span<byte> buffer);

    /// <exception cref="ConnectionLostException">The connection broke.</exception>
    public abstract void Send(ReadOnlySpan<byte> bytes);

    public void Dispose() => Close();
}
