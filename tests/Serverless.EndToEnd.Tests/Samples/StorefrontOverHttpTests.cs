using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Serverless.EndToEnd.Tests.Samples;

/// <summary>The storefront on Kestrel: one process serves its HTTP API, its REST APIs and its WebSocket API as API Gateway would.</summary>
public sealed class StorefrontOverHttpTests : IAsyncLifetime
{
    /// <summary>Claims without a signature: the host of a developer reads them and says so.</summary>
    private static readonly string Customer = Token("""{ "iss": "https://login.example/", "aud": "shop", "sub": "ann", "scope": "shop/buy" }""");

    private readonly StorefrontApplication _application = new();
    private SampleProcess _process = null!;
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        await _application.InitializeAsync();
        _process = new(Sample.Storefront, _application.Environment, "--urls", "http://127.0.0.1:0", "--environment", "Development");
        _client = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(await _process.WaitForLineAsync("Listening on ")), Timeout = TimeSpan.FromSeconds(30) };
    }

    public async Task DisposeAsync()
    {
        _client?.Dispose();
        _process?.Dispose();
        await _application.DisposeAsync();
    }

    [Fact]
    public async Task The_HTTP_API_reads_the_catalogue()
    {
        var page = await _client.GetFromJsonAsync<JsonObject>("/products?category=tea");
        Assert.Equal(["green", "white"], page!["items"]!.AsArray().Select(static p => p!["id"]!.GetValue<string>()));

        var product = await _client.GetAsync("/products/green");
        Assert.Equal("""{"id":"green","category":"tea","name":"Green tea","price":4.5,"availability":"InStock"}""", await product.Content.ReadAsStringAsync());
        using var again = new HttpRequestMessage(HttpMethod.Get, "/products/green") { Headers = { IfNoneMatch = { product.Headers.ETag! } } };
        Assert.Equal(HttpStatusCode.NotModified, (await _client.SendAsync(again)).StatusCode);

        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync("/products/black")).StatusCode);
        await AssertProblemAsync(HttpStatusCode.BadRequest, await _client.GetAsync("/products?category=tea&take=0"));
        await AssertProblemAsync(HttpStatusCode.NotFound, await _client.GetAsync("/nowhere"));
    }

    [Fact]
    public async Task A_JWT_route_wants_a_token_and_its_scope()
    {
        const string Body = """{ "lines": [ { "product": "green", "quantity": 2 }, { "product": "white", "quantity": 1 } ] }""";
        Assert.Equal(HttpStatusCode.Unauthorized, (await QuoteAsync(null, Body)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await QuoteAsync(Token("""{ "iss": "https://login.example/", "aud": "shop", "sub": "bob" }"""), Body)).StatusCode);
        var quote = await JsonAsync(await QuoteAsync(Customer, Body));
        Assert.Equal("""{"total":9.0,"currency":"EUR","unavailable":["white"]}""", quote.ToJsonString());
        await AssertProblemAsync(HttpStatusCode.BadRequest, await QuoteAsync(Customer, """{ "lines": [] }"""));
    }

    [Fact]
    public async Task A_form_is_bound_in_the_older_event_format()
    {
        var found = await JsonAsync(await _client.PostAsync("/search", new FormUrlEncodedContent([new("category", "tea"), new("take", "1")])));
        Assert.Equal("green", Assert.Single(found["items"]!.AsArray())!["id"]!.GetValue<string>());
        Assert.Equal("green", found["next"]!.GetValue<string>());
        await AssertProblemAsync(HttpStatusCode.BadRequest, await _client.PostAsync("/search", new FormUrlEncodedContent([new("category", "tea"), new("take", "many")])));
    }

    [Fact]
    public async Task A_browser_of_the_shop_may_call_and_others_may_not()
    {
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/quotes");
        preflight.Headers.Add("Origin", "https://shop.example");
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        var answer = await _client.SendAsync(preflight);
        Assert.Equal("https://shop.example", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        using var foreign = new HttpRequestMessage(HttpMethod.Get, "/products?category=tea");
        foreign.Headers.Add("Origin", "https://elsewhere.example");
        Assert.False((await _client.SendAsync(foreign)).Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task The_REST_API_asks_its_authorizer_and_wants_an_API_key()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await PartnerAsync("/live/catalogue?category=tea", null)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await PartnerAsync("/live/catalogue?category=tea", "ann.0000")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await PartnerAsync("/live/catalogue?category=tea", "ann." + StorefrontApplication.Signature, withApiKey: false)).StatusCode);
        var answer = await PartnerAsync("/live/catalogue?category=tea", "ann." + StorefrontApplication.Signature);
        Assert.Equal("https://partners.example", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        var page = await JsonAsync(answer);
        Assert.Equal(2, page["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_feed_of_either_kind_is_taken_over()
    {
        var prices = await FeedAsync("""{ "kind": "prices", "partner": "ann", "prices": { "green": 5.25 } }""");
        Assert.Equal(HttpStatusCode.Accepted, prices.StatusCode);
        var products = await FeedAsync("""{ "kind": "products", "partner": "ann", "products": [ { "id": "mint", "category": "tea", "name": "Mint", "price": 3, "availability": "OnOrder" } ] }""");
        Assert.Equal("""{"accepted":1}""", await products.Content.ReadAsStringAsync());
        var items = await _application.DynamoDb.ScanAsync(StorefrontApplication.Products);
        Assert.Equal(["3", "5.25", "9"], items.Select(static i => i["price"]!["N"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        Assert.Equal(HttpStatusCode.BadRequest, (await FeedAsync("""{ "kind": "gossip", "partner": "ann" }""")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await FeedAsync("""{ "kind": "prices", "partner": "ann", "prices": { "black": 1 } }""")).StatusCode);
    }

    [Fact]
    public async Task An_export_is_streamed_and_a_mock_answers_itself()
    {
        var export = await PartnerAsync("/live/export?category=tea", "ann." + StorefrontApplication.Signature);
        Assert.Equal(2, JsonNode.Parse(await export.Content.ReadAsStringAsync())!.AsArray().Count);
        Assert.Equal("open", (await JsonAsync(await _client.GetAsync("/live/status")))["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task Watchers_hear_of_a_price_that_staff_change()
    {
        await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync("ann", "0000"));
        using var socket = await ConnectAsync("ann", StorefrontApplication.Signature);
        await SendAsync(socket, """{ "action": "watch", "product": "green" }""");
        Assert.Equal("""{"product":"green","price":4.5}""", await ReceiveAsync(socket));
        await SendAsync(socket, """{ "action": "watch", "product": "black" }""");
        Assert.Contains("No such product", await ReceiveAsync(socket), StringComparison.Ordinal);
        await SendAsync(socket, "hello");
        Assert.StartsWith("Say ", await ReceiveAsync(socket), StringComparison.Ordinal);

        using var change = new HttpRequestMessage(HttpMethod.Put, "/live/products/green/price") { Content = JsonContent.Create(new { price = 5.5m }) };
        change.Headers.Add("Authorization", "Bearer " + Token("""{ "sub": "eve", "scope": "shop/prices" }"""));
        Assert.Equal(HttpStatusCode.NoContent, (await _client.SendAsync(change)).StatusCode);
        Assert.Equal("""{"product":"green","price":5.5}""", await ReceiveAsync(socket));
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
    }

    private static string Token(string claims) => $"{Part("""{ "alg": "none" }""")}.{Part(claims)}.x";

    private static string Part(string json) => Convert.ToBase64String(Encoding.UTF8.GetBytes(json)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static async Task AssertProblemAsync(HttpStatusCode status, HttpResponseMessage response)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal((int)status, (await JsonAsync(response))["status"]!.GetValue<int>());
    }

    private static async Task<JsonObject> JsonAsync(HttpResponseMessage response) => JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();

    private static async Task SendAsync(ClientWebSocket socket, string text) =>
        await socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    private static async Task<string> ReceiveAsync(ClientWebSocket socket)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var buffer = new byte[4096];
        var received = await socket.ReceiveAsync(buffer, limit.Token);
        return Encoding.UTF8.GetString(buffer, 0, received.Count);
    }

    private async Task<ClientWebSocket> ConnectAsync(string watcher, string token)
    {
        var socket = new ClientWebSocket();
        try
        {
            await socket.ConnectAsync(new Uri(_client.BaseAddress!.ToString().Replace("http:", "ws:", StringComparison.Ordinal) + $"live?watcher={watcher}&token={token}"), CancellationToken.None);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private Task<HttpResponseMessage> FeedAsync(string body) =>
        PartnerAsync("/live/feeds", "ann." + StorefrontApplication.Signature, content: new StringContent(body, Encoding.UTF8, "application/json"));

    private async Task<HttpResponseMessage> PartnerAsync(string path, string? key, bool withApiKey = true, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(content is null ? HttpMethod.Get : HttpMethod.Post, path) { Content = content };
        if (key is not null)
            request.Headers.Add("X-Partner-Key", key);
        if (withApiKey)
            request.Headers.Add("x-api-key", "anything");
        return await _client.SendAsync(request);
    }

    private async Task<HttpResponseMessage> QuoteAsync(string? token, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/quotes") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (token is not null)
            request.Headers.Add("Authorization", "Bearer " + token);
        return await _client.SendAsync(request);
    }
}
