using System.Text;
using System.Text.Json.Nodes;
using Serverless.Analyzers.Tests.Harness;

namespace Serverless.Analyzers.Tests.Handlers.Authorizers;

/// <summary>Authorizers asked by every kind of API. A no must be the answer to anything that is not a clear yes.</summary>
public sealed class AuthorizerHandlerTests
{
    private const string Arn = "arn:aws:execute-api:eu-central-1:123456789012:api/live/GET/orders/7";

    private static readonly Lazy<CompiledHandlers> Compiled = new(static () => CompiledHandlers.Of(
        """
        using Serverless;
        using Serverless.Http;
        namespace Shop;
        public sealed class Guards
        {
            [LambdaAuthorizer]
            public static Task<AuthorizerDecision> Decide([BindHeader("Authorization")] string token, string? q, [BindRoute] int? id, [BindStageVariable] string? color, CancellationToken deadline) =>
                Task.FromResult(token == "good" ? AuthorizerDecision.Allow("me", ("seen", $"{q}|{id}|{color}")) : AuthorizerDecision.Deny());

            [LambdaAuthorizer] public static bool Simple([BindHeader("X-Key")] string key) => key == "good";
            [LambdaAuthorizer] public static AuthorizerDecision? Nothing() => null;
            [LambdaAuthorizer] public static bool Broken([BindHeader("X-Key")] string key) => throw new InvalidOperationException(key);
            [LambdaAuthorizer] public static bool Whole(RouteRequest request) => request.Header("x-key") == "good" && request.Method == "GET";
        }
        """));

    public static TheoryData<string> Events => ["rest", "http1", "http2", "socket", "token"];

    private static string Event(string kind, string token, string key = "good")
    {
        var headers = new JsonObject { ["Authorization"] = token, ["X-Key"] = key };
        var multi = new JsonObject { ["Authorization"] = new JsonArray(token), ["X-Key"] = new JsonArray(key) };
        var query = new JsonObject { ["q"] = "a b" };
        var json = kind switch
        {
            "token" => new JsonObject { ["type"] = "TOKEN", ["methodArn"] = Arn, ["authorizationToken"] = token },
            "http2" => new JsonObject
            {
                ["version"] = "2.0", ["type"] = "REQUEST", ["routeArn"] = Arn, ["identitySource"] = new JsonArray(token), ["routeKey"] = "GET /orders/{id}", ["rawPath"] = "/live/orders/7", ["rawQueryString"] = "q=a%20b",
                ["headers"] = new JsonObject { ["authorization"] = token, ["x-key"] = key }, ["queryStringParameters"] = query,
                ["requestContext"] = new JsonObject { ["http"] = new JsonObject { ["method"] = "GET", ["path"] = "/live/orders/7" }, ["stage"] = "live", ["requestId"] = "r" },
                ["pathParameters"] = new JsonObject { ["id"] = "7" }, ["stageVariables"] = new JsonObject { ["color"] = "blue" },
            },
            "socket" => new JsonObject
            {
                ["type"] = "REQUEST", ["methodArn"] = Arn.Replace("GET/orders/7", "$connect", StringComparison.Ordinal), ["headers"] = headers, ["multiValueHeaders"] = multi, ["queryStringParameters"] = query,
                ["multiValueQueryStringParameters"] = new JsonObject { ["q"] = new JsonArray("a b") }, ["stageVariables"] = new JsonObject { ["color"] = "blue" },
                ["requestContext"] = new JsonObject { ["routeKey"] = "$connect", ["eventType"] = "CONNECT", ["connectionId"] = "abc=", ["stage"] = "live" },
            },
            _ => new JsonObject
            {
                ["type"] = "REQUEST", ["methodArn"] = Arn, ["resource"] = "/orders/{id}", ["path"] = "/orders/7", ["httpMethod"] = "GET", ["headers"] = headers, ["multiValueHeaders"] = multi, ["queryStringParameters"] = query,
                ["multiValueQueryStringParameters"] = new JsonObject { ["q"] = new JsonArray("a b") }, ["pathParameters"] = new JsonObject { ["id"] = "7" }, ["stageVariables"] = new JsonObject { ["color"] = "blue" },
                ["requestContext"] = new JsonObject { ["path"] = "/live/orders/7", ["stage"] = "live", ["requestId"] = "r", ["httpMethod"] = "GET" },
            },
        };
        if (kind == "http1")
            (json["version"], json["identitySource"], json["authorizationToken"]) = ("1.0", token, token);
        return json.ToJsonString();
    }

    private static async Task<JsonObject> Ask(string id, string json) => JsonNode.Parse(await Compiled.Value.Invoke(id, json))!.AsObject();

