using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Serverless.Runtime;

namespace Serverless.Hosting.Tests;

/// <summary>CORS, proxies, function URLs, streams, several APIs in one program.</summary>
public sealed class FrontDoorTests
{
    private static readonly CorsDescription Cors = new(["https://shop.example"], ["GET", "PUT"], ["x-one"], ["x-two"], 60, Credentials: true);

    private static ApiDescription Http(params string[] routes) => new("ShopApi", ApiProtocol.Http, "$default") { Routes = [.. routes.Select(static key => new RouteDescription(key, new FunctionTarget("Echo")))] };

    [Fact]
    public async Task An_HTTP_API_answers_preflights_itself()
    {
        await using var host = await RunningHost.StartAsync([Http("GET /x", "OPTIONS /x") with { Cors = Cors }], RunningHost.Echo());
        using var response = await host.Client.SendAsync(Preflight("/x", "https://shop.example"));
        Assert.Equal(204, (int)response.StatusCode);
        Assert.Equal("https://shop.example", Header(response, "Access-Control-Allow-Origin"));
        Assert.Equal("GET,PUT", Header(response, "Access-Control-Allow-Methods"));
        Assert.Equal("x-one", Header(response, "Access-Control-Allow-Headers"));
        Assert.Equal("60", Header(response, "Access-Control-Max-Age"));
        Assert.Equal("true", Header(response, "Access-Control-Allow-Credentials"));
        using var stranger = await host.Client.SendAsync(Preflight("/x", "https://evil.example"));
        Assert.Equal(204, (int)stranger.StatusCode);
        Assert.Null(Header(stranger, "Access-Control-Allow-Origin"));
        using var none = await host.Client.SendAsync(Preflight("/anything", "https://shop.example"));
        Assert.Equal(204, (int)none.StatusCode);
    }

