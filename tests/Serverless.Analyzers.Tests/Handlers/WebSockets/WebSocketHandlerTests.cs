using System.Text;
using System.Text.Json.Nodes;
using Serverless.Analyzers.Tests.Harness;

namespace Serverless.Analyzers.Tests.Handlers.WebSockets;

public sealed class WebSocketHandlerTests
{
    private static readonly Lazy<CompiledHandlers> Compiled = new(static () => CompiledHandlers.Of(
        """
        using Serverless;
        using Serverless.Http;
        using System.ComponentModel.DataAnnotations;
        using System.Security.Claims;
        using System.Text.Json.Serialization;

        namespace Shop;

        public sealed record Said([property: StringLength(5)] string Text, int Times);

        [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
        [JsonSerializable(typeof(Said))]
        internal sealed partial class ShopJson : JsonSerializerContext;

        public sealed class Chat
        {
            [WebSocketRoute("$connect")]
            public static HttpReply Connect(WebSocketConnection connection, string room, [BindHeader("Sec-WebSocket-Protocol")] string? protocol, [BindAuthorizer] int? tier, ClaimsPrincipal user) =>
                room == "closed" ? HttpReply.Forbidden() : HttpReply.Text($"{connection.ConnectionId}|{room}|{protocol}|{tier}|{user.Identity!.Name}").WithHeader("Sec-WebSocket-Protocol", protocol ?? "none");

            [WebSocketRoute("say")] public static Said Say(Said message) => message;
            [WebSocketRoute("quiet")] public static void Quiet(Said message) { }
            [WebSocketRoute("text")] public static string Text(string message, WebSocketConnection connection) => connection.RouteKey + " " + message;
            [WebSocketRoute("bytes")] public static byte[] Bytes(byte[] message) => message;
            [WebSocketRoute("null")] public static Said? Null(Said? message) => message;
            [WebSocketRoute("fail")] public static int Fail(CancellationToken deadline) => throw new HttpProblemException(409, "Taken", "already");
            [WebSocketRoute("broken")] public static int Broken(string message) => throw new NotSupportedException("secret");

            [WebSocketRoute("$disconnect")]
            public static void Disconnect(WebSocketConnection connection) => Gone = $"{connection.EventType} {connection.DisconnectStatusCode} {connection.DisconnectReason}";

            public static string Gone = "";
        }
        """));

    private static async Task<Answer> Send(string id, SocketCall call) => Answer.Read(await Compiled.Value.Invoke(id, call.Utf8));

    [Fact]
    public async Task A_connection_is_accepted_with_what_the_client_and_the_authorizer_said()
    {
        var call = SocketCall.Connect(("room", "a b")).Header("Sec-WebSocket-Protocol", "chat").Authorizer(new JsonObject { ["principalId"] = "me", ["tier"] = "3" });
        var answer = await Send("ChatConnect", call);
        Assert.Equal((200, "abc=|a b|chat|3|me", "chat"), (answer.Status, answer.Body, answer.Headers["sec-websocket-protocol"]));
    }

    [Fact]
    public async Task A_connection_is_refused_by_the_status()
    {
        Assert.Equal(403, (await Send("ChatConnect", SocketCall.Connect(("room", "closed")))).Status);
        var answer = await Send("ChatConnect", SocketCall.Connect());
        Assert.Equal((400, "query room: is required"), (answer.Status, answer.Faults));
    }

    [Fact]
    public async Task A_message_is_the_parameter_and_the_result_the_answer()
    {
        var answer = await Send("ChatSay", SocketCall.Message("say", """{"action":"say","text":"hi","times":2}"""));
        Assert.Equal((200, """{"text":"hi","times":2}"""), (answer.Status, answer.Body));
        Assert.Equal("text hello", (await Send("ChatText", SocketCall.Message("text", "hello"))).Body);
        answer = await Send("ChatBytes", SocketCall.Message("bytes", "raw"));
        Assert.Equal((Convert.ToBase64String("raw"u8), true), (answer.Body, answer.IsBase64));
    }

