using System.Text.Json.Nodes;

namespace Serverless.EndToEnd.Tests.Samples;

/// <summary>The same program as Lambda runs it: an executable that asks the Runtime API for API Gateway events.</summary>
public sealed class OrdersOnLambdaTests(OrdersApplication application) : IClassFixture<OrdersApplication>
{
    [Fact]
    public async Task Functions_of_one_program_answer_events_and_share_the_table()
    {
        using var place = new FunctionProcess(Sample.Orders, "OrdersPlaceOrder", application.Environment);
        using var get = new FunctionProcess(Sample.Orders, "OrdersGetOrder", application.Environment);

        var placed = await place.InvokeAsync(Event("POST /orders", "/orders", """{ "email": "ann@example.com", "lines": [ { "sku": "a", "quantity": 1 } ] }"""));
        Assert.Equal(201, placed!["statusCode"]!.GetValue<int>());
        var order = JsonNode.Parse(placed["body"]!.GetValue<string>())!;

        for (var warm = 0; warm < 2; warm++)
        {
            var found = await get.InvokeAsync(Event("GET /orders/{id}", $"/orders/{order["id"]}", null, ("id", order["id"]!.GetValue<string>())));
            Assert.Equal(200, found!["statusCode"]!.GetValue<int>());
            Assert.Equal(order.ToJsonString(), found["body"]!.GetValue<string>());
        }

        var bad = await get.InvokeAsync(Event("GET /orders/{id}", "/orders/x", null, ("id", "x")));
        Assert.Equal(400, bad!["statusCode"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_base64_body_is_decoded()
    {
        using var place = new FunctionProcess(Sample.Orders, "OrdersPlaceOrder", application.Environment);
        var request = Event("POST /orders", "/orders", Convert.ToBase64String("""{ "email": "bob@example.com", "lines": [ { "sku": "ü", "quantity": 1 } ] }"""u8));
        request["isBase64Encoded"] = true;
        Assert.Equal(201, (await place.InvokeAsync(request))!["statusCode"]!.GetValue<int>());
    }

    [Fact]
    public async Task An_unknown_function_fails_at_start_and_names_the_known_ones()
    {
        using var wrong = new FunctionProcess(Sample.Orders, "OrdersNothing", application.Environment);
        var failure = await Assert.ThrowsAsync<FunctionFailedException>(() => wrong.InvokeAsync(new JsonObject()));
        Assert.Contains("OrdersGetOrder", failure.Message, StringComparison.Ordinal);
    }

    private static JsonObject Event(string routeKey, string path, string? body, params (string Name, string Value)[] variables)
    {
        var request = new JsonObject
        {
            ["version"] = "2.0",
            ["routeKey"] = routeKey,
            ["rawPath"] = path,
            ["rawQueryString"] = "",
            ["headers"] = new JsonObject { ["content-type"] = "application/json", ["host"] = "api.example" },
            ["requestContext"] = new JsonObject
            {
                ["http"] = new JsonObject { ["method"] = routeKey.Split(' ')[0], ["path"] = path, ["protocol"] = "HTTP/1.1", ["sourceIp"] = "192.0.2.1", ["userAgent"] = "test" },
                ["requestId"] = "id", ["routeKey"] = routeKey, ["stage"] = "$default",
            },
            ["isBase64Encoded"] = false,
        };
        if (body is not null)
            request["body"] = body;
        if (variables.Length > 0)
            request["pathParameters"] = new JsonObject(variables.Select(static v => KeyValuePair.Create(v.Name, (JsonNode?)v.Value)));
        return request;
    }
}
