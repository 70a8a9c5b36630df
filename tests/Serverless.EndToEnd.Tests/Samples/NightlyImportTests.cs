using System.Text.Json.Nodes;
using Serverless.EndToEnd.Tests.Aws;
using Serverless.Testing.StateMachines;

namespace Serverless.EndToEnd.Tests.Samples;

/// <summary>Glue, a distributed Map over files that are really read, Athena, and a machine that starts another one.</summary>
public sealed class NightlyImportTests : IAsyncLifetime
{
    private const string Tonight = """{ "day": "2026-11-28" }""";

    private ObjectStore _objects = null!;
    private SampleMachine _import = null!;
    private SampleMachine _report = null!;
    private string? _failing;

    public async Task InitializeAsync()
    {
        _objects = await ObjectStore.StartAsync();
        KeyValuePair<string, string>[] environment = [new("AWS_ENDPOINT_URL_S3", _objects.Address), new("LANDING_BUCKET", "Landing")];
        _report = new(Sample.NightlyImport, "NightlyReport", Answer, environment);
        _import = new(Sample.NightlyImport, "NightlyImport", Answer, environment) { ReadItems = List };
        for (var i = 1; i <= 45; i++)
            _objects.Put("Landing", $"sales/{i}.jsonl", $$"""{ "shop": "{{i}}", "receipt": "1", "cents": {{100 * i}} }""" + "\n" + """{ "shop": "x", "receipt": "2", "cents": 1 }""" + "\n", "application/x-ndjson");
    }

    public async Task DisposeAsync()
    {
        _import.Dispose();
        _report.Dispose();
        await _objects.DisposeAsync();
    }

    [Fact]
    public async Task A_night_ends_with_a_report()
    {
        var run = await _import.RunAsync(Tonight);
        Assert.True(run.Succeeded, $"{run.Error}: {run.Cause}");
        Assert.Equal(["Normalise", "ImportFiles", "ImportBatch", "ImportBatch", "ImportBatch", "AddUp", "Report"], run.Visited);
        Assert.Equal("2026-11-28", Call("Normalise")["Arguments"]!["--day"]!.GetValue<string>());
        var batches = _import.Calls.Where(static c => c.State == "ImportBatch").Select(static c => c.Arguments!["Payload"]!["Items"]!.AsArray().Count);
        Assert.Equal([20, 20, 5], batches);
        Assert.Contains("2026-11-28", Call("AddUp")["QueryString"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("q-1", _report.Calls.Last().Arguments!["Message"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("q-1", run.Output!.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Normalise")]
    [InlineData("AddUp")]
    [InlineData("Report")]
    public async Task A_failure_of_any_step_is_told(string step)
    {
        _failing = step;
        await AssertToldAsync();
    }

    [Fact]
    public async Task Too_many_broken_files_end_the_night()
    {
        _objects.Put("Landing", "sales/1.jsonl", "not json", "application/x-ndjson");
        await AssertToldAsync();
    }

    private async Task AssertToldAsync()
    {
        var run = await _import.RunAsync(Tonight);
        Assert.Equal(("ImportFailed", "Operations were told."), (run.Error, run.Cause));
        Assert.Equal(["Alarm", "Failed"], run.Visited.TakeLast(2));
        Assert.Equal("Operations", Call("Alarm")["TopicArn"]!.GetValue<string>());
    }

    private JsonObject Call(string state) => _import.Calls.Last(c => c.State == state).Arguments!.AsObject();

    private JsonArray List(JsonObject reader)
    {
        Assert.Equal("arn:aws:states:::s3:listObjectsV2", reader["Resource"]!.GetValue<string>());
        Assert.Equal(("Landing", "sales/"), (reader["Arguments"]!["Bucket"]!.GetValue<string>(), reader["Arguments"]!["Prefix"]!.GetValue<string>()));
        return [.. Enumerable.Range(1, 45).Select(static i => (JsonNode)new JsonObject { ["Key"] = $"sales/{i}.jsonl", ["Size"] = 80, ["LastModified"] = 1_700_000_000, ["Etag"] = "\"e\"", ["StorageClass"] = "STANDARD" })];
    }

    private JsonObject? Answer(TaskCall call)
    {
        if (call.State == _failing)
            throw new StateMachineException("States.TaskFailed", "it broke");
        switch (call.Resource["arn:aws:states:::".Length..])
        {
            case "glue:startJobRun.sync":
                return new JsonObject { ["JobRunState"] = "SUCCEEDED" };
            case "athena:startQueryExecution.sync":
                return new JsonObject { ["QueryExecution"] = new JsonObject { ["QueryExecutionId"] = "q-1", ["Status"] = new JsonObject { ["State"] = "SUCCEEDED" } } };
            case "sns:publish":
                return new JsonObject { ["MessageId"] = "1" };
            case "states:startExecution.sync:2":
                Assert.Equal("NightlyReport", call.Arguments!["StateMachineArn"]!.GetValue<string>());
                var child = _report.RunAsync(call.Arguments["Input"]!.ToJsonString()).GetAwaiter().GetResult();
                return child.Succeeded ? new JsonObject { ["Output"] = child.Output?.DeepClone(), ["Status"] = "SUCCEEDED" } : throw new StateMachineException("States.TaskFailed", child.Error);
            default:
                throw new NotSupportedException(call.Resource);
        }
    }
}
