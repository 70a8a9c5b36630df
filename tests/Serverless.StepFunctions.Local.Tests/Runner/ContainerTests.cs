using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local.Tests;

/// <summary>States whose task runs in a container: the method behind them, or what the test says, as the container would send it.</summary>
public sealed class ContainerTests : JsonataTests
{
    private const string Ecs = """{ "Work": { "Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken", "Arguments": { "Cluster": "${FargateClusterArn}", "TaskDefinition": "${FlowWorkFamily}", "LaunchType": "FARGATE", "Overrides": { "ContainerOverrides": [ { "Name": "task", "Environment": [ { "Name": "SERVERLESS_TASK_TOKEN", "Value": "{% $states.context.Task.Token %}" }, { "Name": "SERVERLESS_TASK_INPUT", "Value": "{% $string({'input': $states.input, 'at': $now()}) %}" } ] } ] } }, "Output": "{% $states.result %}", "TimeoutSeconds": 3600, "HeartbeatSeconds": 120, "End": true } }""";
    private const string Eks = """{ "Work": { "Type": "Task", "Resource": "arn:aws:states:::eks:runJob.sync", "Arguments": { "ClusterName": "c", "Job": { "spec": { "template": { "spec": { "containers": [ { "name": "task", "env": [ { "name": "SERVERLESS_TASK", "value": "FlowWork" }, { "name": "SERVERLESS_TASK_INPUT", "value": "{% $string({'input': $states.input, 'at': $now()}) %}" } ] } ] } } } } }, "Output": "{% $parse($states.result.logs.pods.*.containers.task.log.output) %}", "TimeoutSeconds": 3600, "End": true } }""";

    [Theory]
    [InlineData(Ecs, "\"a text\"")]
    [InlineData(Ecs, "{\"a\":[1,{\"b\":null}]}")]
    [InlineData(Ecs, "[1]")]
    [InlineData(Eks, "\"a text\"")]
    [InlineData(Eks, "{\"a\":[1,{\"b\":null}]}")]
    [InlineData(Eks, "[1]")]
    [InlineData(Eks, "[[1]]")]
    [InlineData(Eks, "null")]
    public async Task Input_and_result_pass_as_they_are(string states, string input)
    {
        var runner = Jsonata(states);
        runner.Function("FlowWork", static call => call.Arguments?.DeepClone());
        var run = await runner.RunAsync(JsonNode.Parse(input));
        Assert.True(run.Status == ExecutionStatus.Succeeded, run.ToString());
        Assert.Equal(input, run.OutputJson?.ToJsonString() ?? "null");
    }

    /// <summary>What a JSONPath machine writes: the same envelope by intrinsic functions.</summary>
    [Theory]
    [InlineData("\"a 'text' {}\"")]
    [InlineData("{\"a\":[1,{\"b\":null}]}")]
    [InlineData("[1]")]
    public async Task Paths_hand_over_the_same(string input)
    {
        const string Paths = """{ "Work": { "Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken", "Parameters": { "TaskDefinition": "${FlowWorkFamily}", "Overrides": { "ContainerOverrides": [ { "Name": "task", "Environment": [ { "Name": "SERVERLESS_TASK_TOKEN", "Value.$": "$$.Task.Token" }, { "Name": "SERVERLESS_TASK_INPUT", "Value.$": "States.Format('\\{\"input\":{}\\}', States.JsonToString($))" } ] } ] } }, "End": true } }""";
        var runner = Machines.JsonPath(Paths);
        runner.Function("FlowWork", static call => call.Arguments?.DeepClone());
        var run = await runner.RunAsync(JsonNode.Parse(input));
        Assert.True(run.Status == ExecutionStatus.Succeeded, run.ToString());
        Assert.Equal(JsonNode.Parse(input)!.ToJsonString(), run.OutputJson!.ToJsonString());
    }

    [Fact]
    public async Task A_failure_is_that_of_the_method()
    {
        var runner = Jsonata(Ecs);
        runner.Function("FlowWork", static _ => throw new TaskFailedException("UnreadableException", "no"));
        Assert.Equal(("UnreadableException", "no"), Outcome(await runner.RunAsync(new { })));
    }

    [Fact]
    public async Task The_container_sends_its_heartbeats_itself()
    {
        var runner = Jsonata(Ecs);
        runner.Function("FlowWork", static async call =>
        {
            await call.DelayAsync(TimeSpan.FromMinutes(30));
            return "done";
        });
        var run = await runner.RunAsync(new { });
        Assert.Equal(("done", TimeSpan.FromMinutes(30)), (run.Output<string>(), run.Duration));
    }

    [Fact]
    public async Task It_can_be_played_with_its_token()
    {
        var runner = Jsonata(Ecs);
        runner.Callback("Work", static call => call.NeverAsync());
        Assert.Equal("States.Timeout", (await runner.RunAsync(new { })).Error);
    }

    [Fact]
    public async Task One_that_nobody_knows_is_said() =>
        Assert.Contains("FlowWork", (await Assert.ThrowsAsync<UnansweredTaskException>(() => Jsonata(Ecs).RunAsync(new { }))).Message, StringComparison.Ordinal);

    private static (string?, string?) Outcome(Execution run) => (run.Error, run.Cause);
}
