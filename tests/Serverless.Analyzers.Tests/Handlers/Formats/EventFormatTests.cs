using System.Text;
using System.Text.Json.Nodes;

namespace Serverless.Analyzers.Tests.Handlers.Formats;

/// <summary>The same request through every front door reaches the handler with the same arguments, and the answer has each one's form.</summary>
public sealed class EventFormatTests
{
    private static readonly Lazy<CompiledHandlers> Compiled = new(static () => CompiledHandlers.Of(
        """
        using Serverless;
        using Serverless.Http;
        using System.Security.Claims;
        using System.Text.Json.Serialization;

        namespace Shop;

        public sealed record Order(int Id, string Note);

        [JsonSerializable(typeof(Order))]
        internal sealed partial class ShopJson : JsonSerializerContext;

        public sealed class Orders
        {
            [HttpRoute("GET /orders/{id}/{part+}")]
            public static string Read(int id, string part, string? q, int[]? n, [BindHeader("X-Key")] string? key, [BindCookie] string? session, [BindCookie] string? other) =>
                $"{id}|{part}|{q}|{string.Join('+', n ?? [])}|{key}|{session}|{other}";

            [HttpRoute("POST /orders")]
            public static Order Save(Order order) => order;

            [HttpRoute("POST /bytes")]
            public static byte[] Bytes(byte[] body) => body;

            [HttpRoute("GET /request/{id}")]
            public static string Request(RouteRequest request) =>
                $"{request.Method}|{request.Path}|{request.RouteKey}|{request.RouteValue("id")}|{request.SourceIp}|{request.UserAgent}|{request.RequestId}|{request.Stage}|{request.ApiKeyId}|{request.StageVariable("color")}|{request.Header("x-many")}|{string.Join('+', request.Query("q"))}";

            [HttpRoute("GET /who")]
            public static string Who(ClaimsPrincipal user, [BindClaim("sub")] string? sub, [BindAuthorizer] int? tier) =>
                $"{user.Identity!.IsAuthenticated}|{user.Identity.AuthenticationType}|{user.Identity.Name}|{user.IsInRole("staff")}|{sub}|{tier}";

            [HttpRoute("GET /cookies")]
            public static HttpReply Cookies() => HttpReply.Text("ok").WithCookie("a", "1").WithCookie("b", "2").WithHeader("X-Many", "1").WithHeader("x-many", "2").WithHeader("X-One", "3");

            [HttpRoute("GET /cookie")]
            public static HttpReply Cookie() => HttpReply.Text("ok").WithCookie("a", "1");

            [HttpRoute("GET /etag")]
            public static HttpReply Tagged() => HttpReply.Text("body").WithETag("v1");

            [HttpRoute("DELETE /orders")] public static void Delete() { }
            [HttpRoute("GET /broken")] public static int Broken() => throw new NotSupportedException();
            [HttpRoute("GET /nothing/{id}"), HttpRoute("GET /nothing")] public static string Optional(int? id = null) => $"{id}";
        }
        """));

    public static TheoryData<EventShape> Shapes => [.. Enum.GetValues<EventShape>()];

    private static async Task<Answer> Send(string id, EventShape shape, ShapedRequest request) => Answer.Read(await Compiled.Value.Invoke(id, request.As(shape)));

    private static async Task<JsonObject> Raw(string id, EventShape shape, ShapedRequest request) =>
        JsonNode.Parse(await Compiled.Value.Invoke(id, request.As(shape)))!.AsObject();

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Arguments_are_the_same_whoever_sent_the_request(EventShape shape)
    {
        var request = new ShapedRequest("GET", "/orders/{id}/{part+}", "/orders/7/a/b")
        {
            Query = "q=a%26b%2Bc+d&n=1&n=2&x%20y=1",
            Headers = [("X-Key", "k")],
            Cookies = ["session=s=1", "other=\"q\""],
            Variables = [("id", "7"), ("part", "a/b")],
        };
        var answer = await Send("OrdersRead", shape, request);

        // A load balancer without multi-value headers sends the last value of a key alone.
        Assert.Equal((200, $"7|a/b|a&b+c d|{(shape == EventShape.LoadBalancer ? "2" : "1+2")}|k|s=1|q"), (answer.Status, answer.Body));
    }

    [Theory]
    [InlineData(EventShape.LoadBalancer)]
    [InlineData(EventShape.LoadBalancerMulti)]
    [InlineData(EventShape.FunctionUrl)]
    public async Task Variables_are_decoded_where_the_path_is_the_clients_own(EventShape shape)
    {
        var answer = await Send("OrdersRead", shape, new ShapedRequest("GET", "/orders/{id}/{part+}", "/orders/7/a%2Fb%20+c/%C3%A9/") { Query = "q=%C3%A9" });
        Assert.Equal((200, "7|a/b +c/é|é||||"), (answer.Status, answer.Body));
    }

