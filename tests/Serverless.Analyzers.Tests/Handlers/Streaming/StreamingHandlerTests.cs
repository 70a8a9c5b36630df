using System.Buffers;
using System.Text;
using System.Text.Json;
using Serverless.Analyzers.Tests.Handlers.Formats;
using Serverless.Runtime;

namespace Serverless.Analyzers.Tests.Handlers.Streaming;

/// <summary>Answers that reach the caller while they are made, where both he and the host can.</summary>
public sealed class StreamingHandlerTests
{
    private static readonly Lazy<CompiledHandlers> Compiled = new(static () => CompiledHandlers.Of(
        """
        using Serverless;
        using Serverless.Http;
        using System.Text;
        using System.Text.Json.Serialization;

        [assembly: ServerlessRestApi("ShopApi")]

        namespace Shop;

        public sealed record Item(int Id);

        [JsonSerializable(typeof(Item)), JsonSerializable(typeof(int))]
        internal sealed partial class ShopJson : JsonSerializerContext;

        public sealed class Stamp : IRouteFilter
        {
            public async ValueTask<HttpReply> InvokeAsync(RouteInvocation invocation, RouteNext next) => (await next.InvokeAsync()).WithHeader("X-Stamp", "1");
        }

        [ServerlessFunction, LambdaUrl(Streaming = true)]
        public sealed class Shared
        {
            [HttpRoute("GET /shared/{id}")] public static string One(int id) => $"one {id}";
            [HttpRoute("GET /shared")] public static string All() => "all";
        }

        public sealed class Streams
        {
            [HttpRoute("GET /items", Streaming = true)]
            public static async IAsyncEnumerable<Item> Items(int count, int failAt = -1)
            {
                for (var i = 0; i < count; i++)
                {
                    if (i == failAt)
                        throw new HttpProblemException(409);
                    await Task.Yield();
                    yield return new Item(i);
                }
            }

            [HttpRoute("GET /stream", Streaming = true)]
            public static Stream Raw() => new Trickle();

            [HttpRoute("GET /written", Streaming = true)]
            public static HttpReply Written(string when) => HttpReply.Stream(async (body, cancel) =>
            {
                if (when == "before") throw new HttpProblemException(409);
                await body.WriteAsync("one"u8.ToArray(), cancel);
                await body.FlushAsync(cancel);
                if (when == "within") throw new InvalidOperationException("broken");
                if (when == "late") await Task.Delay(Timeout.Infinite, cancel);
                await body.WriteAsync("two"u8.ToArray(), cancel);
            }, "text/csv").WithHeader("X-A", "1").WithCookie("a", "1").WithCookie("b", "2");

            [HttpRoute("GET /filtered", Streaming = true), UseFilter(typeof(Stamp))] public static async IAsyncEnumerable<int> Filtered(int id) { yield return id; await Task.Yield(); yield return 2; }
            [HttpRoute("GET /bytes", Streaming = true)] public static byte[] Bytes() => [0, 255];
            [HttpRoute("GET /json", Streaming = true)] public static Item? Json(int id) => id == 0 ? null : new Item(id);
            [HttpRoute("GET /buffered")] public static Item Buffered() => new(7);
            [HttpRoute("GET /url"), LambdaUrl(Streaming = true)] public static Item Url() => new(8);

            private sealed class Trickle : MemoryStream
            {
                private int _left = 3;
                public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
                {
                    if (_left-- <= 0) return new(0);
                    buffer.Span[0] = (byte)'x';
                    return new(1);
                }
            }
        }
        """));

    private static async Task<(RecordedStreaming Streaming, string Buffered)> Run(string id, string path, string query = "", EventShape shape = EventShape.Rest)
    {
        var streaming = new RecordedStreaming();
        var response = new ArrayBufferWriter<byte>();
        await Compiled.Value[id].Handler(new ShapedRequest("GET", path, path) { Query = query }.As(shape), new Invocation { RequestId = "lambda-1", Streaming = streaming }, response);
        return (streaming, Encoding.UTF8.GetString(response.WrittenSpan));
    }

    private static int Status(RecordedStreaming streaming) => JsonDocument.Parse(streaming.Prelude!).RootElement.GetProperty("statusCode").GetInt32();

    [Fact]
    public async Task Items_of_a_sequence_are_sent_one_by_one()
    {
        var (streaming, buffered) = await Run("StreamsItems", "/items", "count=3");
        Assert.Equal("""{"statusCode":200,"headers":{"content-type":"application/json"}}""", streaming.Prelude);
        Assert.Equal(["[{\"Id\":0}", ",{\"Id\":1}", ",{\"Id\":2}", "]"], streaming.Pieces);
        Assert.Equal("", buffered);
        Assert.Equal("[]", (await Run("StreamsItems", "/items", "count=0")).Streaming.Body);
    }