    /// <summary>Yes or no, whatever the form.</summary>
    private static bool IsYes(JsonObject answer) => answer["isAuthorized"] is { } simple
        ? simple.GetValue<bool>()
        : answer["policyDocument"]!["Statement"]![0]!["Effect"]!.GetValue<string>() == "Allow";

    [Theory]
    [MemberData(nameof(Events))]
    public async Task A_yes_has_the_form_of_the_api_and_covers_the_stage(string kind)
    {
        var answer = await Ask("GuardsDecide", Event(kind, "good"));
        Assert.True(IsYes(answer), answer.ToJsonString());
        var seen = kind switch { "token" => "||", "socket" => "a b||blue", _ => "a b|7|blue" };
        Assert.Equal(seen, answer["context"]!["seen"]!.GetValue<string>());
        if (kind == "http2")
        {
            Assert.Equal("me", answer["context"]!["principalId"]!.GetValue<string>());
            Assert.False(answer.ContainsKey("policyDocument"));
            return;
        }

        Assert.Equal("me", answer["principalId"]!.GetValue<string>());
        Assert.Equal("arn:aws:execute-api:eu-central-1:123456789012:api/live/*", answer["policyDocument"]!["Statement"]![0]!["Resource"]!.GetValue<string>());
    }

    [Theory]
    [MemberData(nameof(Events))]
    public async Task A_no_is_a_no_everywhere(string kind)
    {
        Assert.False(IsYes(await Ask("GuardsDecide", Event(kind, "bad"))));
        Assert.False(IsYes(await Ask("GuardsNothing", Event(kind, "good"))));
        Assert.False(IsYes(await Ask("GuardsBroken", Event(kind, "good"))));
    }

    [Theory]
    [MemberData(nameof(Events))]
    public async Task Bool_decides(string kind)
    {
        // The one header that a token authorizer gets is whichever the authorizer asks for.
        Assert.True(IsYes(await Ask("GuardsSimple", Event(kind, "good"))));
        Assert.False(IsYes(await Ask("GuardsSimple", Event(kind, "bad", "bad"))));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("no json")]
    [InlineData("")]
    [InlineData("""{"methodArn":"x"}""")]
    [InlineData("""{"version":"2.0","routeArn":"x","headers":{"authorization":7}}""")]
    [InlineData("""{"version":"2.0","routeArn":"x","headers":{"authorization":null}}""")]
    public async Task What_is_missing_or_cannot_be_read_is_a_no(string json)
    {
        Assert.False(IsYes(await Ask("GuardsDecide", json)));
        Assert.False(IsYes(await Ask("GuardsSimple", json)));
        Assert.False(IsYes(await Ask("GuardsWhole", json)));
    }

    [Fact]
    public async Task A_value_of_the_wrong_type_is_a_no() =>
        Assert.False(IsYes(await Ask("GuardsDecide", Event("rest", "good").Replace("\"id\":\"7\"", "\"id\":\"seven\"", StringComparison.Ordinal))));

    [Fact]
    public async Task The_request_can_be_asked() => Assert.True(IsYes(await Ask("GuardsWhole", Event("rest", "good"))));

    [Theory]
    [InlineData("""[LambdaAuthorizer] public bool A([BindHeader] string key) => true;""")]
    [InlineData("""[LambdaAuthorizer] public ValueTask<AuthorizerDecision> A([BindHeader] string key) => default;""")]
    [InlineData("""[LambdaAuthorizer] public string {|SVLS2110:A|}([BindHeader] string key) => "";""")]
    [InlineData("""[LambdaAuthorizer] public void {|SVLS2110:A|}([BindHeader] string key) { }""")]
    [InlineData("""[LambdaAuthorizer] public bool? {|SVLS2110:A|}([BindHeader] string key) => null;""")]
    [InlineData("""[LambdaAuthorizer] public HttpReply {|SVLS2110:A|}([BindHeader] string key) => default;""")]
    [InlineData("""[LambdaAuthorizer] public bool A([BindHeader] string key, [BindBody] string {|SVLS2105:body|}) => true;""")]
    [InlineData("""[LambdaAuthorizer] public bool A([BindHeader] string key, Key {|SVLS2105:body|}) => true;""")]
    public Task An_authorizer_says_yes_or_no(string member) => DeclarationFaults.Verify(TestProject.Of($$"""
        using Serverless;
        using Serverless.Http;
        namespace Shop;
        public sealed record Key(string Text);
        [ServerlessHttpApi(Authorizer = nameof(A))]
        public sealed class Guards
        {
            {{member}}
            [HttpRoute("GET /a")] public string Get() => "";
        }
        """).AsExecutable());
}