    [Theory]
    [InlineData(EventShape.LoadBalancer)]
    [InlineData(EventShape.LoadBalancerMulti)]
    [InlineData(EventShape.FunctionUrl)]
    public async Task Without_an_api_the_path_must_fit_the_handlers_own_route(EventShape shape)
    {
        Assert.Equal(404, (await Send("OrdersRead", shape, new ShapedRequest("GET", "", "/orders/7"))).Status);
        Assert.Equal(404, (await Send("OrdersRead", shape, new ShapedRequest("GET", "", "/Orders/7/a"))).Status);
        Assert.Equal(404, (await Send("OrdersRead", shape, new ShapedRequest("GET", "", "/orders//a"))).Status);
        var answer = await Send("OrdersRead", shape, new ShapedRequest("POST", "", "/orders/7/a"));
        Assert.Equal((405, "GET", "application/problem+json"), (answer.Status, answer.Headers["allow"], answer.ContentType));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task A_method_with_two_routes_takes_the_one_that_fits(EventShape shape)
    {
        Assert.Equal("7", (await Send("OrdersOptional", shape, new ShapedRequest("GET", "/nothing/{id}", "/nothing/7") { Variables = [("id", "7")] })).Body);
        Assert.Equal((200, ""), (await Send("OrdersOptional", shape, new ShapedRequest("GET", "/nothing", "/nothing")) is var answer ? (answer.Status, answer.Body) : default));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Bodies_are_read_and_answered(EventShape shape)
    {
        var answer = await Send("OrdersSave", shape, new ShapedRequest("POST", "/orders", "/orders") { Headers = [("Content-Type", "application/json; charset=utf-8")], Body = """{"Id":1,"Note":"é\n"}""" });
        Assert.Equal((200, "application/json", """{"Id":1,"Note":"\u00E9\n"}"""), (answer.Status, answer.ContentType, answer.Body));
        answer = await Send("OrdersSave", shape, new ShapedRequest("POST", "/orders", "/orders") { Headers = [("Content-Type", "application/json")], Body = Convert.ToBase64String("""{"Id":1,"Note":""}"""u8), IsBase64 = true });
        Assert.Equal(200, answer.Status);
        answer = await Send("OrdersSave", shape, new ShapedRequest("POST", "/orders", "/orders") { Headers = [("Content-Type", "text/plain")], Body = "x" });
        Assert.Equal(415, answer.Status);
        answer = await Send("OrdersSave", shape, new ShapedRequest("POST", "/orders", "/orders"));
        Assert.Equal((400, "body #: is required"), (answer.Status, answer.Faults));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Binary_answers_are_base64(EventShape shape)
    {
        byte[] bytes = [0, 255, 128];
        var json = await Raw("OrdersBytes", shape, new ShapedRequest("POST", "/bytes", "/bytes") { Body = Convert.ToBase64String(bytes), IsBase64 = true, Headers = [("content-type", "image/png")] });
        Assert.Equal(Convert.ToBase64String(bytes), json["body"]!.GetValue<string>());
        Assert.True(json["isBase64Encoded"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData(EventShape.Http2, "GET|/request/7|GET /request/{id}|7|192.0.2.1|agent|request-1|$default||blue|1,2|a")]
    [InlineData(EventShape.Http1, "GET|/request/7|GET /request/{id}|7|192.0.2.1|agent|request-1|$default||blue|1,2|a")]
    [InlineData(EventShape.Rest, "GET|/live/request/7|GET /request/{id}|7|192.0.2.1|agent|request-1|live|key-1|blue|1,2|a")]
    [InlineData(EventShape.FunctionUrl, "GET|/request/7|GET /request/{id}|7|192.0.2.1|agent|request-1|$default||blue|1,2|a")]
    [InlineData(EventShape.LoadBalancer, "GET|/request/7|GET /request/{id}|7|192.0.2.1|agent|lambda-1||||2|a")]
    [InlineData(EventShape.LoadBalancerMulti, "GET|/request/7|GET /request/{id}|7|192.0.2.1|agent|lambda-1||||1,2|a")]
    public async Task A_request_tells_what_its_event_knows(EventShape shape, string expected)
    {
        var request = new ShapedRequest("GET", "/request/{id}", "/request/7")
        {
            Query = "q=a", Headers = [("X-Many", "1"), ("X-Many", "2")], Variables = [("id", "7")], StageVariables = [("color", "blue")],
        };
        Assert.Equal(expected, (await Send("OrdersRequest", shape, request)).Body);
    }

    [Theory]
    [InlineData(EventShape.Http2)]
    [InlineData(EventShape.Http1)]
    [InlineData(EventShape.Rest)]
    public async Task Claims_of_a_token_are_the_principal(EventShape shape)
    {
        var groups = shape == EventShape.Rest ? "admin,staff" : "[admin staff]";
        Assert.Equal("True|jwt|me|True|me|", (await Send("OrdersWho", shape, new ShapedRequest("GET", "/who", "/who") { Claims = [("sub", "me"), ("cognito:groups", groups)] })).Body);
    }

    [Theory]
    [InlineData(EventShape.Http2)]
    [InlineData(EventShape.Http1)]
    [InlineData(EventShape.Rest)]
    public async Task Context_of_a_lambda_authorizer_is_bound_and_its_principal_known(EventShape shape)
    {
        // REST APIs turn every value of the context into text.
        var request = new ShapedRequest("GET", "/who", "/who") { AuthorizerContext = [("principalId", "someone"), ("tier", shape == EventShape.Http2 ? 3 : "3")] };
        Assert.Equal("True|lambda|someone|False||3", (await Send("OrdersWho", shape, request)).Body);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Nobody_is_authenticated_where_nobody_authorized(EventShape shape) =>
        Assert.Equal("False|||False||", (await Send("OrdersWho", shape, new ShapedRequest("GET", "/who", "/who"))).Body);

    [Theory]
    [InlineData("""{"version":"2.0","routeKey":"GET /who","rawPath":"/who","requestContext":{"authorizer":{"iam":{"accountId":"1","userArn":"arn:aws:iam::1:user/me"}},"http":{"method":"GET"}}}""")]
    [InlineData("""{"resource":"/who","path":"/who","httpMethod":"GET","requestContext":{"identity":{"accountId":"1","userArn":"arn:aws:iam::1:user/me"}}}""")]
    public async Task Iam_credentials_are_a_principal(string json) =>
        Assert.Equal("True|iam|arn:aws:iam::1:user/me|False||", Answer.Read(await Compiled.Value.Invoke("OrdersWho", Encoding.UTF8.GetBytes(json))).Body);

    [Fact]
    public async Task Cookies_stand_where_each_format_has_them()
    {
        var request = new ShapedRequest("GET", "/cookies", "/cookies");
        const string A = "a=1; Path=/; Secure; HttpOnly; SameSite=Lax";
        const string B = "b=2; Path=/; Secure; HttpOnly; SameSite=Lax";
        const string Headers = """{"content-type":"text/plain; charset=utf-8","x-many":"1, 2","x-one":"3"}""";
        foreach (var shape in new[] { EventShape.Http2, EventShape.FunctionUrl })
            Assert.Equal($$"""{"statusCode":200,"headers":{{Headers}},"cookies":["{{A}}","{{B}}"],"body":"ok"}""", (await Raw("OrdersCookies", shape, request)).ToJsonString());
        foreach (var shape in new[] { EventShape.Http1, EventShape.Rest })
        {
            Assert.Equal(
                $$"""{"statusCode":200,"headers":{"content-type":"text/plain; charset=utf-8","x-one":"3"},"multiValueHeaders":{"x-many":["1","2"],"set-cookie":["{{A}}","{{B}}"]},"body":"ok"}""",
                (await Raw("OrdersCookies", shape, request)).ToJsonString());
            Assert.Equal($$"""{"statusCode":200,"headers":{"content-type":"text/plain; charset=utf-8","set-cookie":"{{A}}"},"body":"ok"}""", (await Raw("OrdersCookie", shape, request)).ToJsonString());
        }

        Assert.Equal(
            $$"""{"statusCode":200,"statusDescription":"200 OK","multiValueHeaders":{"content-type":["text/plain; charset=utf-8"],"x-many":["1","2"],"x-one":["3"],"set-cookie":["{{A}}","{{B}}"]},"isBase64Encoded":false,"body":"ok"}""",
            (await Raw("OrdersCookies", EventShape.LoadBalancerMulti, request)).ToJsonString());
        Assert.Equal(
            $$"""{"statusCode":200,"statusDescription":"200 OK","headers":{"content-type":"text/plain; charset=utf-8","x-many":"1, 2","x-one":"3","set-cookie":"{{B}}"},"isBase64Encoded":false,"body":"ok"}""",
            (await Raw("OrdersCookies", EventShape.LoadBalancer, request)).ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Known_versions_answer_304(EventShape shape)
    {
        var answer = await Send("OrdersTagged", shape, new ShapedRequest("GET", "/etag", "/etag") { Headers = [("If-None-Match", "\"v0\", W/\"v1\"")] });
        Assert.Equal((304, "", "\"v1\""), (answer.Status, answer.Body, answer.Headers["etag"]));
        Assert.Equal(200, (await Send("OrdersTagged", shape, new ShapedRequest("GET", "/etag", "/etag") { Headers = [("If-None-Match", "\"v0\"")] })).Status);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Problems_and_empty_answers_have_the_callers_form(EventShape shape)
    {
        var isLoadBalancer = shape is EventShape.LoadBalancer or EventShape.LoadBalancerMulti;
        foreach (var (id, method, path, status) in new[] { ("OrdersBroken", "GET", "/broken", 500), ("OrdersDelete", "DELETE", "/orders", 204) })
        {
            var json = await Raw(id, shape, new ShapedRequest(method, path, path));
            Assert.Equal(status, json["statusCode"]!.GetValue<int>());
            Assert.Equal(isLoadBalancer, json.ContainsKey("isBase64Encoded"));
            Assert.Equal(isLoadBalancer, json.ContainsKey("statusDescription"));
            Assert.Equal(shape != EventShape.LoadBalancerMulti, json.ContainsKey("headers"));
            Assert.Equal(shape == EventShape.LoadBalancerMulti, json.ContainsKey("multiValueHeaders"));
        }
    }
}
