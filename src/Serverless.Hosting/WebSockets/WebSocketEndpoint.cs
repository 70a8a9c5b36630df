using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Serverless.Hosting.Authorization;
using Serverless.Hosting.Gateway;
using Serverless.Hosting.Invoking;
using Serverless.Hosting.Routing;
using Serverless.Runtime;

namespace Serverless.Hosting.WebSockets;

/// <summary>
/// A connection from handshake to goodbye: `$connect` decides, each message goes to its route while others are still being answered,
/// `$disconnect` hears of the end.
/// </summary>
internal sealed class WebSocketEndpoint(FunctionCaller caller, RouteAuthorizer authorizer, SocketTable sockets, HostLimits limits, CancellationToken stopping)
{
    /// <summary>Messages of one connection that are answered at the same time; a client that sends more waits.</summary>
    private const int AtOnce = 64;

    public async Task AnswerAsync(HttpContext http, HostedSocketApi hosted)
    {
        if (stopping.IsCancellationRequested)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        if (Handshake.Fault(http.Request) is { } fault)
        {
            http.Response.StatusCode = fault;
            http.Response.Headers.SecWebSocketVersion = "13";
            return;
        }

        var request = new GatewayRequest(http, hosted.Api, new RouteMatch(hosted.Connect ?? hosted.NoConnect, null), "/");
        request.Socket = new SocketInfo(request);
        http.Response.Headers["x-amzn-RequestId"] = request.RequestId;
        var verdict = await authorizer.DecideAsync(request);
        if (verdict.Kind != VerdictKind.Allowed)
        {
            await GatewayResponse.RefusedAsync(http, hosted.Api, verdict);
            return;
        }

        request.Caller = verdict.Caller;
        request.Socket.Caller = verdict.Caller;
        if (request.Route.Description.ApiKeyRequired && string.IsNullOrEmpty(request.Header("x-api-key")))
        {
            await GatewayResponse.ForbiddenAsync(http, hosted.Api);
            return;
        }

        string? subProtocol = null;
        if (hosted.Connect is { Function: { } function })
        {
            var connect = await ConnectAsync(request, function);
            if (connect.Status is < 200 or > 299)
            {
                await GatewayResponse.MessageAsync(http, connect.Status, connect.Status >= 500 ? "Internal server error" : "Forbidden");
                return;
            }

            subProtocol = connect.SubProtocol;
        }

        if (!http.RequestAborted.IsCancellationRequested)
            await ServeAsync(http, hosted, request.Socket, subProtocol);
    }

    /// <summary>What `$connect` answered; 2xx lets the client in.</summary>
    private async Task<(int Status, string? SubProtocol)> ConnectAsync(GatewayRequest request, FunctionDescription function)
    {
        var call = new Call();
        WebSocketEvent.WriteConnect(call.Payload, request);
        var result = await CallAsync(function, call);
        if (result.Outcome == CallOutcome.TimedOut)
            return (504, null);
        using (call)
        {
            if (result.Outcome != CallOutcome.Answered || !GatewayAnswer.TryRead(call.Answer.Written, AnswerRules.Format1, out var answer))
                return (502, null);
            return (answer.StatusCode, answer.Headers.Find(static h => h.Key.Equals("Sec-WebSocket-Protocol", StringComparison.OrdinalIgnoreCase)).Value);
        }
    }

    private async Task ServeAsync(HttpContext http, HostedSocketApi hosted, SocketInfo info, string? subProtocol)
    {
        using var frames = new FrameLimitStream(await Handshake.AcceptAsync(http, subProtocol), HostLimits.Frame);
        var socket = WebSocket.CreateFromStream(frames, new WebSocketCreationOptions { IsServer = true, SubProtocol = subProtocol, KeepAliveInterval = Timeout.InfiniteTimeSpan });
        using var connection = new SocketConnection(info, socket, limits.SocketIdle, limits.SocketLife);
        sockets.Add(connection);
        // Between the check at the door and here the process may have begun to stop.
        using var stop = stopping.Register(static state => _ = ((SocketConnection)state!).CloseAsync(WebSocketCloseStatus.EndpointUnavailable, "Going away"), connection);
        var running = new List<Task>();
        using var room = new SemaphoreSlim(AtOnce, AtOnce);
        try
        {
            while (true)
            {
                var message = new PooledBuffer();
                if (await connection.ReceiveAsync(message, frames) is not { } type)
                {
                    message.Dispose();
                    break;
                }

                await room.WaitAsync(CancellationToken.None);
                running.RemoveAll(static task => task.IsCompleted);
                running.Add(AnswerAndLeaveAsync(hosted, connection, message, type == WebSocketMessageType.Binary, room));
            }
        }
        finally
        {
            sockets.Remove(connection);
        }

        await DisconnectAsync(hosted, connection);
        await Task.WhenAll(running);
    }

