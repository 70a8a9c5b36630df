using System.Net;
using System.Text;
using System.Text.Json;
using Serverless.Runtime;

namespace Serverless.Hosting.Tests;

/// <summary>A REST API: events of payload 1.0, its answer rules and its words.</summary>
public sealed class RestApiTests
{
    private static readonly string[] ContextMembers =
    [
        "resourceId", "resourcePath", "httpMethod", "extendedRequestId", "requestTime", "path", "accountId", "protocol", "stage", "domainPrefix", "requestTimeEpoch", "requestId",
        "identity", "domainName", "apiId",
    ];

    private static ApiDescription Api(params RouteDescription[] routes) => new("AdminApi", ApiProtocol.Rest, "live")
    {
        Routes = routes,
        StageVariables = [new("table", "orders")],
        BinaryMediaTypes = ["image/*"],
    };

    private static RouteDescription Route(string key) => new(key, new FunctionTarget("F"));

    /// <summary>Answers with the event as the body of a proxy response.</summary>
    private static FunctionDescription Echo => RunningHost.Function("F", static e => Proxy(e.GetRawText()));

    private static string Proxy(string body) => "{\"statusCode\":200,\"body\":" + JsonSerializer.Serialize(body) + "}";

    [Fact]
    public async Task The_event_has_every_member_of_payload_1()
    {
        await using var host = await RunningHost.StartAsync([Api(Route("GET /orders/{id}"))], Echo);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/live/orders/a%20b?x=1&y=%C3%A4&x=2");
        request.Headers.UserAgent.ParseAdd("tests/1");
        request.Headers.Add("X-One", "1");
        request.Headers.Add("Cookie", "a=1; b=2");
        var e = await host.EventOfAsync(request);
        Assert.Equal(
            ["resource", "path", "httpMethod", "headers", "multiValueHeaders", "queryStringParameters", "multiValueQueryStringParameters", "pathParameters", "stageVariables", "requestContext", "body", "isBase64Encoded"],
            e.EnumerateObject().Select(static m => m.Name));
        Assert.Equal("/orders/{id}", e.GetProperty("resource").GetString());
        Assert.Equal("/orders/a b", e.GetProperty("path").GetString());
        Assert.Equal("GET", e.GetProperty("httpMethod").GetString());
        Assert.Equal("1", e.GetProperty("headers").GetProperty("X-One").GetString());
        Assert.Equal("""["1"]""", e.GetProperty("multiValueHeaders").GetProperty("X-One").GetRawText());
        Assert.Equal("a=1; b=2", e.GetProperty("headers").GetProperty("Cookie").GetString());
        Assert.Equal("""{"x":"2","y":"ä"}""", e.GetProperty("queryStringParameters").GetRawText());
        Assert.Equal("""{"x":["1","2"],"y":["ä"]}""", e.GetProperty("multiValueQueryStringParameters").GetRawText());
        Assert.Equal("""{"id":"a b"}""", e.GetProperty("pathParameters").GetRawText());
        Assert.Equal("""{"table":"orders"}""", e.GetProperty("stageVariables").GetRawText());
        Assert.Equal(JsonValueKind.Null, e.GetProperty("body").ValueKind);
        Assert.False(e.GetProperty("isBase64Encoded").GetBoolean());

        var context = e.GetProperty("requestContext");
        Assert.Equal(ContextMembers, context.EnumerateObject().Select(static m => m.Name));
        Assert.Equal("/orders/{id}", context.GetProperty("resourcePath").GetString());
        Assert.Equal("/live/orders/a b", context.GetProperty("path").GetString());
        Assert.Equal("live", context.GetProperty("stage").GetString());
        Assert.Equal("AdminApi", context.GetProperty("apiId").GetString());
        Assert.Equal("HTTP/1.1", context.GetProperty("protocol").GetString());
        var identity = context.GetProperty("identity");
        Assert.Equal("127.0.0.1", identity.GetProperty("sourceIp").GetString());
        Assert.Equal("tests/1", identity.GetProperty("userAgent").GetString());
        foreach (var unknown in (string[])["cognitoIdentityPoolId", "accountId", "cognitoIdentityId", "caller", "principalOrgId", "accessKey", "cognitoAuthenticationType", "cognitoAuthenticationProvider", "userArn", "user"])
            Assert.Equal(JsonValueKind.Null, identity.GetProperty(unknown).ValueKind);
    }

