using System.Buffers;
using System.Text.Json;
using Serverless.Hosting.Gateway;

namespace Serverless.Hosting.WebSockets;

/// <summary>Writes the events of a WebSocket API: only a connection's first has headers and query.</summary>
internal static class WebSocketEvent
{
    public static void WriteConnect(IBufferWriter<byte> output, GatewayRequest request)
    {
        using var json = new Utf8JsonWriter(output, EventParts.Options);
        json.WriteStartObject();
        WriteHandshake(json, request);
        json.WriteBoolean("isBase64Encoded"u8, false);
        json.WriteEndObject();
    }

    /// <summary>What a Lambda authorizer of `$connect` is asked with.</summary>
    public static void WriteForAuthorizer(Utf8JsonWriter json, GatewayRequest request) => WriteHandshake(json, request);

    public static void WriteMessage(IBufferWriter<byte> output, SocketInfo socket, string routeKey, ReadOnlySpan<byte> message, bool isBinary, string requestId, DateTimeOffset now)
    {
        using var json = new Utf8JsonWriter(output, EventParts.Options);
        json.WriteStartObject();
        WriteStageVariables(json, socket.Api);
        WriteContext(json, socket, routeKey, "MESSAGE", requestId, now, null, null);
        if (isBinary)
            json.WriteBase64String("body"u8, message);
        else
            json.WriteString("body"u8, message);
        json.WriteBoolean("isBase64Encoded"u8, isBinary);
        json.WriteEndObject();
    }

    public static void WriteDisconnect(IBufferWriter<byte> output, SocketInfo socket, int status, string reason, string requestId, DateTimeOffset now)
    {
        using var json = new Utf8JsonWriter(output, EventParts.Options);
        json.WriteStartObject();
        WriteStageVariables(json, socket.Api);
        WriteContext(json, socket, "$disconnect", "DISCONNECT", requestId, now, status, reason);
        json.WriteBoolean("isBase64Encoded"u8, false);
        json.WriteEndObject();
    }

    private static void WriteHandshake(Utf8JsonWriter json, GatewayRequest request)
    {
        EventParts.WriteHeaderMaps(json, request.Http, null);
        if (request.Query.Count > 0)
            EventParts.WriteQueryMaps(json, request.Query);
        WriteStageVariables(json, request.Api);
        WriteContext(json, request.Socket!, "$connect", "CONNECT", request.RequestId, request.Time, null, null);
    }

    private static void WriteStageVariables(Utf8JsonWriter json, HostedApi api)
    {
        if (api.StageVariables.Count > 0)
            EventParts.WriteStrings(json, "stageVariables", api.StageVariables);
    }

    private static void WriteContext(Utf8JsonWriter json, SocketInfo socket, string routeKey, string eventType, string requestId, DateTimeOffset now, int? status, string? reason)
    {
        json.WriteStartObject("requestContext"u8);
        json.WriteString("routeKey"u8, routeKey);
        if (socket.Caller is { HasFormat1: true } caller)
        {
            json.WriteStartObject("authorizer"u8);
            caller.WriteFormat1(json, isRest: true);
            json.WriteEndObject();
        }

        if (eventType == "MESSAGE")
            json.WriteString("messageId"u8, requestId);
        if (status is { } code)
        {
            json.WriteNumber("disconnectStatusCode"u8, code);
            json.WriteString("disconnectReason"u8, reason);
        }

        json.WriteString("eventType"u8, eventType);
        json.WriteString("extendedRequestId"u8, requestId);
        json.WriteString("requestTime"u8, EventParts.Time(now));
        json.WriteString("messageDirection"u8, "IN"u8);
        json.WriteString("stage"u8, socket.Api.Stage);
        json.WriteNumber("connectedAt"u8, socket.ConnectedAt.ToUnixTimeMilliseconds());
        json.WriteNumber("requestTimeEpoch"u8, now.ToUnixTimeMilliseconds());
        json.WriteStartObject("identity"u8);
        if (socket.Caller?.Iam is { } iam)
        {
            json.WriteString("accountId"u8, iam.AccountId);
            json.WriteString("caller"u8, iam.UserId);
            json.WriteString("accessKey"u8, iam.AccessKey);
            json.WriteString("userArn"u8, iam.UserArn);
            json.WriteString("user"u8, iam.UserId);
        }

        if (socket.UserAgent is { } agent)
            json.WriteString("userAgent"u8, agent);
        json.WriteString("sourceIp"u8, socket.SourceIp);
        json.WriteEndObject();
        json.WriteString("requestId"u8, requestId);
        json.WriteString("domainName"u8, socket.DomainName);
        json.WriteString("connectionId"u8, socket.ConnectionId);
        json.WriteString("apiId"u8, socket.Api.Id);
        json.WriteEndObject();
    }
}
