using System.Text.Json.Nodes;
using Purchasing;
using Quotes;
using Serverless.Runtime;

namespace Serverless.StepFunctions.Local.Tests;

/// <summary>Machines of projects that use the generator, as their own tests would run them.</summary>
public sealed class ProjectMachineTests
{
    private static StateMachineRunner Approval() => StateMachineRunner.For(new PurchaseApproval(new Shelves()));

    [Fact]
    public async Task Task_methods_of_an_object_run()
    {
        var run = await Approval().RunAsync(new Purchase("7", 10_000, ["A1", "B2"]));
        Assert.True(run.Status == ExecutionStatus.Succeeded, run.ToString());
        Assert.Equal(["Route", "Cool", "PickAll", "Pick", "Pick", "Done"], run.Visited);
        Assert.Equal("""{"id":"7","picked":["A1 from the north aisle","B2 from the south aisle"]}""", run.OutputJson!.ToJsonString());
        Assert.Equal(TimeSpan.FromMinutes(15), run.Duration);
        Assert.Equal("B2", run.FindAll("Pick")[1].ArgumentsAs<string>());
    }

    [Fact]
    public async Task An_exception_of_a_method_is_named_as_Lambda_reports_it()
    {
        var run = await Approval().RunAsync(new Purchase("7", 1, ["Z9"]));
        Assert.Equal("KeyNotFoundException", run.Error);
        var cause = JsonNode.Parse(run.Cause!)!;
        Assert.Equal(("KeyNotFoundException", "no aisle holds 'Z9'"), (cause["errorType"]!.GetValue<string>(), cause["errorMessage"]!.GetValue<string>()));
        Assert.NotEmpty(cause["stackTrace"]!.AsArray());
    }

    [Theory]
    [InlineData(true, ExecutionStatus.Succeeded, null)]
    [InlineData(false, ExecutionStatus.Failed, "Rejected")]
    public async Task Somebody_decides(bool approved, ExecutionStatus status, string? error)
    {
        var runner = Approval();
        runner.Callback("AskHuman", async call =>
        {
            await call.DelayAsync(TimeSpan.FromHours(20));
            return new Decision(approved, "eva");
        });
        var run = await runner.RunAsync(new Purchase("7", 20_000, ["A1"]));
        Assert.Equal((status, error), (run.Status, run.Error));
        Assert.Equal("Approvals", run.Find("AskHuman").Arguments!["QueueUrl"]!.GetValue<string>());
        Assert.Equal(new Decision(approved, "eva"), run.Find("AskHuman").OutputAs<Decision>());
    }

    [Fact]
    public async Task Nobody_decides()
    {
        var runner = Approval();
        runner.Callback("AskHuman", static call => call.NeverAsync());
        var run = await runner.RunAsync(new Purchase("7", 20_000, ["A1"]));
        Assert.Equal(("Forgotten", TimeSpan.FromDays(1)), (run.Error, run.Duration));
    }

    [Fact]
    public async Task Methods_run_through_their_generated_handlers()
    {
        var runner = StateMachineRunner.For<PurchaseApproval>();
        Assert.Equal("""{"id":"7","picked":["A1 from the north aisle"]}""", (await runner.RunAsync(new Purchase("7", 1, ["A1"]))).OutputJson!.ToJsonString());
        var failed = await runner.RunAsync(new Purchase("7", 1, ["Z9"]));
        Assert.Equal("KeyNotFoundException", failed.Error);
        Assert.Equal("no aisle holds 'Z9'", JsonNode.Parse(failed.Cause!)!["errorMessage"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_test_may_answer_for_a_function()
    {
        var runner = Approval();
        runner.Function("PurchaseApprovalPick", static call => call.RetryCount < 2 ? throw new TaskFailedException("TimeoutException") : "late");
        var run = await runner.RunAsync(new Purchase("7", 1, ["A1"]));
        Assert.Equal("""{"id":"7","picked":["late"]}""", run.OutputJson!.ToJsonString());
        Assert.Equal(2, run.Find("Pick").RetryCount);
    }

    [Fact]
    public async Task An_Express_machine_runs_with_answers_for_its_services()
    {
        var items = new List<string>();
        var runner = StateMachineRunner.For(new Quote(new PriceList()));
        runner.Service("dynamodb:putItem", call =>
        {
            items.Add(call.Argument("Item.customer.S")!.GetValue<string>());
            return new { };
        });
        var run = await runner.RunAsync(new Basket("ann", [], null));
        Assert.Equal("EmptyBasket", run.Error);
        var unknown = await runner.RunAsync(new Basket("ann", ["nothing of the kind"], null));
        Assert.Equal("UnknownArticle", unknown.Error);
        Assert.Empty(items);
        Assert.StartsWith("arn:aws:states:us-east-1:123456789012:express:Quote:", run.Id, StringComparison.Ordinal);
    }

    [Fact]
    public void Machines_of_an_assembly_are_described()
    {
        var machine = Assert.Single(MachineTable.Described(typeof(Quote).Assembly));
        Assert.Equal(("Quote", typeof(Quote), true), (machine.Id, machine.Class, machine.IsExpress));
        Assert.Equal([new MachineFunction("QuotePrice", typeof(Quote), nameof(Quote.Price))], machine.Functions);
        Assert.Contains(new KeyValuePair<string, string>("QuotesTable", "${QuotesTable}"), machine.Substitutions);
        Assert.Same(machine.Class, MachineTable.Find(typeof(Quote))!.Class);
        Assert.Null(MachineTable.Find(typeof(Shelves)));
        Assert.Contains("is no state machine", Assert.Throws<InvalidOperationException>(static () => StateMachineRunner.For(new Shelves())).Message, StringComparison.Ordinal);
    }
}
