using System.Text;
using Serverless.Http;
using Serverless.Runtime;

namespace Serverless.Tests;

public sealed class WebSocketConnectionTests
{
    private static WebSocketConnection Connection(string json) => new(Encoding.UTF8.GetBytes(json), new Invocation { RequestId = "lambda" });

    [Fact]
    public void A_connection_is_read_from_its_event()
    {
        var connection = Connection("""
            {"headers":{"Host":"h","Sec-WebSocket-Protocol":"chat"},"multiValueHeaders":{"Host":["h"],"Sec-WebSocket-Protocol":["chat"]},"queryStringParameters":{"room":"b"},"multiValueQueryStringParameters":{"room":["a","b"]},
             "stageVariables":{"color":"blue"},"requestContext":{"routeKey":"$connect","eventType":"CONNECT","extendedRequestId":"x","requestTime":"28/Nov/2026:10:00:00 +0000","messageDirection":"IN","stage":"live","connectedAt":1795860000000,
             "requestTimeEpoch":1795860000001,"identity":{"sourceIp":"192.0.2.1","userAgent":"agent"},"requestId":"request-1","domainName":"api.example","connectionId":"abc=","apiId":"api","authorizer":{"principalId":"me","tier":"3"}},"isBase64Encoded":false}
            """);
        Assert.Equal(("abc=", "$connect", WebSocketEventType.Connect, "api.example", "live", "api"), (connection.ConnectionId, connection.RouteKey, connection.EventType, connection.DomainName, connection.Stage, connection.ApiId));
        Assert.Equal((1795860000000, 1795860000001), (connection.ConnectedAt.ToUnixTimeMilliseconds(), connection.RequestedAt.ToUnixTimeMilliseconds()));
        Assert.Equal(("192.0.2.1", "agent", "request-1", "chat", "blue"), (connection.SourceIp, connection.UserAgent, connection.RequestId, connection.Header("sec-websocket-protocol"), connection.StageVariable("color")));
        Assert.Equal(["a", "b"], connection.Query("room"));
        Assert.Equal(("me", true, "3"), (connection.User.Identity!.Name, connection.User.Identity.IsAuthenticated, connection.User.FindFirst("tier")!.Value));
        Assert.Null(connection.DisconnectStatusCode);
    }

    [Fact]
    public void The_end_of_a_connection_says_why()
    {
        var connection = Connection("""{"requestContext":{"routeKey":"$disconnect","disconnectStatusCode":1001,"eventType":"DISCONNECT","disconnectReason":"Going away","connectionId":"abc="}}""");
        Assert.Equal((WebSocketEventType.Disconnect, 1001, "Going away", "lambda"), (connection.EventType, connection.DisconnectStatusCode, connection.DisconnectReason, connection.RequestId));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"requestContext":{"connectedAt":999999999999999999999999,"requestTimeEpoch":"x"}}""")]
    [InlineData("""{"requestContext":{"connectedAt":9223372036854775807}}""")]
    public void What_is_missing_or_absurd_is_empty(string json)
    {
        var connection = Connection(json);
        Assert.Equal(("", WebSocketEventType.Message, default(DateTimeOffset)), (connection.ConnectionId, connection.EventType, connection.ConnectedAt));
    }
}