    [Fact]
    public async Task What_nobody_hears_is_not_written()
    {
        Assert.Equal("""{"statusCode":200,"headers":{}}""", Encoding.UTF8.GetString(await Compiled.Value.Invoke("ChatQuiet", SocketCall.Message("quiet", """{"text":"hi","times":2}""").Utf8)));
        Assert.Equal((200, ""), (await Send("ChatNull", SocketCall.Message("null", "null")) is var answer ? (answer.Status, answer.Body) : default));
    }

    [Theory]
    [InlineData("""{"text":"too long","times":2}""", "body #/text: must have at most 5 characters")]
    [InlineData("""{"text":"hi"}""", "body #/times: is required")]
    [InlineData("""{"text":""", "body #/text: is ")]
    [InlineData("", "body #: is required")]
    public async Task A_message_that_is_not_valid_is_answered_with_a_problem(string body, string faults)
    {
        var answer = await Send("ChatSay", SocketCall.Message("say", body));

        // The envelope is a success, so that the body is passed on: the problem has the status.
        Assert.Equal((200, 400), (answer.Status, answer.Json.GetProperty("status").GetInt32()));
        Assert.StartsWith(faults, answer.Faults, StringComparison.Ordinal);
        Assert.Equal(200, (await Send("ChatQuiet", SocketCall.Message("quiet", body))).Status);
    }

    [Fact]
    public async Task Exceptions_are_problems_too()
    {
        var answer = await Send("ChatFail", SocketCall.Message("fail", "{}"));
        Assert.Equal((200, 409, "Taken"), (answer.Status, answer.Json.GetProperty("status").GetInt32(), answer.Json.GetProperty("title").GetString()));
        answer = await Send("ChatBroken", SocketCall.Message("broken", "{}"));
        Assert.Equal(500, answer.Json.GetProperty("status").GetInt32());
        Assert.DoesNotContain("secret", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_end_of_a_connection_is_told()
    {
        Assert.Equal(200, (await Send("ChatDisconnect", SocketCall.Disconnect(1001, "Going away"))).Status);
        Assert.Equal("Disconnect 1001 Going away", Compiled.Value.Assembly.GetType("Shop.Chat")!.GetField("Gone")!.GetValue(null));
    }

    [Theory]
    [InlineData("""[WebSocketRoute("$connect")] public HttpReply A(Note {|SVLS2105:note|}) => default;""")]
    [InlineData("""[WebSocketRoute("$disconnect")] public void A(byte[] {|SVLS2105:note|}) { }""")]
    [InlineData("""[WebSocketRoute("a")] public void A(Note note, Note {|SVLS2105:more|}) { }""")]
    [InlineData("""[WebSocketRoute("a")] public void A(RouteRequest {|SVLS2104:request|}) { }""")]
    [InlineData("""[WebSocketRoute("a")] public void A([BindRoute] string {|SVLS2103:id|}) { }""")]
    [InlineData("""[WebSocketRoute("$connect")] public bool {|SVLS2110:A|}() => false;""")]
    [InlineData("""[WebSocketRoute("$connect"), WebSocketRoute("a")] public bool A(string? text) => false;""")]
    [InlineData("""[WebSocketRoute("a")] public bool A(Note note) => false;""")]
    [InlineData("""[HttpRoute("GET /a")] public string A(WebSocketConnection {|SVLS2104:connection|}) => "";""")]
    [InlineData("""[ServerlessFunction] public string A(WebSocketConnection {|SVLS2104:connection|}) => "";""")]
    public Task A_handler_asks_for_what_its_events_have(string member) => DeclarationFaults.Verify(TestProject.Of($$"""
        using Serverless;
        using Serverless.Http;
        namespace Shop;
        public sealed record Note(string Text);
        public sealed class Chat
        {
            {{member}}
        }
        """).AsExecutable());
}
