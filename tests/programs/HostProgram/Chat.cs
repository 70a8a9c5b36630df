using Serverless;
using Serverless.Http;

namespace HostProgram;

/// <summary>Routes of the WebSocket API.</summary>
[ServerlessWebSocketApi("ChatApi", Authorizer = Authorizers.None)]
public sealed class Chat(IWebSocketConnections connections)
{
    /// <summary>Lets in who has a name.</summary>
    [WebSocketRoute("$connect")]
    public static HttpReply Connect(WebSocketConnection connection) => connection.Query("name") is [{ Length: > 0 }] ? HttpReply.Status(200) : HttpReply.Forbidden();

    /// <summary>Answers.</summary>
    [WebSocketRoute("say")]
    public static Message Say(Message message) => message with { Text = "heard " + message.Text };

    /// <summary>Pushes.</summary>
    [WebSocketRoute("shout")]
    public Task Shout(Message message, WebSocketConnection connection, CancellationToken deadline) =>
        connections.SendAsync(connection.ConnectionId, message with { Text = message.Text + "!" }, deadline);
}
