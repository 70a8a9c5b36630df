using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Shop;

/// <summary>An order as an item of the table.</summary>
internal static class OrderItem
{
    /// <summary>Writes the order unless its id is taken: then the call fails with ConditionalCheckFailedException.</summary>
    public static PutItemRequest PutOnce(string table, Order order) => new()
    {
        TableName = table,
        ConditionExpression = "attribute_not_exists(id)",
        Item = new()
        {
            ["id"] = new(order.Id.ToString()),
            ["email"] = new(order.Email),
            ["placedAt"] = new(DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture)),
            ["lines"] = new() { L = [.. order.Lines.Select(Line)] },
        },
    };

    public static async Task<Order[]> QueryByEmail(IAmazonDynamoDB dynamo, string table, string email, int take, CancellationToken deadline)
    {
        var found = await dynamo.QueryAsync(
            new()
            {
                TableName = table,
                IndexName = "byEmail",
                KeyConditionExpression = "email = :email",
                ExpressionAttributeValues = new() { [":email"] = new(email) },
                ScanIndexForward = false,
                Limit = take,
            },
            deadline);
        return [.. (found.Items ?? []).Select(Read)];
    }

    public static Order Read(Dictionary<string, AttributeValue> item) =>
        new(Guid.Parse(item["id"].S), item["email"].S, [.. item["lines"].L.Select(ReadLine)]);

    private static AttributeValue Line(OrderLine line) => new()
    {
        M = new() { ["sku"] = new(line.Sku), ["quantity"] = new() { N = line.Quantity.ToString(CultureInfo.InvariantCulture) } },
    };

    private static OrderLine ReadLine(AttributeValue line) =>
        new(line.M["sku"].S, int.Parse(line.M["quantity"].N, CultureInfo.InvariantCulture));
}
