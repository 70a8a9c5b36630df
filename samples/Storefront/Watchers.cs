using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Storefront;

/// <summary>Who watches which product: connections outlive the environments that serve them, so they are kept in a table.</summary>
public sealed class Watchers(IAmazonDynamoDB dynamo)
{
    /// <summary>API Gateway ends a connection after two hours; what is left behind by one that broke goes then.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(2);

    private static readonly string Table = Environment.GetEnvironmentVariable("WATCHERS_TABLE")!;

    /// <summary>Remembers that a connection watches a product.</summary>
    public Task AddAsync(string product, string connection, CancellationToken deadline) => dynamo.PutItemAsync(
        Table,
        new()
        {
            ["product"] = new(product),
            ["connection"] = new(connection),
            ["expires"] = new() { N = DateTimeOffset.UtcNow.Add(Lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) },
        },
        deadline);

    /// <summary>Connections that watch a product.</summary>
    public async Task<List<string>> OfAsync(string product, CancellationToken deadline)
    {
        var connections = new List<string>();
        var request = new QueryRequest
        {
            TableName = Table,
            KeyConditionExpression = "product = :product",
            ExpressionAttributeValues = new() { [":product"] = new(product) },
        };
        do
        {
            var page = await dynamo.QueryAsync(request, deadline);
            connections.AddRange((page.Items ?? []).Select(static item => item["connection"].S));
            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });
        return connections;
    }

    /// <summary>Forgets a connection that is gone.</summary>
    public Task RemoveAsync(string product, string connection, CancellationToken deadline) =>
        dynamo.DeleteItemAsync(Table, new() { ["product"] = new(product), ["connection"] = new(connection) }, deadline);
}
