namespace Serverless.Http;

/// <summary>What happened on a connection of a WebSocket API.</summary>
public enum WebSocketEventType
{
    /// <summary>A client wants to connect: the answer's status accepts (200 to 299) or refuses.</summary>
    Connect,

    /// <summary>A client sent a message.</summary>
    Message,

    /// <summary>The connection has ended. The service does its best to tell, but need not.</summary>
    Disconnect,
}
