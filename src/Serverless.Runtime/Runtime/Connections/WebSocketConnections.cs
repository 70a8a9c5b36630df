using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Serverless.Http;

namespace Serverless.Runtime;

/// <summary>The service that handlers get for <see cref="IWebSocketConnections"/>: writes messages, and hands them to the transport.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WebSocketConnections : IWebSocketConnections
{
    private static readonly Lazy<WebSocketTransport> Api = new(static () => ConnectionsApi.FromEnvironment());

    private readonly Func<Type, JsonTypeInfo?> _metadata;
    private readonly WebSocketTransport? _transport;

    internal WebSocketConnections(Func<Type, JsonTypeInfo?> metadata, WebSocketTransport? transport = null)
    {
        _metadata = metadata;
        _transport = transport;
    }

    private WebSocketTransport Transport => _transport ?? WebSocketTransport.Local ?? Api.Value;

    /// <summary>Messages are written by the project's context.</summary>
    public static WebSocketConnections Using(JsonSerializerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new(context.GetTypeInfo);
    }

    /// <summary>Messages are written by reflection, for projects without a context.</summary>
    [RequiresUnreferencedCode("Types are written by reflection: add a JsonSerializerContext that lists them.")]
    [RequiresDynamicCode("Types are written by reflection: add a JsonSerializerContext that lists them.")]
    public static WebSocketConnections Reflecting()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
        return new(options.GetTypeInfo);
    }

    /// <inheritdoc/>
    public async Task<bool> SendAsync<T>(string connectionId, T message, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionId);
        switch (message)
        {
            case string text:
                return await Transport.SendAsync(connectionId, Encoding.UTF8.GetBytes(text), isText: true, cancellationToken).ConfigureAwait(false);
            case byte[] bytes:
                return await Transport.SendAsync(connectionId, bytes, isText: false, cancellationToken).ConfigureAwait(false);
            case ReadOnlyMemory<byte> bytes:
                return await Transport.SendAsync(connectionId, bytes, isText: false, cancellationToken).ConfigureAwait(false);
        }

        var type = _metadata(typeof(T)) as JsonTypeInfo<T>
            ?? throw new NotSupportedException($"The JsonSerializerContext of the project does not list {typeof(T)}: add [JsonSerializable(typeof({typeof(T).Name}))] to it.");

        // Not a buffer of this thread: the message is sent after other work may have run on it.
        return await Transport.SendAsync(connectionId, JsonSerializer.SerializeToUtf8Bytes(message, type), isText: true, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<bool> DisconnectAsync(string connectionId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionId);
        return Transport.DisconnectAsync(connectionId, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<WebSocketConnectionInfo?> GetAsync(string connectionId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionId);
        return Transport.GetAsync(connectionId, cancellationToken);
    }
}
