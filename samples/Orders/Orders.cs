using System.ComponentModel.DataAnnotations;
using Amazon.DynamoDBv2;
using Serverless;
using Serverless.Http;

namespace Shop;

/// <summary>Orders of the web shop.</summary>
public sealed class Orders(IAmazonDynamoDB dynamo)
{
    private static readonly string Table = Environment.GetEnvironmentVariable("ORDERS_TABLE")!;

    /// <summary>One order, or 404.</summary>
    [HttpRoute("GET /orders/{id}")]
    [Allow("dynamodb:GetItem", On = "@OrdersTable")]
    public async Task<Order?> GetOrder(Guid id, CancellationToken deadline)
    {
        var found = await dynamo.GetItemAsync(Table, new() { ["id"] = new(id.ToString()) }, deadline);
        return found.IsItemSet ? OrderItem.Read(found.Item) : null;
    }

    /// <summary>Orders of one customer, newest first.</summary>
    [HttpRoute("GET /orders", ThrottleRate = 20)]
    [Allow("dynamodb:Query", On = "@OrdersTable/index/*")]
    public Task<Order[]> ListOrders([EmailAddress] string email, CancellationToken deadline, [Range(1, 50)] int take = 20)
        => OrderItem.QueryByEmail(dynamo, Table, email, take, deadline);

    /// <summary>Places an order.</summary>
    [HttpRoute("POST /orders", StatusCode = 201)]
    [ServerlessFunction(MemorySize = 1024, ReservedConcurrency = 50)]
    [Allow("dynamodb:PutItem", On = "@OrdersTable")]
    public async Task<HttpReply<Order>> PlaceOrder(NewOrder order, [BindHeader("Idempotency-Key")] Guid? key, CancellationToken deadline)
    {
        var placed = new Order(key ?? Guid.NewGuid(), order.Email, order.Lines);
        await dynamo.PutItemAsync(OrderItem.PutOnce(Table, placed), deadline);          // exists already → 409
        return HttpReply.Created($"/orders/{placed.Id}", placed);
    }
}
