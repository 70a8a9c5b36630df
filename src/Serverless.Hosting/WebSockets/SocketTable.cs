using System.Collections.Concurrent;

namespace Serverless.Hosting.WebSockets;

/// <summary>Every open connection of this process.</summary>
internal sealed class SocketTable
{
    private readonly ConcurrentDictionary<string, SocketConnection> _open = new(StringComparer.Ordinal);

    public void Add(SocketConnection connection) => _open[connection.Info.ConnectionId] = connection;

    public void Remove(SocketConnection connection) => _open.TryRemove(connection.Info.ConnectionId, out _);

    /// <summary>Null when it is gone. An API sees its own connections only.</summary>
    public SocketConnection? Find(string connectionId, string? api = null) =>
        _open.TryGetValue(connectionId, out var connection) && (api is null || connection.Info.Api.Id == api) ? connection : null;
}
