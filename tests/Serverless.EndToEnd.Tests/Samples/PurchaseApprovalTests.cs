using System.Text.Json.Nodes;
using Serverless.Testing.StateMachines;

namespace Serverless.EndToEnd.Tests.Samples;

/// <summary>Choice, wait, map, and a human in between.</summary>
public sealed class PurchaseApprovalTests : IDisposable
{
    private const string Large = """{ "id": "7", "total": 20000, "skus": ["A1", "B2"] }""";

    private readonly SampleMachine _approval;
    private string _decision = """{ "approved": true, "by": "eva" }""";
    private string? _failure;

    public PurchaseApprovalTests() => _approval = new(Sample.PurchaseApproval, "PurchaseApproval", Ask);

    public void Dispose() => _approval.Dispose();

    [Fact]
    public async Task A_small_purchase_needs_nobody()
    {
        var run = await _approval.RunAsync("""{ "id": "7", "total": 10000, "skus": ["A1", "B2"] }""");
        Assert.True(run.Succeeded, $"{run.Error}: {run.Cause}");
        Assert.Equal("""{"id":"7","picked":["A1 from the north aisle","B2 from the south aisle"]}""", run.Output!.ToJsonString());
        Assert.Equal([900.0], run.Waits);
        Assert.Equal(["Route", "Cool", "PickAll", "Pick", "Pick", "Done"], run.Visited);
    }

    [Fact]
    public async Task A_large_one_is_bought_when_somebody_agrees()
    {
        var run = await _approval.RunAsync(Large);
        Assert.True(run.Succeeded, $"{run.Error}: {run.Cause}");
        Assert.Equal(["Route", "AskHuman", "Decide", "Cool"], run.Visited.Take(4));
        var message = _approval.Calls.First().Arguments!["MessageBody"]!;
        Assert.Equal(("7", 20000), (message["id"]!.GetValue<string>(), message["total"]!.GetValue<int>()));
        Assert.NotEmpty(message["token"]!.GetValue<string>());
    }

    [Fact]
    public async Task And_not_when_somebody_refuses()
    {
        _decision = """{ "approved": false, "by": "eva" }""";
        var run = await _approval.RunAsync(Large);
        Assert.Equal(("Rejected", "by eva"), (run.Error, run.Cause));
    }

    [Theory]
    [InlineData("States.Timeout")]
    [InlineData("States.HeartbeatTimeout")]
    public async Task Nor_when_nobody_decides(string error)
    {
        _failure = error;
        var run = await _approval.RunAsync(Large);
        Assert.Equal(("Forgotten", "Nobody decided in time."), (run.Error, run.Cause));
    }

    [Fact]
    public async Task A_test_is_skipped()
    {
        var run = await _approval.RunAsync("""{ "id": "TEST-1", "total": 99999, "skus": ["A1"] }""");
        Assert.Equal("""{"id":"TEST-1","skipped":true}""", run.Output!.ToJsonString());
        Assert.Empty(_approval.Calls);
    }

    [Fact]
    public async Task An_article_without_an_aisle_ends_the_purchase()
    {
        var run = await _approval.RunAsync("""{ "id": "7", "total": 1, "skus": ["A1", "X9"] }""");
        Assert.Equal("KeyNotFoundException", run.Error);
    }

    private JsonNode? Ask(TaskCall call)
    {
        Assert.Equal("arn:aws:states:::sqs:sendMessage.waitForTaskToken", call.Resource);
        return _failure is null ? JsonNode.Parse(_decision) : throw new StateMachineException(_failure, "");
    }
}
