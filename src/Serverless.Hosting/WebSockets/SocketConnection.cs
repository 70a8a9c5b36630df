using System.Net.WebSockets;

namespace Serverless.Hosting.WebSockets;

/// <summary>An open connection: one reader, many senders, closed once.</summary>
internal sealed class SocketConnection : IDisposable
{
    /// <summary>How long a client may take to answer a close or to take a message.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly WebSocket _socket;
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly Timer _idle;
    private readonly Timer _life;
    private readonly TimeSpan _idleLimit;
    private long _lastActive = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
    private int _closing;

    public SocketConnection(SocketInfo info, WebSocket socket, TimeSpan idle, TimeSpan life)
    {
        Info = info;
        _socket = socket;
        _idleLimit = idle;
        _idle = new Timer(static state => ((SocketConnection)state!).CloseInBackground(WebSocketCloseStatus.EndpointUnavailable, "Going away"), this, idle, Timeout.InfiniteTimeSpan);
        _life = new Timer(static state => ((SocketConnection)state!).CloseInBackground(WebSocketCloseStatus.EndpointUnavailable, "Going away"), this, life, Timeout.InfiniteTimeSpan);
    }

    public SocketInfo Info { get; }

    public DateTimeOffset LastActiveAt => DateTimeOffset.FromUnixTimeMilliseconds(Volatile.Read(ref _lastActive));

    /// <summary>Status and reason of the end; meaningful when the reader has ended.</summary>
    public (int Status, string Reason) End { get; private set; } = (1006, "Connection closed abnormally");

    /// <summary>Reads the next message; null at the end of the connection, whoever ended it.</summary>
    public async Task<WebSocketMessageType?> ReceiveAsync(PooledBuffer into, FrameLimitStream frames)
    {
        try
        {
            while (true)
            {
                var result = await _socket.ReceiveAsync(into.GetMemory(8 * 1024), CancellationToken.None);
                if (result.MessageType == WebSocketMessageType.Close)
                {
                    if (Interlocked.Exchange(ref _closing, 1) == 0)
                    {
                        End = ((int?)_socket.CloseStatus ?? 1005, _socket.CloseStatusDescription ?? "");
                        await SendCloseAsync(WebSocketCloseStatus.NormalClosure, null);
                    }

                    return null;
                }

                if (Volatile.Read(ref _closing) != 0)
                {
                    // What still comes after a close of ours is read away.
                    into.Truncate(0);
                    continue;
                }

                Touch();
                into.Advance(result.Count);
                if (frames.IsExceeded || into.Length > HostLimits.Message)
                {
                    into.Truncate(0);
                    await CloseAsync(WebSocketCloseStatus.MessageTooBig, "Message too long");
                }
                else if (result.EndOfMessage)
                {
                    return result.MessageType;
                }
            }
        }
        catch (Exception exception) when (exception is WebSocketException or IOException or ObjectDisposedException or OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>False when the connection is gone.</summary>
    public async Task<bool> SendAsync(ReadOnlyMemory<byte> message, bool isBinary, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _closing) != 0)
            return false;
        await _sending.WaitAsync(cancellationToken);
        try
        {
            if (Volatile.Read(ref _closing) != 0 || _socket.State != WebSocketState.Open)
                return false;
            // A client that does not read would keep its senders for ever; a message half sent cannot be taken back.
            using var patience = new CancellationTokenSource(Patience);
            await _socket.SendAsync(message, isBinary ? WebSocketMessageType.Binary : WebSocketMessageType.Text, endOfMessage: true, patience.Token);
            Touch();
            return true;
        }
        catch (Exception exception) when (exception is WebSocketException or IOException or ObjectDisposedException or OperationCanceledException)
        {
            _socket.Abort();
            return false;
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Says goodbye; the reader ends when the client answers, or after a while without an answer.</summary>
    public async Task CloseAsync(WebSocketCloseStatus status, string reason)
    {
        if (Interlocked.Exchange(ref _closing, 1) != 0)
            return;
        End = ((int)status, reason);
        await SendCloseAsync(status, reason);
        _ = Task.Delay(Patience).ContinueWith(static (_, socket) => ((WebSocket)socket!).Abort(), _socket, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    public void Dispose()
    {
        _idle.Dispose();
        _life.Dispose();
        _socket.Dispose();
    }

    private void CloseInBackground(WebSocketCloseStatus status, string reason) => _ = CloseAsync(status, reason);

    private async Task SendCloseAsync(WebSocketCloseStatus status, string? reason)
    {
        if (!await _sending.WaitAsync(Patience))
        {
            _socket.Abort();
            return;
        }

        try
        {
            if (_socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                using var patience = new CancellationTokenSource(Patience);
                await _socket.CloseOutputAsync(status, reason, patience.Token);
            }
        }
        catch (Exception exception) when (exception is WebSocketException or IOException or ObjectDisposedException or OperationCanceledException)
        {
            _socket.Abort();
        }
        finally
        {
            _sending.Release();
        }
    }

    private void Touch()
    {
        Volatile.Write(ref _lastActive, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
        _idle.Change(_idleLimit, Timeout.InfiniteTimeSpan);
    }
}