    private async Task AnswerAndLeaveAsync(HostedSocketApi hosted, SocketConnection connection, PooledBuffer message, bool isBinary, SemaphoreSlim room)
    {
        try
        {
            using (message)
                await AnswerMessageAsync(hosted, connection, message, isBinary);
        }
        finally
        {
            room.Release();
        }
    }

    private async Task AnswerMessageAsync(HostedSocketApi hosted, SocketConnection connection, PooledBuffer message, bool isBinary)
    {
        var requestId = Guid.NewGuid().ToString("N")[..15] + "=";
        if (hosted.Find(isBinary ? null : hosted.Selection.Select(message.Written)) is not { Function: { } function } route)
        {
            await SendFaultAsync(connection, "Forbidden", requestId);
            return;
        }

        var call = new Call();
        WebSocketEvent.WriteMessage(call.Payload, connection.Info, route.Pattern.Key, message.WrittenSpan, isBinary, requestId, DateTimeOffset.UtcNow);
        var result = await CallAsync(function, call);
        if (result.Outcome == CallOutcome.TimedOut)
        {
            await SendFaultAsync(connection, "Endpoint request timed out", requestId);
            return;
        }

        using (call)
        {
            if (result.Outcome == CallOutcome.Failed)
                await SendFaultAsync(connection, "Internal server error", requestId);
            else if (!route.Description.Responds)
                return;
            else if (!GatewayAnswer.TryRead(call.Answer.Written, AnswerRules.Format1, out var answer))
                await SendFaultAsync(connection, "Internal server error", requestId);
            else if (!answer.Body.IsEmpty)
                await connection.SendAsync(answer.Body, isBinary: !System.Text.Unicode.Utf8.IsValid(answer.Body.Span), CancellationToken.None);
        }
    }

    private async Task DisconnectAsync(HostedSocketApi hosted, SocketConnection connection)
    {
        if (hosted.Disconnect is not { Function: { } function })
            return;
        var call = new Call();
        var (status, reason) = connection.End;
        WebSocketEvent.WriteDisconnect(call.Payload, connection.Info, status, reason, Guid.NewGuid().ToString("N")[..15] + "=", DateTimeOffset.UtcNow);
        // Nobody is left to hear how it went; a failure is logged where it happens.
        var result = await CallAsync(function, call);
        if (result.Outcome != CallOutcome.TimedOut)
            call.Dispose();
    }

    private async Task<CallResult> CallAsync(FunctionDescription function, Call call)
    {
        var invocation = new Invocation { RequestId = Guid.NewGuid().ToString(), InvokedFunctionArn = FunctionCaller.Arn(function) };
        return await caller.CallAsync(function, call.Payload.Written, invocation, call.Answer, limits.RestIntegration, CancellationToken.None);
    }

    /// <summary>API Gateway's word to a client whose message nobody answered.</summary>
    private static async Task SendFaultAsync(SocketConnection connection, string message, string requestId)
    {
        using var frame = new PooledBuffer();
        using (var json = new Utf8JsonWriter(frame, EventParts.Options))
        {
            json.WriteStartObject();
            json.WriteString("message"u8, message);
            json.WriteString("connectionId"u8, connection.Info.ConnectionId);
            json.WriteString("requestId"u8, requestId);
            json.WriteEndObject();
        }

        await connection.SendAsync(frame.Written, isBinary: false, CancellationToken.None);
    }

    /// <summary>Buffers of one call; kept from the pool when a function that ran out of time may still write to them.</summary>
    private sealed class Call : IDisposable
    {
        public PooledBuffer Payload { get; } = new();

        public PooledBuffer Answer { get; } = new();

        public void Dispose()
        {
            Payload.Dispose();
            Answer.Dispose();
        }
    }
}
