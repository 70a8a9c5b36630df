using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Storefront;

/// <summary>The products as the table keeps them.</summary>
public sealed class Catalogue(IAmazonDynamoDB dynamo)
{
    private static readonly string Table = Environment.GetEnvironmentVariable("PRODUCTS_TABLE")!;

    /// <summary>The product, or null.</summary>
    public async Task<Product?> FindAsync(string id, CancellationToken deadline)
    {
        var found = await dynamo.GetItemAsync(Table, new() { ["id"] = new(id) }, deadline);
        return found.IsItemSet ? Read(found.Item) : null;
    }

    /// <summary>Products of a category in the order of their ids.</summary>
    /// <param name="category">The category.</param>
    /// <param name="after">Id of the last product of the page before; null = the first page.</param>
    /// <param name="take">At most so many.</param>
    /// <param name="deadline">When to give up.</param>
    public async Task<ProductPage> PageAsync(string category, string? after, int take, CancellationToken deadline)
    {
        var found = await dynamo.QueryAsync(
            new()
            {
                TableName = Table,
                IndexName = "byCategory",
                KeyConditionExpression = after is null ? "category = :category" : "category = :category AND id > :after",
                ExpressionAttributeValues = after is null
                    ? new() { [":category"] = new(category) }
                    : new() { [":category"] = new(category), [":after"] = new(after) },
                Limit = take,
            },
            deadline);
        var items = (found.Items ?? []).ConvertAll(Read);
        return new([.. items], found.LastEvaluatedKey is { Count: > 0 } ? items[^1].Id : null);
    }

    /// <summary>Writes a product.</summary>
    public Task PutAsync(Product product, CancellationToken deadline) => dynamo.PutItemAsync(Table, Write(product), deadline);

    /// <summary>Changes the price; the product has to exist.</summary>
    public Task ChangePriceAsync(string id, decimal price, CancellationToken deadline) => dynamo.UpdateItemAsync(
        new()
        {
            TableName = Table,
            Key = new() { ["id"] = new(id) },
            ConditionExpression = "attribute_exists(id)",
            UpdateExpression = "SET price = :price",
            ExpressionAttributeValues = new() { [":price"] = Number(price) },
        },
        deadline);

    private static Dictionary<string, AttributeValue> Write(Product product) => new()
    {
        ["id"] = new(product.Id),
        ["category"] = new(product.Category),
        ["name"] = new(product.Name),
        ["price"] = Number(product.Price),
        ["availability"] = new(product.Availability.ToString()),
    };

    private static Product Read(Dictionary<string, AttributeValue> item) => new(
        item["id"].S,
        item["category"].S,
        item["name"].S,
        decimal.Parse(item["price"].N, CultureInfo.InvariantCulture),
        Enum.Parse<Availability>(item["availability"].S));

    private static AttributeValue Number(decimal value) => new() { N = value.ToString(CultureInfo.InvariantCulture) };
}
