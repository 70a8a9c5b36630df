using Serverless.Model;

namespace Serverless.Artifacts.Tests.Models;

/// <summary>The web shop of the documentation as a model: three routes on one API, a table with an index, a queue with dead letters.</summary>
internal static class OrdersModel
{
    public static Application Create() => new()
    {
        Project = new ProjectFacts { AssemblyName = "Orders", RootNamespace = "Shop", IsExecutable = true, TargetFramework = "net10.0" },
        Settings = new ApplicationSettings { Description = "Orders of a web shop." },
        HttpApis = EquatableArray.Of(new HttpApi
        {
            LogicalId = "OrdersApi",
            Declaration = At,
            Cors = new CorsSettings(EquatableArray.Of("https://shop.example"), default, default, default, null, false),
        }),
        Functions = EquatableArray.Of(
            Function("OrdersGetOrder", "One order, or 404.", "GET", "/orders/{id}", Allow("dynamodb:GetItem", AwsValue.Reference("OrdersTable"))),
            Function("OrdersListOrders", "Orders of one customer, newest first.", "GET", "/orders", Allow("dynamodb:Query", AwsValue.Reference("OrdersTable", null, "/index/*")), throttleRate: 20),
            Function("OrdersPlaceOrder", "Places an order.", "POST", "/orders", Allow("dynamodb:PutItem", AwsValue.Reference("OrdersTable")), memorySize: 1024, reservedConcurrency: 50)),
        Resources = EquatableArray.Of<Resource>(
            new TableResource("OrdersTable", At)
            {
                PartitionKey = Key("id"),
                Indexes = EquatableArray.Of(new TableIndex("byEmail", Key("email"), Key("placedAt"))),
            },
            new QueueResource("Shipments", At) { MaxReceiveCount = 3 }),
    };

    private static DeclarationRef At { get; } = new("T:Shop.Orders");

    private static Function Function(
        string id, string description, string method, string path, Grant grant, int memorySize = 512, int? reservedConcurrency = null, double? throttleRate = null) => new()
    {
        LogicalId = id,
        Declaration = At,
        Description = description,
        Handler = id,
        Settings = new FunctionSettings { MemorySize = memorySize, Timeout = 10, ReservedConcurrency = reservedConcurrency },
        Environment = EquatableArray.Of(new EnvironmentVariable("ORDERS_TABLE", AwsValue.Reference("OrdersTable"))),
        Grants = EquatableArray.Of(grant),
        Routes = EquatableArray.Of(new HttpRoute { Api = "OrdersApi", Method = method, Path = path, Declaration = At, OperationId = id, ThrottleRate = throttleRate }),
    };

    private static Grant Allow(string action, AwsValue on) => new(true, EquatableArray.Of(action), on, null, null, GrantTarget.Functions, At);

    private static TableKey Key(string name) => new(name, KeyKind.String);
}
