using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Serverless.Runtime;
using Serverless.Runtime.Api;
using Serverless.Runtime.Tests.RuntimeApi.Conformance;
using Serverless.Testing;

namespace Serverless.Runtime.Tests.RuntimeApi;

[Collection("Process environment")]
public sealed class StreamingTests
{
    private static readonly byte[] Prelude = """{"statusCode":200,"headers":{"content-type":"text/plain"}}"""u8.ToArray();

    [Fact]
    [Conforms(RuntimeApiLine.StreamingHeaders)]
    public void A_streamed_answer_has_the_headers_the_service_asks_for_and_prelude_nul_bytes_and_body()
    {
        using var server = new RuntimeApiServer();
        server.OnNext(RuntimeApiReply.Invocation("id-1", "1"));
        LoopRun.UntilEnd(server, Streaming(static async (_, invocation) =>
        {
            await using var body = invocation.Streaming!.Begin(Prelude);
            await body.WriteAsync("first"u8.ToArray());
            await body.FlushAsync();
            await Task.Delay(10);
            body.Write("second"u8);
        }));
        var post = Assert.Single(server.Posts);
        Assert.Equal("/2018-06-01/runtime/invocation/id-1/response", post.Path);
        Assert.Equal("streaming", post.Headers["Lambda-Runtime-Function-Response-Mode"]);
        Assert.Equal("chunked", post.Headers["Transfer-Encoding"]);
        Assert.Equal("application/vnd.awslambda.http-integration-response", post.Headers["Content-Type"]);
        Assert.Equal("Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body", post.Headers["Trailer"]);
        Assert.False(post.Headers.ContainsKey("Content-Length"));
        Assert.Equal(["""{"statusCode":200,"headers":{"content-type":"text/plain"}}""" + new string('\0', 8), "first", "second"], post.Chunks.Select(static c => Encoding.UTF8.GetString(c)));
        Assert.Empty(post.Trailers);
    }

    [Fact]
    public void Each_write_leaves_at_once_and_alone()
    {
        var transport = new RecordingTransport(RuntimeApiReply.Status(202).Bytes);
        using var api = new RuntimeApiClient(transport, "h");
        var answer = new StreamedAnswer(api, "id");
        using var body = answer.Begin("{}"u8);
        Assert.Equal("a\r\n{}" + new string('\0', 8) + "\r\n", transport.Writes[^1]);
        body.Write("hello"u8);
        Assert.Equal("5\r\nhello\r\n", transport.Writes[^1]);
        body.Write([]);
        body.WriteByte((byte)'x');
        Assert.Equal("1\r\nx\r\n", transport.Writes[^1]);
        var large = new byte[70_000];
        body.Write(large);
        Assert.Equal(["11170\r\n", Encoding.UTF8.GetString(large), "\r\n"], transport.Writes[^3..]);
        Assert.Equal(202, answer.End(null));
        Assert.Equal("0\r\n\r\n", transport.Writes[^1]);
    }

    [Fact]
    [Conforms(RuntimeApiLine.StreamingTrailers)]
    public void An_error_after_the_beginning_is_told_in_trailers()
    {
        using var server = new RuntimeApiServer();
        server.OnNext(RuntimeApiReply.Invocation("id-1", "1")).OnNext(RuntimeApiReply.Invocation("id-2", "2"));
        LoopRun.UntilEnd(server, Streaming(static async (payload, invocation) =>
        {
            var body = invocation.Streaming!.Begin(Prelude);
            await body.WriteAsync(Encoding.UTF8.GetBytes(payload));
            if (payload == "1")
                throw new InvalidOperationException("half\r\nway", new FormatException("inner"));
        }));
        var failed = server.Posts[0];
        Assert.Equal("1", Encoding.UTF8.GetString(failed.Chunks[1]));
        Assert.Equal("Function.InvalidOperationException", failed.Trailers["Lambda-Runtime-Function-Error-Type"]);
        var error = JsonDocument.Parse(Convert.FromBase64String(failed.Trailers["Lambda-Runtime-Function-Error-Body"])).RootElement;
        Assert.Equal("InvalidOperationException", error.GetProperty("errorType").GetString());
        Assert.Equal("half\r\nway", error.GetProperty("errorMessage").GetString());
        Assert.Equal("FormatException", error.GetProperty("cause").GetProperty("errorType").GetString());
        Assert.Empty(server.Posts[1].Trailers);
        Assert.Equal("2", Encoding.UTF8.GetString(server.Posts[1].Chunks[1]));
        Assert.Equal(failed.Connection, server.Posts[1].Connection);
        Assert.Equal(2, server.Posts.Count);
    }