    [Fact]
    public async Task CORS_headers_of_the_gateway_replace_those_of_the_function()
    {
        var function = RunningHost.Function("Echo", static _ => """{"statusCode":200,"headers":{"Access-Control-Allow-Origin":"*","X-Two":"2"},"body":"x"}""");
        await using var host = await RunningHost.StartAsync([Http("GET /x") with { Cors = Cors }], function);
        using var allowed = await host.Client.SendAsync(From("/x", "https://shop.example"));
        Assert.Equal("https://shop.example", Header(allowed, "Access-Control-Allow-Origin"));
        Assert.Equal("x-two", Header(allowed, "Access-Control-Expose-Headers"));
        Assert.Equal("2", Header(allowed, "X-Two"));
        using var stranger = await host.Client.SendAsync(From("/x", "https://evil.example"));
        Assert.Null(Header(stranger, "Access-Control-Allow-Origin"));
        Assert.Equal("x", await stranger.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("*", "https://any.example", "*")]
    [InlineData("https://*", "https://any.example", "https://any.example")]
    [InlineData("https://*", "http://any.example", null)]
    public async Task Origins_may_be_any_or_any_of_a_scheme(string declared, string origin, string? expected)
    {
        await using var host = await RunningHost.StartAsync([Http("GET /x") with { Cors = Cors with { Origins = [declared] } }], RunningHost.Echo());
        using var response = await host.Client.SendAsync(From("/x", origin));
        Assert.Equal(expected, Header(response, "Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("/x")]
    [InlineData("/live/x")]
    public async Task A_REST_API_answers_OPTIONS_with_the_mock_it_declares(string path)
    {
        var api = Http("GET /x", "PUT /x", "GET /other") with { Protocol = ApiProtocol.Rest, StageName = "live", Cors = Cors with { Methods = [] } };
        await using var host = await RunningHost.StartAsync([api], RunningHost.Function("Echo", static _ => """{"statusCode":200,"headers":{"Access-Control-Allow-Origin":"mine"}}"""));
        using var options = await host.Client.SendAsync(new HttpRequestMessage(HttpMethod.Options, path));
        Assert.Equal(204, (int)options.StatusCode);
        Assert.Equal("GET,PUT,OPTIONS", Header(options, "Access-Control-Allow-Methods"));
        Assert.Equal("https://shop.example", Header(options, "Access-Control-Allow-Origin"));
        Assert.Equal("x-one", Header(options, "Access-Control-Allow-Headers"));
        using var answer = await host.Client.SendAsync(From(path, "https://shop.example"));
        Assert.Equal("mine", Header(answer, "Access-Control-Allow-Origin"));
        using var none = await host.Client.SendAsync(From("/live/none", "https://shop.example"));
        Assert.Equal((404, "https://shop.example"), ((int)none.StatusCode, Header(none, "Access-Control-Allow-Origin")));
        using var noPath = await host.Client.SendAsync(new HttpRequestMessage(HttpMethod.Options, "/live/none"));
        Assert.Equal(404, (int)noPath.StatusCode);
    }

    [Fact]
    public async Task One_of_several_origins_of_a_REST_API_is_chosen_by_its_mocks_and_not_by_its_problems()
    {
        var api = Http() with
        {
            Protocol = ApiProtocol.Rest,
            StageName = "live",
            Cors = Cors with { Origins = ["https://a.example", "https://b.example"] },
            Routes = [new RouteDescription("GET /up", new MockTarget(200, "application/json", "{}")), new RouteDescription("OPTIONS /own", new FunctionTarget("Own"))],
        };
        await using var host = await RunningHost.StartAsync([api], RunningHost.Function("Own", static _ => """{"statusCode":200,"body":"own"}"""));
        using var second = await host.Client.SendAsync(From("/up", "https://b.example"));
        Assert.Equal(("https://b.example", "Origin", "x-two"), (Header(second, "Access-Control-Allow-Origin"), Header(second, "Vary"), Header(second, "Access-Control-Expose-Headers")));
        using var stranger = await host.Client.SendAsync(From("/up", "https://evil.example"));
        Assert.Null(Header(stranger, "Access-Control-Allow-Origin"));
        using var problem = await host.Client.SendAsync(From("/none", "https://b.example"));
        Assert.Equal(("*", null), (Header(problem, "Access-Control-Allow-Origin"), Header(problem, "Access-Control-Allow-Credentials")));
        using var own = await host.Client.SendAsync(Preflight("/own", "https://b.example"));
        Assert.Equal("own", await own.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Without_CORS_preflights_are_requests_like_others()
    {
        await using var host = await RunningHost.StartAsync([Http("GET /x", "OPTIONS /x")], RunningHost.Echo());
        var e = await host.EventOfAsync(Preflight("/x", "https://shop.example"));
        Assert.Equal("OPTIONS /x", e.GetProperty("routeKey").GetString());
    }

    [Fact]
    public async Task A_proxy_passes_the_request_on_and_the_answer_back()
    {
        await using var other = await OtherServiceAsync();
        var target = new ProxyTarget(other.Urls.Single() + "/inner/{id}?fixed=1", null, IsPrivate: false)
        {
            Parameters = [new("overwrite:header.x-tenant", "$request.querystring.tenant"), new("remove:header.x-secret", "''"), new("append:querystring.added", "yes")],
        };
        var api = Http() with { Routes = [new RouteDescription("ANY /outer/{id}", target)] };
        await using var host = await RunningHost.StartAsync([api]);
        using var request = new HttpRequestMessage(HttpMethod.Put, "/outer/a%2Fb?tenant=t1&q=%C3%A4") { Content = new StringContent("body", Encoding.UTF8, "text/plain") };
        request.Headers.Add("X-Secret", "s");
        request.Headers.Add("X-Tenant", "forged");
        using var response = await host.Client.SendAsync(request);
        Assert.Equal(418, (int)response.StatusCode);
        Assert.Equal("yes", Header(response, "X-Other"));
        Assert.Equal("PUT /inner/a%2Fb?fixed=1&tenant=t1&q=%C3%A4&added=yes|t1|-|text/plain; charset=utf-8|body", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_proxy_to_nobody_is_an_error_of_the_gateway()
    {
        var api = Http() with { Routes = [new RouteDescription("GET /x", new ProxyTarget("http://127.0.0.1:1/", null, IsPrivate: false))] };
        await using var http = await RunningHost.StartAsync([api]);
        using var failed = await http.Client.GetAsync("/x");
        Assert.Equal(500, (int)failed.StatusCode);
        await using var rest = await RunningHost.StartAsync([api with { Protocol = ApiProtocol.Rest, StageName = "live" }]);
        using var restFailed = await rest.Client.GetAsync("/x");
        Assert.Equal(502, (int)restFailed.StatusCode);
    }

    [Fact]
    public async Task A_function_URL_is_at_the_root_when_it_is_alone_and_at_its_functions_id_otherwise()
    {
        var url = new FunctionUrlDescription("Echo", IsPublic: true, Streaming: false, null);
        await using (var host = await RunningHost.StartAsync(null, new ApplicationDescription([], [url]), null, RunningHost.Echo()))
        {
            var e = await host.EventOfAsync("/any/path?x=1");
            Assert.Equal(("$default", "/any/path"), (e.GetProperty("routeKey").GetString(), e.GetProperty("rawPath").GetString()));
        }

        await using (var host = await RunningHost.StartAsync(null, new ApplicationDescription([Http("GET /x")], [url]), null, RunningHost.Echo()))
        {
            Assert.Equal("/any", (await host.EventOfAsync("/Echo/any")).GetProperty("rawPath").GetString());
            Assert.Equal("GET /x", (await host.EventOfAsync("/x")).GetProperty("routeKey").GetString());
        }
    }

    [Fact]
    public async Task The_page_and_the_start_message_show_the_routes_behind_a_function_URL()
    {
        var url = new FunctionUrlDescription("Echo", IsPublic: true, Streaming: false, null);
        await using var host = await RunningHost.StartAsync(null, new ApplicationDescription([], [url]), null, RunningHost.Echo("Echo GET /a/{b}", "Echo POST /a"));
        Assert.Equal("$default", (await host.EventOfAsync("/a/1")).GetProperty("routeKey").GetString());
        var shown = JsonDocument.Parse(await host.Client.GetStringAsync("/_serverless/application.json")).RootElement.GetProperty("apis")[0];
        Assert.Equal("URL", shown.GetProperty("kind").GetString());
        Assert.Equal(["POST /a", "GET /a/{b}"], shown.GetProperty("routes").EnumerateArray().Select(static r => r.GetProperty("key").GetString()));
    }

    [Fact]
    public async Task A_function_URL_with_IAM_asks_for_a_signature_and_a_failure_is_502()
    {
        var url = new FunctionUrlDescription("F", IsPublic: false, Streaming: false, null);
        await using var host = await RunningHost.StartAsync(null, new ApplicationDescription([], [url]), null, RunningHost.Function("F", static _ => throw new InvalidOperationException("secret")));
        using var refused = await host.Client.GetAsync("/");
        Assert.Equal((403, """{"Message":"Forbidden"}"""), ((int)refused.StatusCode, await refused.Content.ReadAsStringAsync()));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("X-Local-User", "ann");
        using var failed = await host.Client.SendAsync(request);
        Assert.Equal(502, (int)failed.StatusCode);
    }

    [Fact]
    public async Task A_streamed_answer_arrives_while_it_is_written()
    {
        var goOn = new TaskCompletionSource();
        var function = new FunctionDescription("F", async (_, invocation, _) =>
        {
            var body = invocation.Streaming!.Begin("""{"statusCode":202,"headers":{"Content-Type":"text/plain","X-A":"1"},"cookies":["a=1"]}"""u8);
            await body.WriteAsync("first"u8.ToArray());
            await body.FlushAsync();
            await goOn.Task;
            body.Write("second"u8);
        }, [], 30);
        await using var host = await RunningHost.StartAsync([StreamingApi], function);
        using var response = await host.Client.GetAsync("/x", HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal((202, "1", "a=1", "text/plain"), ((int)response.StatusCode, Header(response, "X-A"), Header(response, "Set-Cookie"), response.Content.Headers.ContentType!.ToString()));
        await using var stream = await response.Content.ReadAsStreamAsync();
        var buffer = new byte[100];
        var read = await stream.ReadAsync(buffer);
        Assert.Equal("first", Encoding.UTF8.GetString(buffer, 0, read));
        goOn.SetResult();
        read = await stream.ReadAsync(buffer);
        Assert.Equal("second", Encoding.UTF8.GetString(buffer, 0, read));
        Assert.Equal(0, await stream.ReadAsync(buffer));
    }

    [Fact]
    public async Task A_stream_that_fails_is_cut_so_that_its_reader_knows()
    {
        var function = new FunctionDescription("F", static async (_, invocation, _) =>
        {
            var body = invocation.Streaming!.Begin("{}"u8);
            await body.WriteAsync("part"u8.ToArray());
            throw new InvalidOperationException("broken");
        }, [], 30);
        await using var host = await RunningHost.StartAsync([StreamingApi], function);
        await Assert.ThrowsAnyAsync<Exception>(async () => await host.Client.GetStringAsync("/x"));
    }

    [Fact]
    public async Task A_streaming_route_may_answer_whole_and_a_bad_head_is_502()
    {
        await using (var host = await RunningHost.StartAsync([StreamingApi], RunningHost.Function("F", static _ => """{"statusCode":200,"body":"whole"}""")))
            Assert.Equal("whole", await host.Client.GetStringAsync("/x"));
        var bad = new FunctionDescription("F", static (_, invocation, _) =>
        {
            invocation.Streaming!.Begin("""{"statusCode":1}"""u8);
            return ValueTask.CompletedTask;
        }, [], 30);
        await using (var host = await RunningHost.StartAsync([StreamingApi], bad))
        {
            using var response = await host.Client.GetAsync("/x");
            Assert.Equal(502, (int)response.StatusCode);
        }
    }

    [Fact]
    public async Task What_is_written_after_the_end_of_a_stream_goes_nowhere()
    {
        var late = new TaskCompletionSource<Exception?>();
        var function = new FunctionDescription("F", async (_, invocation, _) =>
        {
            var body = invocation.Streaming!.Begin("{}"u8);
            await body.WriteAsync("part"u8.ToArray());
            await Task.Delay(2500, CancellationToken.None);
            late.SetResult(await Record.ExceptionAsync(() => body.WriteAsync("late"u8.ToArray()).AsTask()));
        }, [], 1);
        await using var host = await RunningHost.StartAsync([StreamingApi], function);
        await Assert.ThrowsAnyAsync<Exception>(async () => await host.Client.GetStringAsync("/x"));
        Assert.IsType<InvalidOperationException>(await late.Task.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task Other_routes_offer_no_stream()
    {
        var function = new FunctionDescription("Echo", static (_, invocation, response) =>
        {
            response.Write(invocation.Streaming is null ? "\"none\""u8 : "\"some\""u8);
            return ValueTask.CompletedTask;
        }, [], 30);
        await using var host = await RunningHost.StartAsync([Http("GET /x")], function);
        Assert.Equal("\"none\"", await host.Client.GetStringAsync("/x"));
    }

    [Fact]
    public async Task APIs_share_the_root_and_each_speaks_its_own_words()
    {
        var rest = new ApiDescription("AdminApi", ApiProtocol.Rest, "live") { Routes = [new RouteDescription("GET /admin", new FunctionTarget("Fail"))] };
        await using var host = await RunningHost.StartAsync([Http("GET /x"), rest], RunningHost.Echo(), RunningHost.Function("Fail", static _ => throw new InvalidOperationException()));
        Assert.Equal("ShopApi", (await host.EventOfAsync("/x")).GetProperty("requestContext").GetProperty("apiId").GetString());
        foreach (var path in (string[])["/admin", "/live/admin"])
        {
            using var response = await host.Client.GetAsync(path);
            Assert.Equal(502, (int)response.StatusCode);
        }
    }

    [Fact]
    public async Task Equal_routes_of_two_APIs_stop_the_start_and_are_served_below_their_ids()
    {
        ApiDescription[] apis = [Http("GET /x"), Http("GET /x") with { Id = "OtherApi", StageName = "dev" }];
        var conflict = await Assert.ThrowsAsync<HostingException>(() => RunningHost.StartAsync(apis, RunningHost.Echo()));
        Assert.Contains("--by-id true", conflict.Message, StringComparison.Ordinal);
        await using var host = await RunningHost.StartAsync(null, apis, RunningHost.Developer("--by-id", "true"), RunningHost.Echo());
        Assert.Equal("/x", (await host.EventOfAsync("/ShopApi/x")).GetProperty("rawPath").GetString());
        Assert.Equal("/dev/x", (await host.EventOfAsync("/OtherApi/x")).GetProperty("rawPath").GetString());
        Assert.Equal("/dev/x", (await host.EventOfAsync("/OtherApi/dev/x")).GetProperty("rawPath").GetString());
        using var root = await host.Client.GetAsync("/x");
        Assert.Equal(404, (int)root.StatusCode);
    }

    [Fact]
    public async Task Stage_and_its_variables_may_be_replaced()
    {
        var options = RunningHost.Developer("--stage", "dev", "--stage-variables:table", "local");
        await using var host = await RunningHost.StartAsync(null, [Http("GET /x") with { StageVariables = [new("table", "@Orders"), new("other", "o")] }], options, RunningHost.Echo());
        var e = await host.EventOfAsync("/dev/x");
        Assert.Equal("dev", e.GetProperty("requestContext").GetProperty("stage").GetString());
        Assert.Equal("""{"table":"local","other":"o"}""", e.GetProperty("stageVariables").GetRawText());
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData("DOTNET_RUNNING_IN_CONTAINER", "true", false)]
    [InlineData("DOTNET_RUNNING_IN_CONTAINER", "false", true)]
    [InlineData("ECS_CONTAINER_METADATA_URI_V4", "http://169.254.170.2/v4", false)]
    [InlineData("KUBERNETES_SERVICE_HOST", "10.0.0.1", false)]
    [InlineData("ASPNETCORE_ENVIRONMENT", "Production", false)]
    [InlineData("ASPNETCORE_ENVIRONMENT", "Development", true)]
    [InlineData("DOTNET_ENVIRONMENT", "Staging", false)]
    public void A_developers_machine_shows_no_sign_of_another(string? variable, string? value, bool expected)
    {
        var options = ServerlessHostOptions.Read([], null, name => name == variable ? value : null);
        Assert.Equal((expected, expected), (options.IsDevelopment, options.HasPage));
    }

    [Fact]
    public void The_command_line_goes_before_variables_and_both_before_code()
    {
        static string? Variable(string name) => name switch { "SERVERLESS_STAGE" => "variable", "SERVERLESS_API" => "FromVariable", "STAGE" => "somebody's", _ => null };
        var options = ServerlessHostOptions.Read(["--stage=line", "--page", "false"], static o =>
        {
            o.Stage = "code";
            o.Api = "FromCode";
            o.ById = true;
        }, Variable);
        Assert.Equal(("line", "FromVariable", true, false), (options.Stage, options.Api, options.ById, options.Page));
        Assert.Throws<HostingException>(() => ServerlessHostOptions.Read(["--page", "perhaps"], null, static _ => null));
    }

    private static ApiDescription StreamingApi => new("S", ApiProtocol.Rest, "live") { Routes = [new RouteDescription("GET /x", new FunctionTarget("F")) { Streaming = true }] };

    private static HttpRequestMessage Preflight(string path, string origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Options, path);
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "PUT");
        return request;
    }

    private static HttpRequestMessage From(string path, string origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Origin", origin);
        return request;
    }

    private static string? Header(HttpResponseMessage response, string name) => response.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;

    private static async Task<WebApplication> OtherServiceAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Run(static async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync();
            var target = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
            context.Response.StatusCode = 418;
            context.Response.Headers["X-Other"] = "yes";
            var secret = context.Request.Headers["X-Secret"].Count == 0 ? "-" : "leaked";
            await context.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{context.Request.Method} {target}|{context.Request.Headers["X-Tenant"]}|{secret}|{context.Request.ContentType}|{body}"));
        });
        await app.StartAsync();
        return app;
    }
}
