using System.Net;
using System.Text.Json;
using Microsoft.Playwright;
using Serverless.Runtime;

namespace Serverless.Hosting.Tests;

/// <summary>The page at /_serverless in a real browser (Debian's Chromium): what a developer sees, does and must not be exposed to.</summary>
public sealed class PageTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string Markup = "<img src=x onerror=\"window.broken=1\">";

    private static readonly ApplicationDescription Application = new(
        [
            new ApiDescription("ShopApi", ApiProtocol.Http, "$default")
            {
                Authorizers = [new AuthorizerDescription("Customers", ApiAuthorizerKind.Jwt) { IdentitySources = ["$request.header.Authorization"] }],
                Routes =
                [
                    new RouteDescription("GET /orders/{id}", new FunctionTarget("Orders")),
                    new RouteDescription("POST /orders", new FunctionTarget("Refuse")),
                    new RouteDescription("GET /mine", new FunctionTarget("Orders")) { Access = RouteAccess.Authorizer, Authorizer = "Customers", Scopes = ["orders/read"] },
                    new RouteDescription("GET /markup", new FunctionTarget("Markup")),
                    new RouteDescription("ANY /files/{path+}", new FunctionTarget("Orders")),
                ],
            },
            new ApiDescription("AdminApi", ApiProtocol.Rest, "live")
            {
                Routes =
                [
                    new RouteDescription("GET /keys", new FunctionTarget("Proxy")) { ApiKeyRequired = true },
                    new RouteDescription("GET /status", new MockTarget(200, "application/json", "{\"up\":true}")),
                ],
            },
            new ApiDescription("ChatApi", ApiProtocol.WebSocket, "chat")
            {
                Routes = [new RouteDescription("$connect", new FunctionTarget("Chat")), new RouteDescription("say", new FunctionTarget("Chat")) { Responds = true }],
            },
        ],
        []);

    private static Task<RunningHost> StartAsync() => RunningHost.StartAsync(
        null,
        Application,
        null,
        RunningHost.Function("Orders", static e => e.GetRawText()),
        RunningHost.Function("Refuse", static _ => """{"statusCode":400,"headers":{"content-type":"application/problem+json"},"body":"{\"title\":\"The request is not valid\",\"status\":400}"}"""),
        RunningHost.Function("Markup", static _ => JsonSerializer.Serialize(new { statusCode = 200, headers = new Dictionary<string, string> { ["content-type"] = "text/html", ["x-markup"] = Markup }, body = Markup })),
        RunningHost.Function("Proxy", static e => JsonSerializer.Serialize(new { statusCode = 200, body = e.GetProperty("requestContext").GetProperty("identity").GetProperty("apiKey").GetString() })),
        RunningHost.Function("Chat", static e => JsonSerializer.Serialize(new { statusCode = 200, body = e.TryGetProperty("body", out var body) ? "echo " + body.GetString() : "" })),
        RunningHost.Function("Nightly", static _ => """{"cleaned":3}"""));

    [Fact]
    public async Task Every_API_route_and_function_is_listed()
    {
        await using var host = await StartAsync();
        await using var visit = await browser.OpenAsync(host);
        var page = visit.Page;
        await Assertions.Expect(page.Locator("h2")).ToHaveTextAsync([
            "ShopApi HTTP API, stage $default, at /", "AdminApi REST API, stage live, at /live", "ChatApi WebSocket API, stage chat, at /chat", "Functions",
        ]);
        await Assertions.Expect(page.Locator(".route")).ToHaveCountAsync(15);
        await Assertions.Expect(Route(page, "/mine")).ToContainTextAsync("Orders · Customers");
        await Assertions.Expect(Route(page, "/keys")).ToContainTextAsync("API key");
        await Assertions.Expect(page.Locator("#notice")).ToContainTextAsync("not checked");
        await page.FillAsync("#find", "chat");
        await Assertions.Expect(page.Locator(".route:visible")).ToHaveCountAsync(3);
        await page.FillAsync("#find", "nothing like it");
        await Assertions.Expect(page.GetByText("Nothing fits.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_route_is_tried_with_path_query_and_headers()
    {
        await using var host = await StartAsync();
        await using var visit = await browser.OpenAsync(host);
        var page = visit.Page;
        await Route(page, "/orders/{id}").ClickAsync();
        await page.GetByLabel("id", new() { Exact = true }).FillAsync("a b/c");
        await page.FillAsync("#query", "take=20\nname=ä &x");
        await page.FillAsync("#headers", "X-Trace: 7");
        await Assertions.Expect(page.Locator("#panel")).Not.ToContainTextAsync("false");
        await page.ClickAsync("#send");
        await Assertions.Expect(page.Locator("#status")).ToHaveTextAsync("200 OK");
        var e = JsonDocument.Parse(await page.Locator("#answer").InnerTextAsync()).RootElement;
        Assert.Equal("a b/c", e.GetProperty("pathParameters").GetProperty("id").GetString());
        Assert.Equal("""{"take":"20","name":"ä &x"}""", JsonSerializer.Serialize(e.GetProperty("queryStringParameters"), Relaxed));
        Assert.Equal("7", e.GetProperty("headers").GetProperty("x-trace").GetString());
        await visit.ScreenshotAsync("route");
    }

    [Fact]
    public async Task A_refusal_is_shown_with_its_problem()
    {
        await using var host = await StartAsync();
        await using var visit = await browser.OpenAsync(host, mayFail: true);
        var page = visit.Page;
        await page.Locator(".route", new() { HasText = "POST" }).ClickAsync();
        await page.FillAsync("#body", "{}");
        await page.ClickAsync("#send");
        await Assertions.Expect(page.Locator("#status")).ToHaveTextAsync("400 Bad Request");
        await Assertions.Expect(page.Locator("#answer")).ToContainTextAsync("\"title\": \"The request is not valid\"");
        await visit.ScreenshotAsync("refusal");
    }

    [Fact]
    public async Task Claims_scopes_and_API_keys_are_filled_in()
    {
        await using var host = await StartAsync();
        await using var visit = await browser.OpenAsync(host);
        var page = visit.Page;
        await Route(page, "/mine").ClickAsync();
        await page.ClickAsync("#send");
        await Assertions.Expect(page.Locator("#answer")).ToContainTextAsync("\"sub\": \"local-user\"");
        await Assertions.Expect(page.Locator("#answer")).ToContainTextAsync("orders/read");
        await Route(page, "/keys").ClickAsync();
        await page.ClickAsync("#send");
        await Assertions.Expect(page.Locator("#answer")).ToHaveTextAsync("local-key");
        await Route(page, "Nightly").ClickAsync();
        await page.ClickAsync("#send");
        await Assertions.Expect(page.Locator("#answer")).ToContainTextAsync("\"cleaned\": 3");
    }

    [Fact]
    public async Task A_WebSocket_message_is_echoed()
    {
        await using var host = await StartAsync();
        await using var visit = await browser.OpenAsync(host);
        var page = visit.Page;
        await Route(page, "say").ClickAsync();
        await page.ClickAsync("#connect");
        await Assertions.Expect(page.Locator("#log")).ToContainTextAsync("connected");
        await Assertions.Expect(page.Locator("#message")).ToHaveValueAsync("""{"action":"say"}""");
        await page.FillAsync("#message", """{"action":"say","text":"hello"}""");
        await page.ClickAsync("#send");
        await Assertions.Expect(page.Locator("#log li").First).ToContainTextAsync("""received echo {"action":"say","text":"hello"}""");
        await visit.ScreenshotAsync("socket");
        await page.ClickAsync("#disconnect");
        await Assertions.Expect(page.Locator("#log li").First).ToContainTextAsync("closed 1000");
        await Assertions.Expect(page.Locator("#connect")).ToBeEnabledAsync();
    }

    [Fact]
    public async Task What_an_answer_holds_stays_text()
    {
        await using var host = await StartAsync();
        await using var visit = await browser.OpenAsync(host);
        var page = visit.Page;
        await Route(page, "/markup").ClickAsync();
        await page.ClickAsync("#send");
        await Assertions.Expect(page.Locator("#answer")).ToHaveTextAsync(Markup);
        Assert.Equal(0, await page.Locator("img").CountAsync());
        Assert.False(await page.EvaluateAsync<bool>("'broken' in window"));
    }

    [Fact]
    public async Task The_keyboard_is_enough()
    {
        await using var host = await StartAsync();
        await using var visit = await browser.OpenAsync(host);
        var page = visit.Page;
        await Assertions.Expect(page.Locator(".route")).ToHaveCountAsync(15);
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator("#find")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("/orders/{id}");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#panel")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("7");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#status")).ToHaveTextAsync("200 OK");
    }

    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task Nothing_is_wider_than_the_window(int width, ColorScheme scheme)
    {
        await using var host = await StartAsync();
        await using var visit = await browser.OpenAsync(host, width, scheme);
        var page = visit.Page;
        await Route(page, "/mine").ClickAsync();
        await page.ClickAsync("#send");
        await Assertions.Expect(page.Locator("#status")).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width);
        await visit.ScreenshotAsync($"{width}-{scheme}");
    }

    [Fact]
    public async Task The_page_is_one_document_that_reaches_nothing_else()
    {
        await using var host = await StartAsync();
        using var response = await host.Client.GetAsync("/_serverless");
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        var document = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("http://", document, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", document, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", document, StringComparison.Ordinal);
        Assert.DoesNotContain("innerHTML", document, StringComparison.Ordinal);
        using var posted = await host.Client.PostAsync(new Uri("/_serverless", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, posted.StatusCode);
    }

    [Theory]
    [InlineData("/_serverless")]
    [InlineData("/_serverless/application.json")]
    public async Task The_page_is_for_this_machine_and_for_development(string path)
    {
        await using (var host = await StartAsync())
        {
            using var rebound = new HttpRequestMessage(HttpMethod.Get, path);
            rebound.Headers.Host = "rebound.example";
            using var refused = await host.Client.SendAsync(rebound);
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }

        static string? Container(string name) => name == "DOTNET_RUNNING_IN_CONTAINER" ? "true" : null;
        foreach (var (args, status) in new[] { (Array.Empty<string>(), 404), (["--page", "true"], 200) })
        {
            await using var host = await RunningHost.StartAsync(null, Application with { Apis = [] }, ServerlessHostOptions.Read(args, null, Container));
            using var response = await host.Client.GetAsync(path);
            Assert.Equal(status, (int)response.StatusCode);
        }
    }

    private static ILocator Route(IPage page, string path) => page.Locator(".route", new() { Has = page.Locator(".path", new() { HasTextString = path }) });
}
