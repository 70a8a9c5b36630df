using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Serverless.Analyzers.Tests.Handlers.WebSockets;

/// <summary>An event of a WebSocket API as the service sends it.</summary>
internal sealed class SocketCall
{
    private readonly JsonObject _event;

    private SocketCall(string eventType, string routeKey)
    {
        _event = new JsonObject
        {
            ["requestContext"] = new JsonObject
            {
                ["routeKey"] = routeKey,
                ["eventType"] = eventType,
                ["messageId"] = eventType == "MESSAGE" ? "m1=" : null,
                ["extendedRequestId"] = "x=",
                ["requestTime"] = "28/Nov/2026:10:00:00 +0000",
                ["messageDirection"] = "IN",
                ["stage"] = "live",
                ["connectedAt"] = 1795860000000,
                ["requestTimeEpoch"] = 1795860000001,
                ["identity"] = new JsonObject { ["sourceIp"] = "192.0.2.1", ["userAgent"] = "agent" },
                ["requestId"] = "request-1",
                ["domainName"] = "api.example",
                ["connectionId"] = "abc=",
                ["apiId"] = "api",
            },
            ["isBase64Encoded"] = false,
        };
    }

    public byte[] Utf8 => Encoding.UTF8.GetBytes(_event.ToJsonString(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

    public static SocketCall Connect(params (string Name, string Value)[] query)
    {
        var call = new SocketCall("CONNECT", "$connect");
        call._event["queryStringParameters"] = query.Length == 0 ? null : new JsonObject(query.DistinctBy(static q => q.Name).Select(static q => KeyValuePair.Create(q.Name, (JsonNode?)q.Value)));
        call._event["multiValueQueryStringParameters"] = query.Length == 0 ? null : new JsonObject(query.GroupBy(static q => q.Name).Select(static g => KeyValuePair.Create(g.Key, (JsonNode?)new JsonArray([.. g.Select(static q => (JsonNode)q.Value!)]))));
        return call;
    }

    public static SocketCall Message(string routeKey, string body)
    {
        var call = new SocketCall("MESSAGE", routeKey);
        call._event["body"] = body;
        return call;
    }

    public static SocketCall Disconnect(int code, string reason)
    {
        var call = new SocketCall("DISCONNECT", "$disconnect");
        call._event["requestContext"]!["disconnectStatusCode"] = code;
        call._event["requestContext"]!["disconnectReason"] = reason;
        return call;
    }

    public SocketCall Header(string name, string value)
    {
        var headers = _event["headers"] as JsonObject ?? [];
        var all = _event["multiValueHeaders"] as JsonObject ?? [];
        headers[name] = value;
        all[name] = new JsonArray(value);
        (_event["headers"], _event["multiValueHeaders"]) = (headers.DeepClone(), all.DeepClone());
        return this;
    }

    public SocketCall Authorizer(JsonNode authorizer)
    {
        _event["requestContext"]!["authorizer"] = authorizer;
        return this;
    }
}
