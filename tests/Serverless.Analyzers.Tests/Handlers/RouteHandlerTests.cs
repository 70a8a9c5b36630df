namespace Serverless.Analyzers.Tests.Handlers;

public sealed class RouteHandlerTests
{
    private const string Orders = """
        using Serverless;
        using Serverless.Http;
        using System.Text.Json.Serialization;

        namespace Shop;

        public sealed record Order(Guid Id, string Name, int Quantity);

        public sealed class Clock { public string Now => "noon"; }

        public sealed class Orders(Clock clock)
        {
            [HttpRoute("GET /orders/{id}")]
            public Task<Order?> GetOrder(Guid id, int take = 20, CancellationToken deadline = default) =>
                Task.FromResult(id == Guid.Empty ? null : new Order(id, clock.Now, take));

            [HttpRoute("POST /orders", StatusCode = 201)]
            public async ValueTask<HttpReply<Order>> PlaceOrder(Order order, [BindHeader("Idempotency-Key")] Guid? key)
            {
                await Task.Yield();
                return order.Quantity == 0 ? HttpReply.Conflict("none") : order with { Id = key ?? order.Id };
            }
        }
        """;

    [Fact]
    public async Task A_route_binds_its_parameters_and_answers_with_json()
    {
        var handlers = CompiledHandlers.Of(Orders);
        var answer = await handlers.Send("OrdersGetOrder", RouteCall.Get("/orders/x", "take=7").Route("id", "11111111-2222-3333-4444-555555555555"));
        Assert.Equal(200, answer.Status);
        Assert.Equal("application/json", answer.ContentType);
        Assert.Equal("""{"id":"11111111-2222-3333-4444-555555555555","name":"noon","quantity":7}""", answer.Body);
    }

    [Fact]
    public async Task A_body_is_read_and_its_reply_written()
    {
        var handlers = CompiledHandlers.Of(Orders);
        var answer = await handlers.Send("OrdersPlaceOrder", RouteCall.Post("/orders", """{"id":"11111111-2222-3333-4444-555555555555","name":"a \"b\"","quantity":2}"""));
        Assert.Equal(201, answer.Status);
        Assert.Equal("a \"b\"", answer.Json.GetProperty("name").GetString());
    }
}
