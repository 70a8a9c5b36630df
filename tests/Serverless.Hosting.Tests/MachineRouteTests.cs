using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Serverless.Runtime;
using Serverless.StepFunctions.Local;

namespace Serverless.Hosting.Tests;

/// <summary>Routes that start state machines: the machine runs in process, the answer is the integration's.</summary>
public sealed class MachineRouteTests
{
    private const string Quote = """
        { "StartAt": "Price", "States": {
          "Price": { "Type": "Task", "Resource": "${Pricer}", "ResultPath": "$.price", "Next": "Archive" },
          "Archive": { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "Parameters": { "TableName": "${Quotes}" }, "ResultPath": null, "Next": "Pause" },
          "Pause": { "Type": "Wait", "Seconds": 3600, "Next": "Check" },
          "Check": { "Type": "Choice", "Choices": [ { "Variable": "$.skus[0]", "IsPresent": true, "Next": "Done" } ], "Default": "Empty" },
          "Done": { "Type": "Succeed", "OutputPath": "$.price" }, "Empty": { "Type": "Fail", "Error": "Empty", "Cause": "nothing to price" } } }
        """;

    static MachineRouteTests() => MachineTable.Register(static () =>
    [
        new("LocalQuote", typeof(MachineRouteTests), false, static () => Quote) { Substitutions = [new("Pricer", "${LocalPricer.Arn}"), new("Quotes", "${QuotesTable}")] },
    ]);

    [Theory]
    [InlineData(ApiProtocol.Http, """{"skus":["a"]}""", 200)]
    [InlineData(ApiProtocol.Rest, """{"skus":["a"]}""", 200)]
    [InlineData(ApiProtocol.Http, """{"skus":[]}""", 200)]
    [InlineData(ApiProtocol.Rest, """{"skus":[]}""", 500)]
    [InlineData(ApiProtocol.Http, "{", 400)]
    [InlineData(ApiProtocol.Rest, "{", 400)]
    public async Task A_synchronous_route_waits_for_the_end(ApiProtocol protocol, string body, int status)
    {
        var items = new List<string>();
        await using var host = await StartAsync(protocol, "StartSyncExecution", (_, runner) => runner.Service("dynamodb:putItem", call =>
        {
            items.Add(call.Argument("TableName")!.GetValue<string>());
            return new { };
        }));
        using var response = await host.Client.PostAsync(new Uri("/quotes", UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal((HttpStatusCode)status, response.StatusCode);
        var answer = await response.Content.ReadAsStringAsync();
        if (status == 400)
            return;
        Assert.Equal(["QuotesTable"], items);
        var isEmpty = body.Contains("[]", StringComparison.Ordinal);
        if (protocol == ApiProtocol.Rest)
        {
            if (!isEmpty)
                Assert.Equal("""{"total":1}""", answer);
            return;
        }

        var execution = JsonNode.Parse(answer)!;
        Assert.Equal(isEmpty ? "FAILED" : "SUCCEEDED", execution["status"]!.GetValue<string>());
        Assert.Equal(body, execution["input"]!.GetValue<string>());
        Assert.Equal(isEmpty ? null : """{"total":1}""", execution["output"]?.GetValue<string>());
        Assert.Equal(isEmpty ? "Empty" : null, execution["error"]?.GetValue<string>());
        Assert.EndsWith(":stateMachine:LocalQuote", execution["stateMachineArn"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ApiProtocol.Http)]
    [InlineData(ApiProtocol.Rest)]
    public async Task An_asynchronous_route_answers_at_once(ApiProtocol protocol)
    {
        var written = new TaskCompletionSource();
        await using var host = await StartAsync(protocol, "StartExecution", (_, runner) => runner.Service("dynamodb:putItem", _ =>
        {
            written.TrySetResult();
            return (object?)null;
        }));
        using var response = await host.Client.PostAsync(new Uri("/quotes", UriKind.Relative), new StringContent("""{"skus":["a"]}"""));
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.StartsWith("arn:aws:states:local:000000000000:execution:LocalQuote:", answer["executionArn"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(protocol == ApiProtocol.Http, answer["startDate"] is not null);
        await written.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_task_that_nobody_answers_says_what_to_do()
    {
        await using var host = await StartAsync(ApiProtocol.Http, "StartSyncExecution", null);
        using var response = await host.Client.PostAsync(new Uri("/quotes", UriKind.Relative), new StringContent("{}"));
        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
        var problem = await response.Content.ReadAsStringAsync();
        Assert.Contains("dynamodb:putItem", problem, StringComparison.Ordinal);
        Assert.Contains("ServerlessHostOptions.Machines", problem, StringComparison.Ordinal);
    }

    private static Task<RunningHost> StartAsync(ApiProtocol protocol, string action, Action<string, StateMachineRunner>? answers)
    {
        // The runner looks for functions in the table of the program.
        var pricer = RunningHost.Function("LocalPricer", static e => $$"""{"total":{{(e.TryGetProperty("skus", out var skus) ? skus.GetArrayLength() : 0)}}}""");
        FunctionTable.Register(pricer);
        var options = RunningHost.Developer("--skip-waits", "true");
        options.Machines = answers;
        var api = new ApiDescription("QuotesApi", protocol, protocol == ApiProtocol.Http ? "$default" : "live") { Routes = [new("POST /quotes", new ServiceTarget("states", action) { Machine = "LocalQuote" })] };
        return RunningHost.StartAsync(null, [api], options, pricer);
    }
}
