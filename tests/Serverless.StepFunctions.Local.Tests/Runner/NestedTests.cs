using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local.Tests;

/// <summary>Machines that start machines.</summary>
public sealed class NestedTests
{
    private const string Child = """{ "StartAt": "C", "States": { "C": { "Type": "Choice", "Choices": [ { "Variable": "$.fail", "IsPresent": true, "Next": "F" } ], "Default": "S" }, "F": { "Type": "Fail", "Error": "Bad", "Cause": "really" }, "S": { "Type": "Wait", "Seconds": 60, "Next": "P" }, "P": { "Type": "Pass", "Result": { "ok": true }, "End": true } } }""";

    private static StateMachineRunner Parent(string resource, string fields = "", bool isExpressChild = false) =>
        Machines.JsonPath($$"""{ "A": { "Type": "Task", "Resource": "arn:aws:states:::{{resource}}", "Parameters": { "StateMachineArn": "${Child.Arn}", "Input.$": "$" }{{fields}}, "End": true }, "X": { "Type": "Pass", "End": true } }""".Replace("\"A\"", "\"A\"", StringComparison.Ordinal))
            .Machine("Child", Child, isExpressChild);

    [Theory]
    [InlineData("states:startExecution.sync:2", """{"ok":true}""")]
    [InlineData("states:startExecution.sync", "\"{\\u0022ok\\u0022:true}\"")]
    public async Task The_parent_waits_for_the_child(string resource, string output)
    {
        var run = await Parent(resource).RunAsync(new { n = 1 });
        Assert.Equal(output, run.OutputJson!["Output"]!.ToJsonString());
        Assert.Equal("SUCCEEDED", run.OutputJson["Status"]!.GetValue<string>());
        Assert.Equal(TimeSpan.FromMinutes(1), run.Duration);
        var child = Assert.Single(run.Find("A").Executions);
        Assert.Equal("Child", child.Machine);
        Assert.Equal(["C", "S", "P"], child.Visited);
    }

    [Fact]
    public async Task A_failed_child_fails_the_task_with_its_description()
    {
        var run = await Parent("states:startExecution.sync:2", """, "Catch": [ { "ErrorEquals": ["States.TaskFailed"], "Next": "X" } ]""").RunAsync(new { fail = 1 });
        Assert.Equal("States.TaskFailed", run.OutputJson!["Error"]!.GetValue<string>());
        var cause = JsonNode.Parse(run.OutputJson["Cause"]!.GetValue<string>())!;
        Assert.Equal(("Bad", "really", "FAILED"), (cause["Error"]!.GetValue<string>(), cause["Cause"]!.GetValue<string>(), cause["Status"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_child_nobody_waits_for_runs_all_the_same()
    {
        var run = await Parent("states:startExecution").RunAsync(new { n = 1 });
        Assert.Equal(TimeSpan.Zero, run.Duration);
        Assert.StartsWith("arn:aws:states:us-east-1:123456789012:execution:Child:", run.OutputJson!["ExecutionArn"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(ExecutionStatus.Succeeded, Assert.Single(run.Find("A").Executions).Status);
    }

    [Fact]
    public async Task StartSyncExecution_succeeds_when_the_child_fails_and_says_so()
    {
        var run = await Parent("aws-sdk:sfn:startSyncExecution", isExpressChild: true).RunAsync(new { fail = 1 });
        Assert.Equal(("FAILED", "Bad"), (run.OutputJson!["Status"]!.GetValue<string>(), run.OutputJson["Error"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("states:startExecution.sync:2", true, "StepFunctions.StateMachineTypeNotSupportedException")]
    [InlineData("aws-sdk:sfn:startSyncExecution", false, "Sfn.StateMachineTypeNotSupportedException")]
    public async Task The_kind_of_the_child_must_fit(string resource, bool isExpress, string error) => Assert.Equal(error, (await Parent(resource, isExpressChild: isExpress).RunAsync()).Error);

    [Fact]
    public async Task An_unknown_machine_is_said_aloud() =>
        Assert.Contains("runner.Machine(\"Other\"", (await Assert.ThrowsAsync<UnansweredTaskException>(() => Machines.JsonPath("""{ "A": { "Type": "Task", "Resource": "arn:aws:states:::states:startExecution", "Parameters": { "StateMachineArn": "arn:aws:states:eu-central-1:123456789012:stateMachine:Other" }, "End": true } }""").RunAsync())).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_machine_may_be_faked_and_a_child_may_answer_its_parents_token()
    {
        var faked = Parent("states:startExecution.sync:2");
        faked.State("A", static call => new { Output = call.Argument("Input") });
        Assert.Equal("""{"Output":{"n":1}}""", (await faked.RunAsync(new { n = 1 })).OutputJson!.ToJsonString());

        var runner = Machines.JsonPath("""{ "A": { "Type": "Task", "Resource": "arn:aws:states:::states:startExecution.waitForTaskToken", "Parameters": { "StateMachineArn": "Child", "Input": { "token.$": "$$.Task.Token" } }, "End": true } }""");
        runner.Machine("Child", """{ "StartAt": "S", "States": { "S": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:sendTaskSuccess", "Parameters": { "TaskToken.$": "$.token", "Output": "{\"from\":\"child\"}" }, "End": true } } }""");
        Assert.Equal("""{"from":"child"}""", (await runner.RunAsync()).OutputJson!.ToJsonString());
    }
}