    [Fact]
    public async Task A_stream_is_passed_on_as_it_comes()
    {
        var (streaming, _) = await Run("StreamsRaw", "/stream");
        Assert.Equal(["x", "x", "x"], streaming.Pieces);
        Assert.Equal("""{"statusCode":200,"headers":{"content-type":"application/octet-stream"}}""", streaming.Prelude);
    }

    [Fact]
    public async Task A_reply_that_writes_begins_with_its_headers()
    {
        var (streaming, _) = await Run("StreamsWritten", "/written", "when=never");
        Assert.Equal(["one", "two"], streaming.Pieces);
        Assert.Equal(
            """{"statusCode":200,"headers":{"content-type":"text/csv","x-a":"1"},"multiValueHeaders":{"set-cookie":["a=1; Path=/; Secure; HttpOnly; SameSite=Lax","b=2; Path=/; Secure; HttpOnly; SameSite=Lax"]}}""",
            streaming.Prelude);
    }

    [Fact]
    public async Task Answers_that_are_known_whole_are_streamed_too()
    {
        Assert.Equal("\0ÿ", (await Run("StreamsBytes", "/bytes")).Streaming.Body);
        Assert.Equal("""{"Id":7}""", (await Run("StreamsJson", "/json", "id=7")).Streaming.Body);
        var (streaming, buffered) = await Run("StreamsJson", "/json", "id=0");
        Assert.Equal((404, ""), (Status(streaming), buffered));
        Assert.Contains("\"status\":404", streaming.Body, StringComparison.Ordinal);
        Assert.Equal(400, Status((await Run("StreamsJson", "/json", "id=x")).Streaming));
    }

    [Fact]
    public async Task Filters_stand_around_a_streamed_answer()
    {
        var (streaming, _) = await Run("StreamsFiltered", "/filtered", "id=1");
        Assert.Equal(["[1", ",2", "]"], streaming.Pieces);
        Assert.Contains("\"x-stamp\":\"1\"", streaming.Prelude!, StringComparison.Ordinal);
        Assert.Equal(400, Status((await Run("StreamsFiltered", "/filtered", "id=x")).Streaming));
    }

    [Theory]
    [InlineData("StreamsWritten", "/written", "when=before")]
    [InlineData("StreamsItems", "/items", "count=3&failAt=0")]
    public async Task What_fails_before_the_first_byte_is_a_problem(string id, string path, string query)
    {
        var (streaming, _) = await Run(id, path, query);
        Assert.Equal(409, Status(streaming));
        Assert.Contains("\"status\":409", streaming.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_fails_later_ends_the_answer_as_failed()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Run("StreamsWritten", "/written", "when=within"));
        await Assert.ThrowsAsync<Http.HttpProblemException>(() => Run("StreamsItems", "/items", "count=3&failAt=2"));
        var late = new Invocation { Streaming = new RecordedStreaming(), DeadlineMs = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() + 700 };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await Compiled.Value["StreamsWritten"].Handler(new ShapedRequest("GET", "/written", "/written") { Query = "when=late" }.As(EventShape.Rest), late, new ArrayBufferWriter<byte>()));
    }

    [Fact]
    public async Task A_caller_who_reads_no_stream_gets_an_ordinary_answer()
    {
        var (streaming, buffered) = await Run("StreamsBuffered", "/buffered");
        Assert.Null(streaming.Prelude);
        Assert.Contains("""{\"Id\":7}""", buffered, StringComparison.Ordinal);
        Assert.Null((await Run("StreamsItems", "/items", "count=1", EventShape.LoadBalancer)).Streaming.Prelude);
        Assert.Contains("[{", Encoding.UTF8.GetString(await Compiled.Value.Invoke("StreamsItems", new ShapedRequest("GET", "/items", "/items") { Query = "count=1" }.As(EventShape.Rest))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_functions_own_address_streams_where_it_says_so()
    {
        Assert.Equal("""{"Id":8}""", (await Run("StreamsUrl", "/url", shape: EventShape.FunctionUrl)).Streaming.Body);
        Assert.Null((await Run("StreamsUrl", "/url")).Streaming.Prelude);
    }

    [Fact]
    public async Task A_function_of_several_methods_streams_every_answer_of_its_address()
    {
        Assert.Equal("one 7", (await Run("Shared", "/shared/7", shape: EventShape.FunctionUrl)).Streaming.Body);
        Assert.Equal("all", (await Run("Shared", "/shared", shape: EventShape.FunctionUrl)).Streaming.Body);
        Assert.Equal(400, Status((await Run("Shared", "/shared/x", shape: EventShape.FunctionUrl)).Streaming));
        var (streaming, buffered) = await Run("Shared", "/elsewhere", shape: EventShape.FunctionUrl);
        Assert.Equal((404, ""), (Status(streaming), buffered));
    }
}
