using System.ComponentModel;
using Serverless.Http;

namespace Serverless.Runtime;

/// <summary>
/// How pushed messages reach their connections. On Lambda the API's own address does it; a host that holds the connections itself
/// puts itself in <see cref="Local"/>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class WebSocketTransport
{
    /// <summary>The transport of a host that holds the connections in this process; null = messages go to the API.</summary>
    public static WebSocketTransport? Local { get; set; }

    /// <summary>Sends a message. False when the connection is gone.</summary>
    /// <param name="connectionId">Who gets it.</param>
    /// <param name="message">The message. Valid until the task completes.</param>
    /// <param name="isText">A text frame; else a binary one where the transport knows the difference.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public abstract Task<bool> SendAsync(string connectionId, ReadOnlyMemory<byte> message, bool isText, CancellationToken cancellationToken);

    /// <summary>Ends a connection. False when it was gone.</summary>
    public abstract Task<bool> DisconnectAsync(string connectionId, CancellationToken cancellationToken);

    /// <summary>What is known of a connection; null when it is gone.</summary>
    public abstract Task<WebSocketConnectionInfo?> GetAsync(string connectionId, CancellationToken cancellationToken);
}
