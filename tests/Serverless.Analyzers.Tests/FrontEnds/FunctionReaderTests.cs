using Serverless.Analyzers.Tests.Harness;

namespace Serverless.Analyzers.Tests.FrontEnds;

public sealed class FunctionReaderTests
{
    [Fact]
    public void A_bare_function_gets_the_documented_defaults()
    {
        var run = GeneratorRun.Of("""
            using Serverless;
            namespace Shop;
            public sealed class Orders
            {
                /// <summary>Counts the orders of <see cref="DateTime"/>.</summary>
                [ServerlessFunction]
                public int Count() => 1;
            }
            """);

        var function = Assert.Single(run.Application.Functions);
        Assert.Equal("OrdersCount", function.LogicalId);
        Assert.Equal("Counts the orders of DateTime.", function.Description);
        Assert.Equal("Shop::Shop.Orders_Handlers::Count", function.Handler);
        Assert.Equal((512, 30, "dotnet10", "arm64", "JSON", 30), (function.Settings.MemorySize, function.Settings.Timeout, function.Settings.Runtime, function.Settings.Architecture, function.Settings.LogFormat, function.Settings.LogRetentionDays));
        Assert.Equal("", run.Faults);
    }

    [Fact]
    public Task A_grant_that_names_nothing_declared_is_reported_at_the_value() => DeclarationFaults.Verify("""
        using Serverless;
        [assembly: TableResource("OrdersTable", "id")]
        [assembly: EnvironmentVariable("QUEUE", {|SVLS2004:"@Shipments"|})]
        namespace Shop;
        public sealed class Orders
        {
            [ServerlessFunction]
            [Allow("dynamodb:GetItem", On = "@OrdersTable"), Allow("dynamodb:PutItem", On = {|SVLS2004:"@OrderTable"|})]
            public int Count() => 1;
        }
        """);
}
