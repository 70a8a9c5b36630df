using System.Text.Json;
using Serverless.Analyzers.Tests.Harness;
using Serverless.Testing.Tools;

namespace Serverless.Analyzers.Tests.Generators;

/// <summary>From attributes to the files of an application with APIs of every kind, judged by tools that are not ours.</summary>
public sealed class ApiArtifactTests
{
    private const string Source = """
        using System.Threading.Tasks;
        using Serverless;
        using Serverless.Http;

        [assembly: QueueResource("Shipments")]
        [assembly: TableResource("OrdersTable", "id")]
        [assembly: BucketResource("Pictures")]

        namespace Shop;

        [ServerlessRestApi(
            StageName = "live", CacheSizeGB = 0.5, CanaryPercent = 10, WebAcl = "managed", Tracing = true, ExecutionLogs = ApiExecutionLogs.Error,
            ThrottleRate = 20, CorsOrigins = new[] { "https://shop.example" }, DomainName = "shop.example", CertificateArn = "arn:aws:acm:eu-central-1:123456789012:certificate/1", HostedZoneId = "Z1")]
        [UsagePlan("gold", RateLimit = 50, Quota = 1000, ApiKeys = new[] { "partner" })]
        [StageVariable("table", "@OrdersTable")]
        [ServiceRoute("GET /raw/{id}", "dynamodb:getItem", On = "@OrdersTable", Parameters = new[] { "Key.id.S=$request.path.id" })]
        [ServiceRoute("GET /pictures/{key}", "s3:getObject", On = "@Pictures/public/*", Parameters = new[] { "Bucket=@Pictures", "Key=$request.path.key" })]
        [MockRoute("GET /health", Body = "{}")]
        public sealed class Orders
        {
            [LambdaAuthorizer(ResultTtl = 60)] public bool Decide([BindHeader("X-Key")] string key) => key.Length > 3;
            [HttpRoute("GET /orders/{id}", Authorizer = nameof(Decide), ThrottleBurst = 5, CacheTtl = 30)] public string Get(string id) => id;
            [HttpRoute("POST /orders", Authorizer = Authorizers.Iam, ApiKeyRequired = true)] public void Place(Order order) { }
        }

        public sealed record Order(string Id, int Count);

        [ServerlessHttpApi(ThrottleRate = 50)]
        [JwtAuthorizer("Tokens", Issuer = "https://login.example", Audience = new[] { "shop" })]
        [HttpProxy("ANY /legacy/{path+}", "https://legacy.example/{path}", Authorizer = "Tokens", Scopes = new[] { "read" })]
        [ServiceRoute("POST /shipments", "sqs:sendMessage", On = "@Shipments", Parameters = new[] { "MessageBody=$request.body" }, Authorizer = Authorizers.Iam)]
        public sealed class Front
        {
            [HttpRoute("GET /me", Authorizer = "Tokens")] public string Me() => "";
            [HttpRoute("$default", Authorizer = Authorizers.None)] public string Rest() => "";
        }

        [ServerlessWebSocketApi(StageName = "live")]
        public sealed class Chat(IWebSocketConnections connections)
        {
            [LambdaAuthorizer] public bool Enter([BindQuery("key")] string key) => key.Length > 3;
            [WebSocketRoute("$connect", Authorizer = nameof(Enter))] public void Connect(WebSocketConnection who) { }
            [WebSocketRoute("$disconnect")] public void Leave(WebSocketConnection who) { }
            [WebSocketRoute("say")] public Task Say(Message message) => connections.SendAsync(message.To, message);
            [WebSocketRoute("ping")] public Message Ping(Message message) => message;
        }

        public sealed record Message(string To, string Text);

        public sealed class Tools
        {
            [LambdaUrl, HttpRoute("GET /status")] public string Status() => "";
        }
        """;

    [Fact]
    public async Task No_tool_finds_a_fault_in_the_files_of_every_kind_of_API()
    {
        var run = GeneratorRun.Of(Source);

        Assert.Equal("", run.Faults);
        var artifacts = Artifacts.ArtifactSet.Render(run.Application, CancellationToken.None);
        var findings = await ArtifactValidator.ValidateAsync(artifacts.Select(static artifact => KeyValuePair.Create(artifact.Path, artifact.Text)));
        Assert.DoesNotContain(findings, static finding => finding.IsError);
    }

    [Fact]
    public void Every_protected_route_is_called_with_its_permission_and_every_role_does_what_its_routes_say()
    {
        var run = GeneratorRun.Of(Source);
        var resources = JsonDocument.Parse(run.Artifact("template.json")).RootElement.GetProperty("Resources");

        const string here = "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:";
        Assert.Equal(
            [
                "ChatConnect: ${ChatApi}/live/$connect", "ChatEnter: ${ChatApi}/authorizers/${ChatApiEnterAuthorizer}", "ChatLeave: ${ChatApi}/live/$disconnect", "ChatPing: ${ChatApi}/live/ping",
                "ChatSay: ${ChatApi}/live/say", "FrontMe: ${FrontApi}/$default/GET/me", "FrontRest: ${FrontApi}/$default/$default", "OrdersDecide: ${OrdersApi}/authorizers/*",
                "OrdersGet: ${OrdersApi}/live/GET/orders/*", "OrdersPlace: ${OrdersApi}/live/POST/orders",
            ],
            resources.EnumerateObject().Where(static r => r.Value.GetProperty("Type").GetString() == "AWS::Lambda::Permission").Select(static r => r.Value.GetProperty("Properties"))
                .Select(p => p.GetProperty("FunctionName").GetProperty("Ref").GetString() + ": " + p.GetProperty("SourceArn").GetProperty("Fn::Sub").GetString()!.Replace(here, "", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));
        Assert.Equal(
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"${Pictures.Arn}/public/*"},{"Effect":"Allow","Action":"dynamodb:GetItem","Resource":"${OrdersTable.Arn}"}]}""",
            JsonSerializer.Serialize(JsonDocument.Parse(run.Artifact("policies/OrdersApi.json")).RootElement));
        Assert.Contains("/live/*/@connections/*", run.Artifact("policies/ChatSay.json"), StringComparison.Ordinal);
    }
}
