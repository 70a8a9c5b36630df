using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Serverless.EndToEnd.Tests.Samples;

/// <summary>HTTP request → Kestrel → generated handler → AWS SDK → DynamoDB → response, with the sample running as its own process.</summary>
public sealed class OrdersOverHttpTests : IAsyncLifetime
{
    private readonly OrdersApplication _application = new();
    private SampleProcess _process = null!;
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        await _application.InitializeAsync();
        _process = new(Sample.Orders, _application.Environment, "--urls", "http://127.0.0.1:0");
        _client = new() { BaseAddress = new Uri(await _process.WaitForLineAsync("Listening on ")), Timeout = TimeSpan.FromSeconds(30) };
    }

    public async Task DisposeAsync()
    {
        _client?.Dispose();
        _process?.Dispose();
        await _application.DisposeAsync();
    }

    [Fact]
    public async Task An_order_is_placed_stored_and_read_back()
    {
        var placed = await PostAsync("""{ "email": "ann@example.com", "lines": [ { "sku": "tea \"green\" ☕", "quantity": 2 } ] }""");
        Assert.Equal(HttpStatusCode.Created, placed.StatusCode);
        var order = await JsonAsync(placed);
        Assert.Equal($"/orders/{order["id"]}", placed.Headers.Location!.ToString());

        var item = Assert.Single(await _application.DynamoDb.ScanAsync("OrdersTable"));
        Assert.Equal(order["id"]!.GetValue<string>(), item["id"]!["S"]!.GetValue<string>());
        Assert.Equal("2", item["lines"]!["L"]![0]!["M"]!["quantity"]!["N"]!.GetValue<string>());

        var found = await _client.GetAsync(placed.Headers.Location);
        Assert.Equal(HttpStatusCode.OK, found.StatusCode);
        Assert.Equal("application/json", found.Content.Headers.ContentType!.MediaType);
        Assert.Equal(order.ToJsonString(), (await JsonAsync(found)).ToJsonString());
    }

    [Fact]
    public async Task Orders_of_a_customer_come_newest_first_and_no_more_than_asked_for()
    {
        var ids = new List<string>();
        for (var i = 0; i < 3; i++)
            ids.Insert(0, (await JsonAsync(await PostAsync("""{ "email": "bob@example.com", "lines": [ { "sku": "a", "quantity": 1 } ] }""")))["id"]!.GetValue<string>());
        await PostAsync("""{ "email": "other@example.com", "lines": [ { "sku": "a", "quantity": 1 } ] }""");

        Assert.Equal(ids, (await _client.GetFromJsonAsync<JsonArray>("/orders?email=bob%40example.com"))!.Select(static o => o!["id"]!.GetValue<string>()));
        Assert.Equal(ids[..2], (await _client.GetFromJsonAsync<JsonArray>("/orders?email=bob%40example.com&take=2"))!.Select(static o => o!["id"]!.GetValue<string>()));
        Assert.Equal("[]", await _client.GetStringAsync("/orders?email=nobody%40example.com"));
    }

    [Fact]
    public async Task An_order_that_does_not_exist_is_a_404_problem()
    {
        var response = await _client.GetAsync($"/orders/{Guid.NewGuid()}");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("/orders/not-a-guid")]
    [InlineData("/orders")]
    [InlineData("/orders?email=nobody")]
    [InlineData("/orders?email=ann%40example.com&take=0")]
    [InlineData("/orders?email=ann%40example.com&take=many")]
    public async Task A_wrong_parameter_is_a_400_problem(string path) => await AssertBadRequestAsync(await _client.GetAsync(path));

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("""{ "email": "ann@example.com" }""")]
    [InlineData("""{ "email": "ann@example.com", "lines": [] }""")]
    [InlineData("""{ "email": "ann", "lines": [ { "sku": "a", "quantity": 1 } ] }""")]
    [InlineData("""{ "email": "ann@example.com", "lines": [ { "sku": "a", "quantity": 0 } ] }""")]
    [InlineData("""{ "email": "ann@example.com", "lines": [ { "sku": "12345678901234567890123456789012345678901", "quantity": 1 } ] }""")]
    [InlineData("""{ "email": "ann@example.com", "lines": [ null ] }""")]
    public async Task A_wrong_body_is_a_400_problem_and_stores_nothing(string body)
    {
        await AssertBadRequestAsync(await PostAsync(body));
        Assert.Empty(await _application.DynamoDb.ScanAsync("OrdersTable"));
    }

    [Fact]
    public async Task A_repeated_order_is_a_409_with_the_declared_title()
    {
        var key = Guid.NewGuid();
        const string Body = """{ "email": "ann@example.com", "lines": [ { "sku": "a", "quantity": 1 } ] }""";
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(Body, key)).StatusCode);
        var again = await PostAsync(Body, key);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Equal("The order exists already", (await JsonAsync(again))["title"]!.GetValue<string>());
        Assert.Single(await _application.DynamoDb.ScanAsync("OrdersTable"));
    }

    [Fact]
    public async Task A_service_that_fails_is_a_500_without_detail()
    {
        await _application.DynamoDb.DeleteTableAsync("OrdersTable");
        var response = await _client.GetAsync($"/orders/{Guid.NewGuid()}");
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.DoesNotContain("ResourceNotFound", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("ResourceNotFoundException", _process.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_path_is_a_404() => Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync("/customers")).StatusCode);

    private static async Task AssertBadRequestAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(400, (await JsonAsync(response))["status"]!.GetValue<int>());
    }

    private static async Task<JsonObject> JsonAsync(HttpResponseMessage response) => JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();

    private async Task<HttpResponseMessage> PostAsync(string body, Guid? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/orders") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key.ToString());
        return await _client.SendAsync(request);
    }
}
