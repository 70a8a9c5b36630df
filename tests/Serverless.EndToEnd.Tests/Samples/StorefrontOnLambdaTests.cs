using System.Text.Json.Nodes;

namespace Serverless.EndToEnd.Tests.Samples;

/// <summary>The storefront as Lambda runs it: a process for each function, events of each kind of API from the Runtime API.</summary>
public sealed class StorefrontOnLambdaTests(StorefrontApplication application) : IClassFixture<StorefrontApplication>
{
    [Fact]
    public async Task One_function_answers_every_route_of_the_shop()
    {
        using var shop = new FunctionProcess(Sample.Storefront, "Shop", application.Environment);
        Assert.Equal(200, Status(await shop.InvokeAsync(Event20("GET /products/{id}", "/products/green", ("id", "green")))));
        Assert.Equal(404, Status(await shop.InvokeAsync(Event20("GET /products/{id}", "/products/black", ("id", "black")))));
        Assert.Equal(404, Status(await shop.InvokeAsync(Event20("$default", "/nowhere"))));
        var page = await shop.InvokeAsync(Event20("GET /products", "/products", query: "category=tea"));
        Assert.Equal(2, JsonNode.Parse(page!["body"]!.GetValue<string>())!["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_function_of_the_REST_API_answers_in_its_format()
    {
        using var list = new FunctionProcess(Sample.Storefront, "PartnersListProducts", application.Environment);
        var answer = await list.InvokeAsync(Event10("GET", "/catalogue", new() { ["category"] = new JsonArray("tea") }));
        Assert.Equal(200, Status(answer));
        Assert.Null(answer!["cookies"]);
        var refused = await list.InvokeAsync(Event10("GET", "/catalogue", []));
        Assert.Equal(400, Status(refused));
        Assert.Contains("category", refused!["body"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_authorizers_answer_in_the_format_of_their_API()
    {
        using var partners = new FunctionProcess(Sample.Storefront, "PartnerKeysPartnerMayCall", application.Environment);
        var request = Event10("GET", "/catalogue", []);
        request["type"] = "REQUEST";
        request["methodArn"] = "arn:aws:execute-api:eu-central-1:123456789012:abc/live/GET/catalogue";
        SetKey(request, "ann." + StorefrontApplication.Signature);
        var allowed = await partners.InvokeAsync(request.DeepClone());
        Assert.Equal("ann", allowed!["principalId"]!.GetValue<string>());
        Assert.Equal("Allow", allowed["policyDocument"]!["Statement"]![0]!["Effect"]!.GetValue<string>());
        Assert.Equal("ann", allowed["context"]!["partner"]!.GetValue<string>());
        SetKey(request, "ann.0000");
        Assert.Equal("Deny", (await partners.InvokeAsync(request.DeepClone()))!["policyDocument"]!["Statement"]![0]!["Effect"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_message_is_answered_and_its_sender_is_remembered()
    {
        using var watch = new FunctionProcess(Sample.Storefront, "LiveWatch", application.Environment);
        var answer = await watch.InvokeAsync(new JsonObject
        {
            ["requestContext"] = new JsonObject
            {
                ["routeKey"] = "watch", ["eventType"] = "MESSAGE", ["connectionId"] = "c=1", ["messageId"] = "m", ["connectedAt"] = 1, ["requestId"] = "r",
                ["domainName"] = "ws.example", ["stage"] = "live", ["apiId"] = "abc", ["identity"] = new JsonObject { ["sourceIp"] = "192.0.2.1" },
            },
            ["body"] = """{ "action": "watch", "product": "white" }""",
            ["isBase64Encoded"] = false,
        });
        Assert.Equal(200, Status(answer));
        Assert.Equal("""{"product":"white","price":9}""", answer!["body"]!.GetValue<string>());
        Assert.Equal("c=1", Assert.Single(await application.DynamoDb.ScanAsync(StorefrontApplication.Watchers))["connection"]!["S"]!.GetValue<string>());
    }

    /// <summary>REST APIs send both maps of headers.</summary>
    private static void SetKey(JsonObject request, string key)
    {
        request["headers"]!["X-Partner-Key"] = key;
        request["multiValueHeaders"]!["X-Partner-Key"] = new JsonArray(key);
    }

    private static int Status(JsonNode? answer) => answer!["statusCode"]!.GetValue<int>();

    private static JsonObject Event20(string routeKey, string path, (string Name, string Value)? variable = null, string query = "")
    {
        var request = new JsonObject
        {
            ["version"] = "2.0", ["routeKey"] = routeKey, ["rawPath"] = path, ["rawQueryString"] = query,
            ["headers"] = new JsonObject { ["host"] = "api.example" },
            ["requestContext"] = new JsonObject
            {
                ["http"] = new JsonObject { ["method"] = "GET", ["path"] = path, ["protocol"] = "HTTP/1.1", ["sourceIp"] = "192.0.2.1", ["userAgent"] = "test" },
                ["requestId"] = "id", ["routeKey"] = routeKey, ["stage"] = "$default",
            },
            ["stageVariables"] = new JsonObject { ["currency"] = "EUR" },
            ["isBase64Encoded"] = false,
        };
        if (variable is var (name, value))
            request["pathParameters"] = new JsonObject { [name] = value };
        return request;
    }

    private static JsonObject Event10(string method, string resource, JsonObject query) => new()
    {
        ["resource"] = resource, ["path"] = resource, ["httpMethod"] = method,
        ["headers"] = new JsonObject { ["Host"] = "api.example" }, ["multiValueHeaders"] = new JsonObject { ["Host"] = new JsonArray("api.example") },
        ["queryStringParameters"] = query.Count == 0 ? null : new JsonObject(query.Select(static q => KeyValuePair.Create(q.Key, (JsonNode?)q.Value!.AsArray()[^1]!.DeepClone()))),
        ["multiValueQueryStringParameters"] = query.Count == 0 ? null : query,
        ["pathParameters"] = null, ["stageVariables"] = new JsonObject { ["currency"] = "USD" }, ["body"] = null, ["isBase64Encoded"] = false,
        ["requestContext"] = new JsonObject
        {
            ["resourcePath"] = resource, ["httpMethod"] = method, ["path"] = "/live" + resource, ["stage"] = "live", ["requestId"] = "id", ["apiId"] = "abc", ["accountId"] = "123456789012",
            ["identity"] = new JsonObject { ["sourceIp"] = "192.0.2.1", ["userAgent"] = "test" },
        },
    };
}
