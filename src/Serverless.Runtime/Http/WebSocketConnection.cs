using System.ComponentModel;
using System.Globalization;
using System.Security.Claims;
using Serverless.Runtime;

namespace Serverless.Http;

/// <summary>
/// The connection behind a call of a WebSocket route: who sent the message, and what the API knows of him. It is lazy over the
/// event's bytes and valid until the handler's task has completed; keep <see cref="ConnectionId"/>, not this object.
/// </summary>
public sealed class WebSocketConnection
{
    private readonly RouteEvent _event;
    private readonly Invocation _invocation;
    private ClaimsPrincipal? _user;

    /// <summary>Wraps an event that has been read.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public WebSocketConnection(in RouteEvent request, Invocation invocation)
    {
        _event = request;
        _invocation = invocation;
    }

    /// <summary>Wraps an event.</summary>
    /// <param name="payload">An event of a WebSocket API as UTF-8 JSON.</param>
    /// <param name="invocation">The invocation it came with.</param>
    public WebSocketConnection(ReadOnlyMemory<byte> payload, Invocation invocation)
        : this(new RouteEvent(payload), invocation)
    {
    }

    /// <summary>Id of the connection: what <see cref="IWebSocketConnections"/> sends to. Empty when the event has none.</summary>
    public string ConnectionId => Context("connectionId") ?? "";

    /// <summary>`$connect`, `$disconnect`, `$default`, or what the API's selection expression found in the message.</summary>
    public string RouteKey => Context("routeKey") ?? "";

    /// <summary>What happened.</summary>
    public WebSocketEventType EventType => Context("eventType") switch
    {
        "CONNECT" => WebSocketEventType.Connect,
        "DISCONNECT" => WebSocketEventType.Disconnect,
        _ => WebSocketEventType.Message,
    };

    /// <summary>Host name of the API that the client connected to; a custom domain where he used it.</summary>
    public string DomainName => Context("domainName") ?? "";

    /// <summary>Stage of the API.</summary>
    public string Stage => Context("stage") ?? "";

    /// <summary>Id of the API.</summary>
    public string ApiId => Context("apiId") ?? "";

    /// <summary>When the client connected.</summary>
    public DateTimeOffset ConnectedAt => Time("connectedAt");

    /// <summary>When this message, connection or disconnection reached the API.</summary>
    public DateTimeOffset RequestedAt => Time("requestTimeEpoch");

    /// <summary>Id of the message; null for a connection.</summary>
    public string? MessageId => Context("messageId");

    /// <summary>The API's id of the call; the invocation's when the event has none.</summary>
    public string RequestId => Context("requestId") ?? _invocation.RequestId;

    /// <summary>Address of the client.</summary>
    public string? SourceIp => _event.SourceIp;

    /// <summary>What the client says it is; only known when it connects.</summary>
    public string? UserAgent => _event.UserAgent;

    /// <summary>Close code (RFC 6455, 1000 to 4999) of a connection that has ended; null otherwise.</summary>
    public int? DisconnectStatusCode => int.TryParse(Context("disconnectStatusCode"), NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : null;

    /// <summary>Why the connection ended, when somebody said so.</summary>
    public string? DisconnectReason => Context("disconnectReason");

    /// <summary>The client as the authorizer of `$connect` described him; not authenticated when there is none.</summary>
    public ClaimsPrincipal User => _user ??= ClaimsReader.Read(_event);

    /// <summary>A header of the request that asks to connect; null on the other routes, which have none.</summary>
    public string? Header(string name) => _event.Header(name).Decode();

    /// <summary>The values of a query key of the request that asks to connect; empty on the other routes.</summary>
    public IReadOnlyList<string> Query(string name) => _event.QueryAll(name)?.ConvertAll(static text => text.Decode() ?? "") ?? [];

    /// <summary>A stage variable; null when absent.</summary>
    public string? StageVariable(string name) => _event.StageVariable(name).Decode();

    private string? Context(string name) => FlatObject.Find(_event.Context, name, ignoreCase: false).Decode();

    private DateTimeOffset Time(string name) =>
        long.TryParse(Context(name), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds <= MaxUnixTime
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : default;

    private static long MaxUnixTime { get; } = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();
}