    [Fact]
    public async Task Of_a_repeated_header_one_map_has_the_last_value_and_the_other_all()
    {
        await using var host = await RunningHost.StartAsync([Api(Route("GET /x"))], Echo);
        var answer = await host.SendRawAsync("GET /x HTTP/1.1\r\nHost: {host}\r\nX-Two: a\r\nX-TWO: b\r\nConnection: close\r\n\r\n");
        var e = JsonDocument.Parse(answer[(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]).RootElement;
        Assert.Equal("b", e.GetProperty("headers").GetProperty("X-Two").GetString());
        Assert.Equal("""["a","b"]""", e.GetProperty("multiValueHeaders").GetProperty("X-Two").GetRawText());
    }

    [Fact]
    public async Task What_a_request_does_not_have_is_null()
    {
        await using var host = await RunningHost.StartAsync([Api(Route("GET /x")) with { StageVariables = [] }], Echo);
        var e = await host.EventOfAsync("/x");
        foreach (var absent in (string[])["queryStringParameters", "multiValueQueryStringParameters", "pathParameters", "stageVariables", "body"])
            Assert.Equal(JsonValueKind.Null, e.GetProperty(absent).ValueKind);
    }

    [Theory]
    [InlineData("/live/x", 200)]
    [InlineData("/x", 200)]
    [InlineData("/other/x", 404)]
    [InlineData("/live", 404)]
    [InlineData("/live/nothing", 404)]
    public async Task The_stage_is_taken_off_and_an_unknown_path_is_a_problem(string path, int status)
    {
        await using var host = await RunningHost.StartAsync([Api(Route("GET /x"))], Echo);
        using var response = await host.Client.GetAsync(path);
        Assert.Equal(status, (int)response.StatusCode);
        if (status == 404)
            await RunningHost.AssertProblemAsync(response, 404, "Not Found", path.StartsWith("/live", StringComparison.Ordinal) ? path : "/live" + path);
    }

    [Fact]
    public async Task Where_callers_sign_an_unknown_path_is_forbidden()
    {
        await using var host = await RunningHost.StartAsync([Api(Route("GET /x") with { Access = RouteAccess.Iam })], Echo);
        using var response = await host.Client.GetAsync("/live/nothing");
        await RunningHost.AssertProblemAsync(response, 403, "Forbidden", "/live/nothing");
    }

    [Theory]
    [InlineData("image/png", true)]
    [InlineData("application/octet-stream", false)]
    [InlineData("application/json", false)]
    public async Task A_body_is_base64_for_binary_media_types_only(string type, bool isBase64)
    {
        await using var host = await RunningHost.StartAsync([Api(Route("POST /x"))], Echo);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/x") { Content = new ByteArrayContent("{}"u8.ToArray()) };
        request.Content.Headers.ContentType = new(type);
        var e = await host.EventOfAsync(request);
        Assert.Equal(isBase64, e.GetProperty("isBase64Encoded").GetBoolean());
        Assert.Equal(isBase64 ? "e30=" : "{}", e.GetProperty("body").GetString());
    }

    [Theory]
    [InlineData("image/webp,*/*", "\u0001\u0002")]
    [InlineData("text/html, image/png", "AQI=")]
    [InlineData(null, "AQI=")]
    public async Task An_answer_is_decoded_when_the_first_accepted_type_is_binary(string? accept, string expected)
    {
        await using var host = await RunningHost.StartAsync([Api(Route("GET /x"))], RunningHost.Function("F", static _ => """{"statusCode":200,"isBase64Encoded":true,"body":"AQI="}"""));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/x");
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        using var response = await host.Client.SendAsync(request);
        Assert.Equal(expected, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Both_header_maps_are_one_list_and_cookies_come_by_multiValueHeaders()
    {
        const string Answer = """{"statusCode":201,"headers":{"X-A":"1","X-B":"2"},"multiValueHeaders":{"X-A":["1","3"],"Set-Cookie":["a=1","b=2"]},"body":"{}"}""";
        await using var host = await RunningHost.StartAsync([Api(Route("GET /x"))], RunningHost.Function("F", static _ => Answer));
        using var response = await host.Client.GetAsync("/x");
        Assert.Equal(201, (int)response.StatusCode);
        Assert.Equal(["1", "3"], response.Headers.GetValues("X-A"));
        Assert.Equal(["2"], response.Headers.GetValues("X-B"));
        Assert.Equal(["a=1", "b=2"], response.Headers.GetValues("Set-Cookie"));
        Assert.Equal("application/json", response.Content.Headers.ContentType!.ToString());
    }

    [Theory]
    [InlineData("""{"name":"x"}""")]
    [InlineData("\"text\"")]
    [InlineData("not json")]
    [InlineData("""{"statusCode":200,"cookies":["a=1"]}""")]
    [InlineData("""{"statusCode":200,"surprise":1}""")]
    [InlineData("""{"statusCode":200,"body":{"a":1}}""")]
    [InlineData("""{"statusCode":"ok"}""")]
    [InlineData("""{"statusCode":200,"multiValueHeaders":{"a":[{}]}}""")]
    public async Task A_malformed_proxy_response_is_502(string answer)
    {
        await using var host = await RunningHost.StartAsync([Api(Route("GET /x"))], RunningHost.Function("F", _ => answer));
        using var response = await host.Client.GetAsync("/x");
        Assert.Equal(502, (int)response.StatusCode);
        await RunningHost.AssertProblemAsync(response, null, "Internal server error", "/live/x");
    }

    [Fact]
    public async Task A_failure_is_502_and_a_wait_past_29_seconds_504()
    {
        var slow = new FunctionDescription("F", static async (_, _, _) => await Task.Delay(20_000), [], 900);
        await using var failing = await RunningHost.StartAsync([Api(Route("GET /x"))], RunningHost.Function("F", static _ => throw new InvalidOperationException("secret")));
        using var failed = await failing.Client.GetAsync("/x");
        Assert.Equal(502, (int)failed.StatusCode);
        await using var host = await RunningHost.StartAsync(new HostLimits { RestIntegration = TimeSpan.FromMilliseconds(200) }, [Api(Route("GET /x"))], null, slow);
        using var late = await host.Client.GetAsync("/x");
        await RunningHost.AssertProblemAsync(late, 504, "Gateway Timeout", "/live/x");
    }

    [Fact]
    public async Task A_routes_own_limit_is_kept()
    {
        var slow = new FunctionDescription("F", static async (_, _, _) => await Task.Delay(20_000), [], 900);
        await using var host = await RunningHost.StartAsync([Api(Route("GET /x") with { TimeoutMilliseconds = 150 })], slow);
        using var late = await host.Client.GetAsync("/x");
        Assert.Equal(504, (int)late.StatusCode);
    }

    [Fact]
    public async Task A_route_with_a_key_refuses_callers_without_one()
    {
        await using var host = await RunningHost.StartAsync([Api(Route("GET /x") with { ApiKeyRequired = true })], Echo);
        using var refused = await host.Client.GetAsync("/x");
        await RunningHost.AssertProblemAsync(refused, 403, "Forbidden", "/live/x");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/x");
        request.Headers.Add("x-api-key", "any");
        Assert.Equal("any", (await host.EventOfAsync(request)).GetProperty("requestContext").GetProperty("identity").GetProperty("apiKey").GetString());
    }

    [Fact]
    public async Task What_a_validator_refuses_never_reaches_the_function()
    {
        var calls = 0;
        var function = RunningHost.Function("F", _ =>
        {
            calls++;
            return Proxy("ok");
        });
        var route = Route("POST /x") with { RequiredParameters = ["method.request.querystring.page", "method.request.header.X-Tenant"], RequiresJsonBody = true };
        await using var host = await RunningHost.StartAsync([Api(route)], function);
        Assert.Equal((400, "Missing required request parameters: [page, X-Tenant]"), await PostAsync("/x", null, "{}"));
        Assert.Equal((400, "Missing required request parameters: [X-Tenant]"), await PostAsync("/x?page=1", null, "{}"));
        Assert.Equal((400, "Invalid request body"), await PostAsync("/x?page=1", "t", "{"));
        Assert.Equal((400, "Invalid request body"), await PostAsync("/x?page=1", "t", ""));
        Assert.Equal(0, calls);
        Assert.Equal((200, "ok"), await PostAsync("/x?page=1", "t", """{"a":1}"""));
        Assert.Equal(1, calls);

        async Task<(int, string)> PostAsync(string path, string? tenant, string body)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            if (tenant is not null)
                request.Headers.Add("X-Tenant", tenant);
            using var response = await host.Client.SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();
            return ((int)response.StatusCode, response.StatusCode == HttpStatusCode.BadRequest ? JsonDocument.Parse(text).RootElement.GetProperty("detail").GetString()! : text);
        }
    }

    [Fact]
    public async Task Mocks_answer_and_services_say_why_they_do_not()
    {
        var api = Api(
            new RouteDescription("GET /up", new MockTarget(203, "application/json", """{"up":true}""")),
            new RouteDescription("POST /queue", new ServiceTarget("sqs", "SendMessage")),
            new RouteDescription("GET /hidden", new ProxyTarget("@Listener", null, IsPrivate: true)));
        await using var host = await RunningHost.StartAsync([api]);
        using var mock = await host.Client.GetAsync("/live/up");
        Assert.Equal((203, """{"up":true}"""), ((int)mock.StatusCode, await mock.Content.ReadAsStringAsync()));
        using var service = await host.Client.PostAsync(new Uri("/queue", UriKind.Relative), new StringContent("{}"));
        Assert.Equal(501, (int)service.StatusCode);
        Assert.Equal("application/problem+json", service.Content.Headers.ContentType!.ToString());
        Assert.Contains("sqs:SendMessage", await service.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var hidden = await host.Client.GetAsync("/hidden");
        Assert.Equal(HttpStatusCode.BadGateway, hidden.StatusCode);
        Assert.Contains("@Listener", await hidden.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_HTTP_API_route_may_ask_for_payload_1()
    {
        var api = new ApiDescription("ShopApi", ApiProtocol.Http, "dev") { Routes = [Route("POST /x") with { PayloadFormatVersion = "1.0" }, Route("GET /v2")] };
        await using var host = await RunningHost.StartAsync([api], Echo);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/dev/x") { Content = new ByteArrayContent([0xff]) };
        request.Content.Headers.ContentType = new("application/octet-stream");
        var e = await host.EventOfAsync(request);
        Assert.Equal("1.0", e.GetProperty("version").GetString());
        Assert.Equal("/dev/x", e.GetProperty("path").GetString());
        Assert.Equal("/x", e.GetProperty("resource").GetString());
        Assert.Equal("/w==", e.GetProperty("body").GetString());
        Assert.True(e.GetProperty("isBase64Encoded").GetBoolean());
        Assert.Equal("/dev/v2", (await host.EventOfAsync("/v2")).GetProperty("rawPath").GetString());
        using var malformed = await host.Client.GetAsync("/dev/none");
        Assert.Equal("""{"message":"Not Found"}""", await malformed.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_malformed_answer_of_payload_1_on_an_HTTP_API_is_500()
    {
        var api = new ApiDescription("ShopApi", ApiProtocol.Http, "$default") { Routes = [Route("GET /x") with { PayloadFormatVersion = "1.0" }] };
        await using var host = await RunningHost.StartAsync([api], RunningHost.Function("F", static _ => """{"name":"x"}"""));
        using var response = await host.Client.GetAsync("/x");
        Assert.Equal(500, (int)response.StatusCode);
    }
}
