using Serverless.Analyzers.Tests.Harness;
using Serverless.Model;

namespace Serverless.Analyzers.Tests.Handlers.WebSockets;

/// <summary>Which WebSocket API a function pushes to.</summary>
public sealed class PushTests
{
    private static string[] Targets(string source) =>
        [.. GeneratorRun.ReadModel(TestProject.Of("using Serverless; using Serverless.Http; using System.Threading.Tasks;\n" + source)).Functions.Select(static f => f.LogicalId + " → " + f.PushesTo)];

    [Fact]
    public void A_function_pushes_when_anything_it_is_built_of_does() => Assert.Equal(
        ["OrdersDirect → ChatApi", "OrdersParameter → ChatApi", "QuietGet → "],
        Targets("""
            [assembly: ServerlessWebSocketApi("ChatApi")]
            namespace Shop;
            public sealed class Rooms(IWebSocketConnections connections) { public IWebSocketConnections Connections => connections; }
            public sealed class Orders(Rooms rooms)
            {
                [HttpRoute("GET /a")] public string Direct() => rooms.ToString()!;
                [HttpRoute("GET /b")] public static string Parameter([BindService] Rooms rooms) => "";
            }
            public sealed class Quiet { [HttpRoute("GET /c")] public string Get() => ""; }
            """));

    [Fact]
    public void The_api_a_function_answers_is_nearer_than_its_class_and_that_nearer_than_the_assembly() => Assert.Equal(
        ["BoardNotify → BoardApi", "ChatSay → ChatApi", "OrdersNotify → MainApi"],
        Targets("""
            [assembly: ServerlessWebSocketApi("MainApi")]
            namespace Shop;
            [ServerlessWebSocketApi("ChatApi")] public sealed class Chat(IWebSocketConnections c) { [WebSocketRoute("say")] public void Say(string text) { _ = c; } }
            [ServerlessWebSocketApi("BoardApi")] public sealed class Board(IWebSocketConnections c) { [ServerlessFunction] public void Notify(string text) { _ = c; } }
            public sealed class Orders(IWebSocketConnections c) { [ServerlessFunction] public void Notify(string text) { _ = c; } }
            """));

    [Fact]
    public void The_only_api_needs_no_name() => Assert.Equal(
        ["ChatSay → ", "OrdersNotify → ShopWebSocketApi"],
        Targets("""
            namespace Shop;
            public sealed class Chat { [WebSocketRoute("say")] public void Say(string text) { } }
            public sealed class Orders(IWebSocketConnections c) { [ServerlessFunction] public void Notify(string text) { _ = c; } }
            """));

    [Fact]
    public void Without_an_api_the_address_is_the_users() => Assert.Equal(
        ["OrdersNotify → "],
        Targets("""
            namespace Shop;
            public sealed class Orders(IWebSocketConnections c) { [ServerlessFunction] public void Notify(string text) { _ = c; } }
            """));

    [Fact]
    public Task SVLS2102_Two_equally_near_apis() => DeclarationFaults.Verify(TestProject.Of("""
        using Serverless;
        using Serverless.Http;
        namespace Shop;
        [ServerlessWebSocketApi("ChatApi")] public sealed class Chat { [WebSocketRoute("say")] public void Say(string text) { } }
        [ServerlessWebSocketApi("BoardApi")] public sealed class Board { [WebSocketRoute("say")] public void Say(string text) { } }
        public sealed class Orders(IWebSocketConnections c) { [ServerlessFunction] public void {|SVLS2102:Notify|}(string text) { _ = c; } }
        """).AsExecutable());

    [Fact]
    public async Task A_handler_sends_with_the_projects_serialiser()
    {
        var handlers = CompiledHandlers.Of("""
            using Serverless;
            using Serverless.Http;
            using System.Text.Json.Serialization;
            namespace Shop;
            public sealed record Note(string Text);
            [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseUpper)]
            [JsonSerializable(typeof(Note)), JsonSerializable(typeof(string)), JsonSerializable(typeof(bool))]
            internal sealed partial class ShopJson : JsonSerializerContext;
            public sealed class Pushing(IWebSocketConnections connections)
            {
                [ServerlessFunction] public Task<bool> Notify(string id) => connections.SendAsync(id, new Note("hi"));
            }
            """);
        var transport = new KeptMessages();
        Runtime.WebSocketTransport.Local = transport;
        try
        {
            Assert.Equal("true", await handlers.Invoke("PushingNotify", "\"abc=\""));
            Assert.Equal("""abc= {"TEXT":"hi"}""", transport.Last);
        }
        finally
        {
            Runtime.WebSocketTransport.Local = null;
        }
    }

    private sealed class KeptMessages : Runtime.WebSocketTransport
    {
        public string Last { get; private set; } = "";

        public override Task<bool> SendAsync(string connectionId, ReadOnlyMemory<byte> message, bool isText, CancellationToken cancellationToken)
        {
            Last = connectionId + " " + System.Text.Encoding.UTF8.GetString(message.Span);
            return Task.FromResult(true);
        }

        public override Task<bool> DisconnectAsync(string connectionId, CancellationToken cancellationToken) => Task.FromResult(false);

        public override Task<Http.WebSocketConnectionInfo?> GetAsync(string connectionId, CancellationToken cancellationToken) => Task.FromResult<Http.WebSocketConnectionInfo?>(null);
    }
}
