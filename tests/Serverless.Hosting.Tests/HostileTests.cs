using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Serverless.Runtime;

namespace Serverless.Hosting.Tests;

/// <summary>Clients that break rules, on purpose or not: they are refused, others are served, nothing is called twice.</summary>
public sealed class HostileTests
{
    [Theory]
    [InlineData("POST /x HTTP/1.1\r\nHost: {host}\r\nContent-Length: 4\r\nContent-Length: 40\r\n\r\nabcd")]
    [InlineData("POST /x HTTP/1.1\r\nHost: {host}\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("POST /x HTTP/1.1\r\nHost: {host}\r\nTransfer-Encoding: gzip\r\n\r\n")]
    [InlineData("POST /x HTTP/1.1\r\nHost: {host}\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")]
    [InlineData("POST /x HTTP/1.1\r\nHost: {host}\r\nHost: other\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("POST /x HTTP/1.1\r\nHost: {host}\r\nX : a\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("POST /x HTTP/1.1\r\nContent-Length: 0\r\n\r\n")]
    public async Task Requests_that_two_servers_could_read_in_two_ways_are_refused(string request)
    {
        var calls = 0;
        await using var host = await RunningHost.StartAsync(RunningHost.Function("F", _ =>
        {
            Interlocked.Increment(ref calls);
            return "1";
        }, "Api POST /x"));
        Assert.StartsWith("HTTP/1.1 400", await host.SendRawAsync(request), StringComparison.Ordinal);
        Assert.Equal(0, calls);
    }

    [Fact]
    public async Task A_request_with_length_and_chunks_hides_no_second_one()
    {
        var paths = new List<string>();
        await using var host = await RunningHost.StartAsync(RunningHost.Function("F", e =>
        {
            lock (paths)
                paths.Add(e.GetProperty("rawPath").GetString()!);
            return "1";
        }, "Api ANY /{path+}"));
        await host.SendRawAsync("POST /x HTTP/1.1\r\nHost: {host}\r\nContent-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /hidden HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        Assert.DoesNotContain("/hidden", paths);
    }

    [Theory]
    [InlineData("/../x")]
    [InlineData("//x")]
    [InlineData("/x%2f..%2fy")]
    [InlineData("/%zz")]
    [InlineData("/%ff%fe")]
    [InlineData("/%00")]
    public async Task Odd_paths_are_values_or_nothing_but_never_a_fault(string path)
    {
        await using var host = await RunningHost.StartAsync(RunningHost.Echo("Api GET /{id}"));
        var answer = await host.SendRawAsync($"GET {path} HTTP/1.1\r\nHost: {{host}}\r\nConnection: close\r\n\r\n");
        Assert.Matches("^HTTP/1.1 (200|400|404)", answer);
        if (answer.StartsWith("HTTP/1.1 200", StringComparison.Ordinal))
            JsonDocument.Parse(answer[(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]).Dispose();
    }

    [Fact]
    public async Task Headers_above_10_KB_are_refused()
    {
        await using var host = await RunningHost.StartAsync(RunningHost.Echo("Api GET /x"));
        Assert.StartsWith("HTTP/1.1 431", await host.SendRawAsync($"GET /x HTTP/1.1\r\nHost: {{host}}\r\nX-Long: {new string('x', 11_000)}\r\n\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clients_that_send_slowly_keep_nobody_else_waiting()
    {
        await using var host = await RunningHost.StartAsync(RunningHost.Echo("Api POST /x", "Api GET /x"));
        var slow = new List<TcpClient>();
        try
        {
            for (var i = 0; i < 50; i++)
            {
                var client = new TcpClient();
                slow.Add(client);
                await client.ConnectAsync(IPAddress.Loopback, host.Client.BaseAddress!.Port);
                await client.Client.SendAsync(Encoding.ASCII.GetBytes(i % 2 == 0 ? "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nab" : "GET /x HT"));
            }

            Assert.Equal("GET /x", (await host.EventOfAsync("/x").WaitAsync(TimeSpan.FromSeconds(5))).GetProperty("routeKey").GetString());
        }
        finally
        {
            slow.ForEach(static client => client.Dispose());
        }
    }

    [Fact]
    public async Task Whatever_bytes_come_over_a_WebSocket_the_next_one_works()
    {
        var api = new ApiDescription("ChatApi", ApiProtocol.WebSocket, "live") { Routes = [new RouteDescription("$default", new FunctionTarget("F")) { Responds = true }] };
        await using var host = await RunningHost.StartAsync([api], RunningHost.Function("F", static _ => """{"statusCode":200,"body":"ok"}"""));
        var random = new Random(4);
        byte[][] frames =
        [
            [0x81, 0x02, (byte)'h', (byte)'i'],
            [0x81, 0x82, 0, 0, 0, 0, 0xff, 0xfe],
            [0x89, 0xfe, 0x01, 0x00, 0, 0, 0, 0],
            [0x82, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0],
            [0xf1, 0x80, 0, 0, 0, 0],
            [0x80, 0x80, 0, 0, 0, 0],
            .. Enumerable.Range(0, 200).Select(_ =>
            {
                var bytes = new byte[random.Next(1, 200)];
                random.NextBytes(bytes);
                return bytes;
            }),
        ];
        await Parallel.ForEachAsync(frames, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (frame, token) =>
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, host.Client.BaseAddress!.Port, token);
            await client.Client.SendAsync("GET /live HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"u8.ToArray(), token);
            var head = new byte[1024];
            await client.Client.ReceiveAsync(head, token);
            Assert.StartsWith("HTTP/1.1 101", Encoding.ASCII.GetString(head), StringComparison.Ordinal);
            await client.Client.SendAsync(frame, token);
        });
        using var socket = new ClientWebSocket();
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        await socket.ConnectAsync(new Uri("ws://127.0.0.1:" + host.Client.BaseAddress!.Port + "/live"), end.Token);
        await socket.SendAsync("x"u8.ToArray(), WebSocketMessageType.Text, true, end.Token);
        var answer = new byte[100];
        var result = await socket.ReceiveAsync(answer, end.Token);
        Assert.Equal("ok", Encoding.UTF8.GetString(answer, 0, result.Count));
    }

    [Fact]
    public async Task A_client_that_reads_nothing_does_not_keep_its_senders()
    {
        var api = new ApiDescription("ChatApi", ApiProtocol.WebSocket, "live") { Routes = [new RouteDescription("$connect", new FunctionTarget("F"))] };
        string? id = null;
        await using var host = await RunningHost.StartAsync([api], RunningHost.Function("F", e =>
        {
            id = e.GetProperty("requestContext").GetProperty("connectionId").GetString();
            return """{"statusCode":200}""";
        }));
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri("ws://127.0.0.1:" + host.Client.BaseAddress!.Port + "/live"), CancellationToken.None);
        var address = new Uri("/live/@connections/" + Uri.EscapeDataString(id!), UriKind.Relative);
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        HttpStatusCode status;
        do
        {
            using var pushed = await host.Client.PostAsync(address, new ByteArrayContent(new byte[HostLimits.Message]), end.Token);
            status = pushed.StatusCode;
        }
        while (status == HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.Gone, status);
    }
}
