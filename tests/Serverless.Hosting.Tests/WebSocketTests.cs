using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Serverless.Runtime;

namespace Serverless.Hosting.Tests;

/// <summary>WebSocket APIs over real sockets: handshake, messages, pushes, limits, ends.</summary>
public sealed class WebSocketTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static ApiDescription Api(params string[] routes) => new("ChatApi", ApiProtocol.WebSocket, "live")
    {
        Routes = [.. routes.Select(static key => new RouteDescription(key, new FunctionTarget("F")) { Responds = true })],
        StageVariables = [new("table", "chats")],
    };

    /// <summary>Keeps what it sees and answers with its body.</summary>
    private sealed class Recorder
    {
        public ConcurrentQueue<JsonElement> Events { get; } = new();

        public Func<JsonElement, string>? Answer { get; init; }

        public FunctionDescription Function => RunningHost.Function("F", e =>
        {
            e = e.Clone();
            Events.Enqueue(e);
            return Answer?.Invoke(e) ?? JsonSerializer.Serialize(new { statusCode = 200, body = e.TryGetProperty("body", out var body) ? "echo " + body.GetString() : "" });
        });

        public async Task<JsonElement> EventAsync(string type)
        {
            var end = DateTime.UtcNow + Patience;
            while (DateTime.UtcNow < end)
            {
                if (Events.FirstOrDefault(e => e.GetProperty("requestContext").GetProperty("eventType").GetString() == type) is { ValueKind: JsonValueKind.Object } found)
                    return found;
                await Task.Delay(20);
            }

            throw new TimeoutException("No " + type);
        }
    }

    [Fact]
    public async Task A_connection_is_three_events()
    {
        var recorder = new Recorder();
        await using var host = await RunningHost.StartAsync([Api("$connect", "$default", "$disconnect")], recorder.Function);
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("X-One", "1");
        await socket.ConnectAsync(Address(host, "/live?room=a&room=b"), CancellationToken.None);
        await SendAsync(socket, "hello");
        Assert.Equal("echo hello", await ReceiveAsync(socket));
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "bye", CancellationToken.None);

        var connect = await recorder.EventAsync("CONNECT");
        Assert.Equal(["headers", "multiValueHeaders", "queryStringParameters", "multiValueQueryStringParameters", "stageVariables", "requestContext", "isBase64Encoded"], Names(connect));
        Assert.Equal("1", connect.GetProperty("headers").GetProperty("X-One").GetString());
        Assert.Equal("""{"room":"b"}""", connect.GetProperty("queryStringParameters").GetRawText());
        Assert.Equal("""{"room":["a","b"]}""", connect.GetProperty("multiValueQueryStringParameters").GetRawText());
        var context = connect.GetProperty("requestContext");
        Assert.Equal("$connect", context.GetProperty("routeKey").GetString());
        Assert.Equal("live", context.GetProperty("stage").GetString());
        Assert.Equal("ChatApi", context.GetProperty("apiId").GetString());
        Assert.Equal("IN", context.GetProperty("messageDirection").GetString());
        Assert.Equal("127.0.0.1", context.GetProperty("domainName").GetString());
        Assert.Equal("127.0.0.1", context.GetProperty("identity").GetProperty("sourceIp").GetString());
        Assert.False(context.TryGetProperty("messageId", out _));

        var message = await recorder.EventAsync("MESSAGE");
        Assert.Equal(["stageVariables", "requestContext", "body", "isBase64Encoded"], Names(message));
        Assert.Equal("hello", message.GetProperty("body").GetString());
        Assert.NotEmpty(message.GetProperty("requestContext").GetProperty("messageId").GetString()!);
        var id = context.GetProperty("connectionId").GetString();
        Assert.Equal(id, message.GetProperty("requestContext").GetProperty("connectionId").GetString());
        Assert.Equal(context.GetProperty("connectedAt").GetInt64(), message.GetProperty("requestContext").GetProperty("connectedAt").GetInt64());

        var disconnect = (await recorder.EventAsync("DISCONNECT")).GetProperty("requestContext");
        Assert.Equal((id, 1000, "bye"), (disconnect.GetProperty("connectionId").GetString(), disconnect.GetProperty("disconnectStatusCode").GetInt32(), disconnect.GetProperty("disconnectReason").GetString()));
        Assert.Equal("$disconnect", disconnect.GetProperty("routeKey").GetString());
    }

    [Theory]
    [InlineData("""{"action":"say"}""", "say")]
    [InlineData("""{"action":"unknown"}""", "$default")]
    [InlineData("""{"action":{"a":1}}""", "$default")]
    [InlineData("""{"action":"$connect"}""", "$default")]
    [InlineData("""{"other":1}""", "$default")]
    [InlineData("no json", "$default")]
    public async Task The_selection_expression_chooses_the_route(string message, string expected)
    {
        var recorder = new Recorder { Answer = static e => JsonSerializer.Serialize(new { statusCode = 200, body = e.GetProperty("requestContext").GetProperty("routeKey").GetString() }) };
        await using var host = await RunningHost.StartAsync([Api("$default", "say")], recorder.Function);
        using var socket = await ConnectAsync(host);
        await SendAsync(socket, message);
        Assert.Equal(expected, await ReceiveAsync(socket));
    }

    [Fact]
    public async Task A_message_that_no_route_takes_is_forbidden_and_a_failure_is_said()
    {
        var recorder = new Recorder { Answer = static _ => throw new InvalidOperationException("secret") };
        await using var host = await RunningHost.StartAsync([Api("fail")], recorder.Function);
        using var socket = await ConnectAsync(host);
        await SendAsync(socket, """{"action":"other"}""");
        var forbidden = JsonDocument.Parse(await ReceiveAsync(socket)).RootElement;
        Assert.Equal(["message", "connectionId", "requestId"], Names(forbidden));
        Assert.Equal("Forbidden", forbidden.GetProperty("message").GetString());
        await SendAsync(socket, """{"action":"fail"}""");
        Assert.Equal("Internal server error", JsonDocument.Parse(await ReceiveAsync(socket)).RootElement.GetProperty("message").GetString());
    }

    [Fact]
    public async Task Only_a_route_that_responds_sends_its_result()
    {
        var recorder = new Recorder();
        var api = Api() with { Routes = [new RouteDescription("quiet", new FunctionTarget("F")), new RouteDescription("$default", new FunctionTarget("F")) { Responds = true }] };
        await using var host = await RunningHost.StartAsync([api], recorder.Function);
        using var socket = await ConnectAsync(host);
        await SendAsync(socket, """{"action":"quiet"}""");
        await recorder.EventAsync("MESSAGE");
        await SendAsync(socket, "loud");
        Assert.Equal("echo loud", await ReceiveAsync(socket));
    }

    [Fact]
    public async Task Binary_messages_travel_in_base64()
    {
        var recorder = new Recorder();
        await using var host = await RunningHost.StartAsync([Api("$default")], recorder.Function);
        using var socket = await ConnectAsync(host);
        await socket.SendAsync(new byte[] { 0xff, 0 }, WebSocketMessageType.Binary, true, CancellationToken.None);
        var e = await recorder.EventAsync("MESSAGE");
        Assert.Equal(("/wA=", true), (e.GetProperty("body").GetString(), e.GetProperty("isBase64Encoded").GetBoolean()));
    }

    [Theory]
    [InlineData("""{"statusCode":401}""", 401)]
    [InlineData("""{"statusCode":403,"body":"no"}""", 403)]
    [InlineData("not an answer", 502)]
    [InlineData(null, 502)]
    public async Task A_refusal_of_connect_refuses_the_handshake(string? answer, int status)
    {
        var recorder = new Recorder { Answer = _ => answer ?? throw new InvalidOperationException("secret") };
        await using var host = await RunningHost.StartAsync([Api("$connect", "$disconnect")], recorder.Function);
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(Address(host), CancellationToken.None));
        Assert.Equal(status, (int)socket.HttpStatusCode);
        await Task.Delay(100);
        Assert.Single(recorder.Events);
    }

    [Fact]
    public async Task Connect_may_choose_the_subprotocol()
    {
        var recorder = new Recorder { Answer = static _ => """{"statusCode":200,"headers":{"sec-websocket-protocol":"v2"}}""" };
        await using var host = await RunningHost.StartAsync([Api("$connect")], recorder.Function);
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("v1");
        socket.Options.AddSubProtocol("v2");
        await socket.ConnectAsync(Address(host), CancellationToken.None);
        Assert.Equal("v2", socket.SubProtocol);
    }

    [Theory]
    [InlineData("GET /live HTTP/1.1\r\nHost: {host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 8\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n", "426")]
    [InlineData("GET /live HTTP/1.1\r\nHost: {host}\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: short\r\n\r\n", "400")]
    [InlineData("GET /live HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n", "404")]
    public async Task A_handshake_that_is_none_is_refused(string request, string status)
    {
        await using var host = await RunningHost.StartAsync([Api("$connect")], new Recorder().Function);
        using var end = new CancellationTokenSource(Patience);
        Assert.StartsWith("HTTP/1.1 " + status, await host.SendRawAsync(request.Replace("Upgrade\r\n", "Upgrade, close\r\n", StringComparison.Ordinal)).WaitAsync(end.Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_of_128_KB_arrives_and_a_larger_one_closes_with_1009()
    {
        var recorder = new Recorder { Answer = static e => JsonSerializer.Serialize(new { statusCode = 200, body = e.GetProperty("body").GetString()!.Length + "" }) };
        await using var host = await RunningHost.StartAsync([Api("$default")], recorder.Function);
        using var socket = await ConnectAsync(host);
        await SendInFramesAsync(socket, 4, 32 * 1024);
        Assert.Equal("131072", await ReceiveAsync(socket));
        await SendInFramesAsync(socket, 4, 32 * 1024, last: 1);
        await AssertClosedAsync(socket, 1009);
    }

    [Fact]
    public async Task A_frame_above_32_KB_closes_with_1009()
    {
        var recorder = new Recorder();
        await using var host = await RunningHost.StartAsync([Api("$default", "$disconnect")], recorder.Function);
        using var socket = await ConnectAsync(host);
        await SendInFramesAsync(socket, 1, (32 * 1024) + 1);
        await AssertClosedAsync(socket, 1009);
        Assert.Equal(1009, (await recorder.EventAsync("DISCONNECT")).GetProperty("requestContext").GetProperty("disconnectStatusCode").GetInt32());
    }

    [Fact]
    public async Task Silence_closes_the_connection()
    {
        await using var host = await RunningHost.StartAsync(new HostLimits { SocketIdle = TimeSpan.FromMilliseconds(300) }, [Api("$default")], null, new Recorder().Function);
        using var socket = await ConnectAsync(host);
        await AssertClosedAsync(socket, 1001);
    }

    [Fact]
    public async Task A_connection_without_goodbye_is_1006()
    {
        var recorder = new Recorder();
        await using var host = await RunningHost.StartAsync([Api("$connect", "$disconnect")], recorder.Function);
        var socket = await ConnectAsync(host);
        socket.Abort();
        Assert.Equal(1006, (await recorder.EventAsync("DISCONNECT")).GetProperty("requestContext").GetProperty("disconnectStatusCode").GetInt32());
    }

    [Fact]
    public async Task Messages_of_one_connection_are_answered_at_the_same_time()
    {
        using var both = new Barrier(2);
        var recorder = new Recorder { Answer = _ => both.SignalAndWait(10_000) ? """{"statusCode":200,"body":"met"}""" : """{"statusCode":200,"body":"alone"}""" };
        await using var host = await RunningHost.StartAsync([Api("$default")], recorder.Function);
        using var socket = await ConnectAsync(host);
        await SendAsync(socket, "1");
        await SendAsync(socket, "2");
        Assert.Equal(("met", "met"), (await ReceiveAsync(socket), await ReceiveAsync(socket)));
    }

    [Fact]
    public async Task Many_connections_at_once_each_hear_their_own_answer()
    {
        var recorder = new Recorder();
        await using var host = await RunningHost.StartAsync([Api("$connect", "$default", "$disconnect")], recorder.Function);
        await Task.WhenAll(Enumerable.Range(0, 100).Select(async i =>
        {
            using var socket = await ConnectAsync(host);
            for (var j = 0; j < 10; j++)
            {
                await SendAsync(socket, $"{i}/{j}");
                Assert.Equal($"echo {i}/{j}", await ReceiveAsync(socket));
            }

            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }));
    }

    [Fact]
    public async Task Connections_are_pushed_to_looked_at_and_closed()
    {
        var recorder = new Recorder();
        await using var host = await RunningHost.StartAsync([Api("$connect", "$disconnect")], recorder.Function);
        using var socket = await ConnectAsync(host);
        var id = (await recorder.EventAsync("CONNECT")).GetProperty("requestContext").GetProperty("connectionId").GetString()!;
        var address = new Uri("/live/@connections/" + Uri.EscapeDataString(id), UriKind.Relative);

        using var pushed = await host.Client.PostAsync(address, new StringContent("news"));
        Assert.Equal(HttpStatusCode.OK, pushed.StatusCode);
        Assert.Equal("news", await ReceiveAsync(socket));
        var told = JsonDocument.Parse(await host.Client.GetStringAsync(address)).RootElement;
        Assert.Equal(["connectedAt", "identity", "lastActiveAt"], Names(told));
        using var tooLarge = await host.Client.PostAsync(address, new ByteArrayContent(new byte[HostLimits.Message + 1]));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLarge.StatusCode);
        using var foreign = await host.Client.PostAsync(new Uri("/live/@connections/nobody", UriKind.Relative), new StringContent("news"));
        Assert.Equal(HttpStatusCode.Gone, foreign.StatusCode);
        Assert.Equal("GoneException", foreign.Headers.GetValues("x-amzn-ErrorType").Single());
        using (var crossSite = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent("evil") })
        {
            crossSite.Headers.Add("Sec-Fetch-Site", "cross-site");
            using var refused = await host.Client.SendAsync(crossSite);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        using var deleted = await host.Client.DeleteAsync(address);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await AssertClosedAsync(socket, 1000);
        await recorder.EventAsync("DISCONNECT");
        using var gone = await host.Client.GetAsync(address);
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
    }

    [Fact]
    public async Task A_stop_says_goodbye_to_open_connections()
    {
        var recorder = new Recorder();
        var host = await RunningHost.StartAsync([Api("$connect", "$default", "$disconnect")], recorder.Function);
        using var socket = await ConnectAsync(host);
        var stopping = host.App.StopAsync();
        await AssertClosedAsync(socket, 1001);
        await stopping.WaitAsync(Patience);
        Assert.Equal(1001, (await recorder.EventAsync("DISCONNECT")).GetProperty("requestContext").GetProperty("disconnectStatusCode").GetInt32());
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Several_APIs_are_at_their_ids()
    {
        var other = new ApiDescription("OtherApi", ApiProtocol.WebSocket, "live") { Routes = [new RouteDescription("$default", new FunctionTarget("Other")) { Responds = true }] };
        await using var host = await RunningHost.StartAsync(
            [Api("$default"), other], new Recorder().Function, RunningHost.Function("Other", static _ => """{"statusCode":200,"body":"other"}"""));
        using var chat = await ConnectAsync(host, "/ChatApi");
        using var second = await ConnectAsync(host, "/OtherApi/live");
        await SendAsync(chat, "x");
        await SendAsync(second, "x");
        Assert.Equal(("echo x", "other"), (await ReceiveAsync(chat), await ReceiveAsync(second)));
        using var none = new ClientWebSocket();
        await Assert.ThrowsAsync<WebSocketException>(() => none.ConnectAsync(Address(host), CancellationToken.None));
    }

    private static IEnumerable<string> Names(JsonElement value) => value.EnumerateObject().Select(static m => m.Name);

    private static Uri Address(RunningHost host, string path = "/live") => new("ws://127.0.0.1:" + host.Client.BaseAddress!.Port + path);

    private static async Task<ClientWebSocket> ConnectAsync(RunningHost host, string path = "/live")
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(Address(host, path), CancellationToken.None);
        return socket;
    }

    private static Task SendAsync(ClientWebSocket socket, string text) => socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None);

    /// <summary>One message in frames of a size; the client's class library writes a frame for each call.</summary>
    private static async Task SendInFramesAsync(ClientWebSocket socket, int count, int size, int last = 0)
    {
        var frame = new byte[size];
        frame.AsSpan().Fill((byte)'x');
        try
        {
            for (var i = 0; i < count; i++)
                await socket.SendAsync(frame, WebSocketMessageType.Text, i == count - 1 && last == 0, CancellationToken.None);
            if (last > 0)
                await socket.SendAsync(frame.AsMemory(0, last), WebSocketMessageType.Text, true, CancellationToken.None);
        }
        catch (WebSocketException)
        {
            // Closed while it was still sending.
        }
    }

    private static async Task<string> ReceiveAsync(ClientWebSocket socket)
    {
        using var end = new CancellationTokenSource(Patience);
        var buffer = new ArrayBufferWriter<byte>();
        ValueWebSocketReceiveResult result;
        do
        {
            result = await socket.ReceiveAsync(buffer.GetMemory(4096), end.Token);
            Assert.Equal(WebSocketMessageType.Text, result.MessageType);
            buffer.Advance(result.Count);
        }
        while (!result.EndOfMessage);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static async Task AssertClosedAsync(ClientWebSocket socket, int status)
    {
        using var end = new CancellationTokenSource(Patience);
        var result = await socket.ReceiveAsync(new byte[4096], end.Token);
        Assert.Equal(WebSocketMessageType.Close, result.MessageType);
        Assert.Equal(status, (int)socket.CloseStatus!);
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, end.Token);
    }
}
