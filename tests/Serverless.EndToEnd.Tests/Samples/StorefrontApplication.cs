using System.Text.Json.Nodes;
using Serverless.Testing.Aws;

namespace Serverless.EndToEnd.Tests.Samples;

/// <summary>The storefront with its tables, which are created from the properties the template has, and two products on the shelf.</summary>
public sealed class StorefrontApplication : IAsyncLifetime
{
    public const string Products = "ProductsTable";

    public const string Watchers = "WatchersTable";

    /// <summary>What the sample's authorizers accept of the partner and watcher `ann`.</summary>
    public const string Signature = "3430";

    public DynamoDbServer DynamoDb { get; private set; } = null!;

    /// <summary>What the template gives every function, resolved.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Environment =>
        [new("PRODUCTS_TABLE", Products), new("WATCHERS_TABLE", Watchers), new("AWS_ENDPOINT_URL_DYNAMODB", DynamoDb.Address.ToString())];

    public async Task InitializeAsync()
    {
        DynamoDb = await DynamoDbServer.StartAsync();
        foreach (var table in new[] { Products, Watchers })
            await DynamoDb.CreateTableAsync(table, Sample.Storefront.Resource(table)["Properties"]!.AsObject());
        await PutAsync("green", "tea", "Green tea", "4.5", "InStock");
        await PutAsync("white", "tea", "White tea", "9", "OnOrder");
    }

    public Task DisposeAsync()
    {
        DynamoDb.Dispose();
        return Task.CompletedTask;
    }

    private Task<JsonObject> PutAsync(string id, string category, string name, string price, string availability) => DynamoDb.SendAsync("PutItem", new()
    {
        ["TableName"] = Products,
        ["Item"] = new JsonObject
        {
            ["id"] = new JsonObject { ["S"] = id },
            ["category"] = new JsonObject { ["S"] = category },
            ["name"] = new JsonObject { ["S"] = name },
            ["price"] = new JsonObject { ["N"] = price },
            ["availability"] = new JsonObject { ["S"] = availability },
        },
    });
}