    [Theory]
    [InlineData(10, "x")]
    [InlineData(100_000, "x")]
    [InlineData(100_000, "\u2603")]
    [InlineData(100_000, "\u0001")]
    [Conforms(RuntimeApiLine.StreamingTrailers)]
    public void Trailers_stay_below_the_buffer_of_the_services_HTTP_server(int length, string c)
    {
        Exception exception = new FormatException(string.Concat(Enumerable.Repeat(c, length)));
        for (var i = 0; i < 20; i++)
            exception = new Outer<Dictionary<string, List<Dictionary<string, string>>>>(string.Concat(Enumerable.Repeat(c, length)), exception);
        var trailers = StreamTrailers.Of(exception);
        Assert.InRange(trailers.Length, 200, 4000);
        var body = Encoding.UTF8.GetString(trailers).Split("\r\n")[1]["Lambda-Runtime-Function-Error-Body: ".Length..];
        Assert.StartsWith("Outer", JsonDocument.Parse(Convert.FromBase64String(body)).RootElement.GetProperty("errorType").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_before_the_beginning_is_an_error_of_the_invocation()
    {
        using var server = new RuntimeApiServer();
        server.OnNext(RuntimeApiReply.Invocation("id-1", "1"));
        LoopRun.UntilEnd(server, Streaming(static (_, _) => throw new InvalidOperationException("early")));
        Assert.Equal("/2018-06-01/runtime/invocation/id-1/error", Assert.Single(server.Posts).Path);
    }

    [Fact]
    public void A_function_that_streams_may_answer_through_the_buffer()
    {
        using var server = new RuntimeApiServer();
        server.OnNext(RuntimeApiReply.Invocation("id-1", "1")).OnNext(RuntimeApiReply.Invocation("id-2", "2"));
        LoopRun.UntilEnd(server, LoopRun.Echo with { Streams = true });
        Assert.Equal(["1", "2"], server.Posts.Select(static p => p.Text));
        Assert.All(server.Posts, static p => Assert.False(p.Headers.ContainsKey("Lambda-Runtime-Function-Response-Mode")));
    }

    [Fact]
    public void A_function_that_does_not_stream_is_offered_no_stream()
    {
        var offered = true;
        using var server = new RuntimeApiServer();
        server.OnNext(RuntimeApiReply.Invocation("id-1", "1"));
        LoopRun.UntilEnd(server, LoopRun.Function((payload, invocation) =>
        {
            offered = invocation.Streaming is not null;
            return payload;
        }));
        Assert.False(offered);
    }

    [Fact]
    public void Bodies_beyond_six_megabytes_are_streamed_whole()
    {
        var random = new Random(11);
        var block = new byte[1024 * 1024];
        random.NextBytes(block);
        using var server = new RuntimeApiServer();
        server.OnNext(RuntimeApiReply.Invocation("id-1", "1"));
        LoopRun.UntilEnd(server, Streaming(async (_, invocation) =>
        {
            var body = invocation.Streaming!.Begin(Prelude);
            for (var i = 0; i < 20; i++)
                await body.WriteAsync(block);
        }));
        var post = Assert.Single(server.Posts);
        Assert.Equal(21, post.Chunks.Count);
        Assert.All(post.Chunks.Skip(1), c => Assert.True(c.AsSpan().SequenceEqual(block)));
    }

    [Fact]
    public void A_reader_that_stops_stops_the_writer()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = "127.0.0.1:" + ((IPEndPoint)listener.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        const int Blocks = 64;
        var written = 0;
        var loop = new Thread(() =>
        {
            using var api = new RuntimeApiClient(new SocketTransport(address), address);
            using var termination = new TerminationSignal(static _ => { });
            new RuntimeLoop(api, Streaming((_, invocation) =>
            {
                var body = invocation.Streaming!.Begin(Prelude);
                var block = new byte[1024 * 1024];
                for (var i = 0; i < Blocks; i++)
                {
                    body.Write(block);
                    Interlocked.Increment(ref written);
                }

                return Task.CompletedTask;
            }), termination).Run();
        });
        loop.Start();
        using var socket = listener.AcceptSocket();
        var buffer = new byte[256 * 1024];
        socket.Receive(buffer);
        socket.Send(RuntimeApiReply.Invocation("id", "1").Bytes);
        Thread.Sleep(500);
        var before = Volatile.Read(ref written);
        Assert.InRange(before, 0, Blocks / 2);
        var received = 0L;
        while (received < Blocks * 1024 * 1024L)
            received += socket.Receive(buffer);
        while (Volatile.Read(ref written) < Blocks)
            Thread.Sleep(5);
        socket.Send(RuntimeApiReply.Status(403).Bytes);
        Assert.True(loop.Join(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public void A_second_beginning_is_a_fault_of_the_handler_and_the_first_answer_stays_one()
    {
        using var server = new RuntimeApiServer();
        server.OnNext(RuntimeApiReply.Invocation("id-1", "1"));
        LoopRun.UntilEnd(server, Streaming(static (_, invocation) =>
        {
            invocation.Streaming!.Begin(Prelude);
            invocation.Streaming!.Begin(Prelude);
            return Task.CompletedTask;
        }));
        Assert.Equal("Function.InvalidOperationException", Assert.Single(server.Posts).Trailers["Lambda-Runtime-Function-Error-Type"]);
    }

    [Fact]
    public void What_a_handler_kept_cannot_reach_the_answer_of_the_next_invocation()
    {
        Stream? kept = null;
        ResponseStreaming? streaming = null;
        var refused = 0;
        using var server = new RuntimeApiServer();
        server.OnNext(RuntimeApiReply.Invocation("id-1", "1")).OnNext(RuntimeApiReply.Invocation("id-2", "2"));
        LoopRun.UntilEnd(server, Streaming((payload, invocation) =>
        {
            if (payload == "2")
            {
                refused += Refuses<ObjectDisposedException>(() => kept!.Write("late"u8)) ? 1 : 0;
                refused += Refuses<ObjectDisposedException>(() => streaming!.Begin(Prelude)) ? 1 : 0;
            }

            streaming = invocation.Streaming;
            kept = streaming!.Begin(Prelude);
            return Task.CompletedTask;
        }));
        Assert.Equal(2, refused);
        Assert.All(server.Posts, static p => Assert.Single(p.Chunks));
    }

    [Fact]
    public void A_connection_that_breaks_while_streaming_is_an_IO_fault_for_the_handler_and_nothing_is_sent_again()
    {
        var transport = new RecordingTransport { BreaksAfter = 3 };
        using var api = new RuntimeApiClient(transport, "h");
        var answer = new StreamedAnswer(api, "id");
        var body = answer.Begin(Prelude);
        body.Write("1"u8);
        Assert.ThrowsAny<IOException>(() => body.Write("2"u8));
        Assert.ThrowsAny<IOException>(() => body.Write("3"u8));
        Assert.Equal(RuntimeApiClient.NoAnswer, answer.End(null));
        Assert.False(transport.IsConnected);
        Assert.Equal(3, transport.Writes.Count);
    }

    [Fact]
    public void A_verdict_given_before_the_end_is_heard()
    {
        var transport = new RecordingTransport(RuntimeApiReply.Status(413).Bytes) { BreaksAfter = 3 };
        using var api = new RuntimeApiClient(transport, "h");
        var answer = new StreamedAnswer(api, "id");
        var body = answer.Begin(Prelude);
        body.Write("1"u8);
        Assert.ThrowsAny<IOException>(() => body.Write("2"u8));
        Assert.Equal(413, answer.End(new IOException("x")));
    }

    [Fact]
    public void Where_nobody_answers_beginning_is_an_IO_fault()
    {
        using var api = new RuntimeApiClient(new RecordingTransport { RefusesConnections = true }, "h");
        var answer = new StreamedAnswer(api, "id");
        Assert.ThrowsAny<IOException>(() => answer.Begin(Prelude));
        Assert.True(answer.IsBegun);
        Assert.Equal(RuntimeApiClient.NoAnswer, answer.End(null));
    }

    [Theory]
    [InlineData(202, 2)]
    [InlineData(413, 2)]
    [InlineData(400, 2)]
    [InlineData(500, 1)]
    public void Verdicts_on_streamed_answers_are_obeyed(int status, int posts)
    {
        using var server = new RuntimeApiServer();
        server.OnNext(RuntimeApiReply.Invocation("id-1", "1")).OnNext(RuntimeApiReply.Invocation("id-2", "2")).OnPost(RuntimeApiReply.Status(status));
        LoopRun.UntilEnd(server, Streaming(static (payload, invocation) =>
        {
            invocation.Streaming!.Begin(Prelude).Write(Encoding.UTF8.GetBytes(payload));
            return Task.CompletedTask;
        }));
        Assert.Equal(posts, server.Posts.Count);
    }

    private static bool Refuses<T>(Action action)
        where T : Exception
    {
        try
        {
            action();
            return false;
        }
        catch (T)
        {
            return true;
        }
    }

    private static FunctionDescription Streaming(Func<string, Invocation, Task> handler) =>
        new("Test", (payload, invocation, _) => new ValueTask(handler(Encoding.UTF8.GetString(payload.Span), invocation)), [], 30) { Streams = true };

    private sealed class Outer<T>(string message, Exception inner) : Exception(message, inner);
}
