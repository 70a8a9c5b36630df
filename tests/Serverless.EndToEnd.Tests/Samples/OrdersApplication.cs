using Serverless.Testing.Aws;

namespace Serverless.EndToEnd.Tests.Samples;

/// <summary>The orders sample with its table, which is created from the properties the template has.</summary>
public sealed class OrdersApplication : IAsyncLifetime
{
    private const string Table = "OrdersTable";

    public DynamoDbServer DynamoDb { get; private set; } = null!;

    /// <summary>What the template gives every function, resolved.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Environment =>
        [new("ORDERS_TABLE", Table), new("AWS_ENDPOINT_URL_DYNAMODB", DynamoDb.Address.ToString())];

    public async Task InitializeAsync()
    {
        DynamoDb = await DynamoDbServer.StartAsync();
        await DynamoDb.CreateTableAsync(Table, Sample.Orders.Resource(Table)["Properties"]!.AsObject());
    }

    public Task DisposeAsync()
    {
        DynamoDb.Dispose();
        return Task.CompletedTask;
    }
}
