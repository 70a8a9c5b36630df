using System.Collections.Immutable;
using System.Net.WebSockets;
using Serverless.Http;
using Serverless.Runtime;

namespace Serverless.Hosting.WebSockets;

/// <summary>
/// What handlers push with, where this process holds the connections itself: no address, no signature, no network. One for the
/// process, over the tables of every host in it.
/// </summary>
internal sealed class LocalTransport : WebSocketTransport
{
    private static readonly LocalTransport Instance = new();

    private ImmutableArray<SocketTable> _tables = [];

    private LocalTransport()
    {
    }

    /// <summary>Pushed messages reach the connections of a table from now on.</summary>
    public static void Add(SocketTable table)
    {
        ImmutableInterlocked.Update(ref Instance._tables, static (tables, added) => tables.Add(added), table);
        Local = Instance;
    }

    /// <summary>The host of a table has ended.</summary>
    public static void Remove(SocketTable table) => ImmutableInterlocked.Update(ref Instance._tables, static (tables, removed) => tables.Remove(removed), table);

    /// <inheritdoc/>
    public override async Task<bool> SendAsync(string connectionId, ReadOnlyMemory<byte> message, bool isText, CancellationToken cancellationToken)
    {
        if (message.Length > HostLimits.Message)
            throw new HttpRequestException("A message is at most 128 KB.", null, System.Net.HttpStatusCode.RequestEntityTooLarge);
        return Find(connectionId) is { } connection && await connection.SendAsync(message, isBinary: !isText, cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task<bool> DisconnectAsync(string connectionId, CancellationToken cancellationToken)
    {
        if (Find(connectionId) is not { } connection)
            return false;
        await connection.CloseAsync(WebSocketCloseStatus.NormalClosure, "Connection Closed Normally");
        return true;
    }

    /// <inheritdoc/>
    public override Task<WebSocketConnectionInfo?> GetAsync(string connectionId, CancellationToken cancellationToken) => Task.FromResult(
        Find(connectionId) is { } connection
            ? new WebSocketConnectionInfo(connection.Info.ConnectedAt, connection.LastActiveAt, connection.Info.SourceIp, connection.Info.UserAgent)
            : null);

    private SocketConnection? Find(string connectionId)
    {
        foreach (var table in _tables)
        {
            if (table.Find(connectionId) is { } connection)
                return connection;
        }

        return null;
    }
}
