namespace Serverless.Http;

/// <summary>
/// Pushes messages to the clients of a WebSocket API. Ask for it in a constructor or as a parameter: the function then gets the
/// address of the nearest WebSocket API of the project and the permission to send to its connections.
/// </summary>
public interface IWebSocketConnections
{
    /// <summary>Sends a message: text as it is, bytes as they are, anything else as JSON of the project's serialiser context.</summary>
    /// <param name="connectionId">Who gets it.</param>
    /// <param name="message">At most 128 KB when it is written.</param>
    /// <param name="cancellationToken">Ends the attempt; whether the message was sent is unknown then.</param>
    /// <returns>False when the connection is gone: forget its id.</returns>
    /// <exception cref="HttpRequestException">The API refuses the message or cannot be reached; the status says why.</exception>
    Task<bool> SendAsync<T>(string connectionId, T message, CancellationToken cancellationToken = default);

    /// <summary>Ends a connection.</summary>
    /// <returns>False when it was gone already.</returns>
    /// <exception cref="HttpRequestException">The API refuses or cannot be reached.</exception>
    Task<bool> DisconnectAsync(string connectionId, CancellationToken cancellationToken = default);

    /// <summary>What the API knows of a connection; null when it is gone.</summary>
    /// <exception cref="HttpRequestException">The API refuses or cannot be reached.</exception>
    Task<WebSocketConnectionInfo?> GetAsync(string connectionId, CancellationToken cancellationToken = default);
}
