using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local.Tests;

/// <summary>Data flow of JSONPath machines, in the order of the language.</summary>
public sealed class JsonPathTests
{
    private const string Call = "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::sqs:sendMessage\"";

    [Fact]
    public async Task Fields_are_applied_in_order()
    {
        var runner = Machines.JsonPath($$"""
            { "A": { {{Call}}, "InputPath": "$.in", "Parameters": { "n.$": "$.n", "plain": "$.n", "name.$": "$$.State.Name" }, "ResultSelector": { "got.$": "$.value", "machine.$": "$$.StateMachine.Name" },
              "ResultPath": "$.out.here", "OutputPath": "$.out", "Assign": { "raw.$": "$.value" }, "Next": "B" },
              "B": { "Type": "Pass", "Parameters": { "v.$": "$raw", "in.$": "$" }, "End": true } }
            """);
        runner.Service("sqs:sendMessage", static call => new { value = call.Arguments });
        var run = await runner.RunAsync(JsonNode.Parse("""{ "in": { "n": 5 }, "other": 1 }"""));
        Assert.Equal("""{"n":5,"plain":"$.n","name":"A"}""", run.Find("A").Arguments!.ToJsonString());
        Assert.Equal("""{"v":{"n":5,"plain":"$.n","name":"A"},"in":{"here":{"got":{"n":5,"plain":"$.n","name":"A"},"machine":"Machine"}}}""", run.OutputJson!.ToJsonString());
    }

    [Theory]
    [InlineData("\"InputPath\": null", """{}""")]
    [InlineData("\"OutputPath\": null", """{}""")]
    [InlineData("\"Result\": { \"a\": 1 }, \"ResultPath\": null", """{"x":1}""")]
    [InlineData("\"Result\": { \"a\": 1 }, \"ResultPath\": \"$.y\"", """{"x":1,"y":{"a":1}}""")]
    [InlineData("\"Result\": { \"a.$\": \"$.x\" }", """{"a.$":"$.x"}""")]
    [InlineData("\"Parameters\": { \"a.$\": \"States.Format('{}!', $.x)\" }", """{"a":"1!"}""")]
    public async Task A_pass_changes_data(string fields, string output) =>
        Assert.Equal(output, (await Machines.JsonPath($$"""{ "A": { "Type": "Pass", {{fields}}, "End": true } }""").RunAsync(new { x = 1 })).OutputJson!.ToJsonString());

    [Theory]
    [InlineData("\"InputPath\": \"$.missing\"", "States.Runtime")]
    [InlineData("\"OutputPath\": \"$.missing\"", "States.Runtime")]
    [InlineData("\"Parameters\": { \"a.$\": \"$.missing\" }", "States.Runtime")]
    [InlineData("\"Parameters\": { \"a.$\": \"$missing\" }", "States.Runtime")]
    [InlineData("\"Parameters\": { \"a.$\": \"States.MathAdd('a', 1)\" }", "States.IntrinsicFailure")]
    [InlineData("\"Result\": 1, \"ResultPath\": \"$.x.y\"", "States.ResultPathMatchFailure")]
    public async Task Paths_that_lead_nowhere_fail(string fields, string error) =>
        Assert.Equal(error, (await Machines.JsonPath($$"""{ "A": { "Type": "Pass", {{fields}}, "End": true } }""").RunAsync(new { x = 1 })).Error);

    [Theory]
    [InlineData(5, "Small")]
    [InlineData(50, "Large")]
    [InlineData(500, "Huge")]
    public async Task A_choice_compares(int number, string state)
    {
        var run = await Machines.JsonPath("""
            { "A": { "Type": "Choice", "Choices": [
                { "And": [ { "Variable": "$.n", "IsPresent": true }, { "Not": { "Variable": "$.n", "NumericLessThan": 100 } } ], "Next": "Huge" },
                { "Variable": "$.n", "NumericGreaterThanEqualsPath": "$.limit", "Next": "Large" } ], "Default": "Small" },
              "Small": { "Type": "Succeed" }, "Large": { "Type": "Succeed" }, "Huge": { "Type": "Succeed" } }
            """).RunAsync(new { n = number, limit = 10 });
        Assert.Equal(["A", state], run.Visited);
    }

    [Fact]
    public async Task A_catch_puts_the_error_where_its_path_says_and_leaves_OutputPath_alone()
    {
        var runner = Machines.JsonPath($$"""{ "A": { {{Call}}, "OutputPath": "$.nothing", "Catch": [ { "ErrorEquals": ["E"], "ResultPath": "$.error", "Next": "B" } ], "End": true }, "B": { "Type": "Succeed" } }""");
        runner.Service("sqs:sendMessage", static _ => throw new TaskFailedException("E"));
        Assert.Equal("""{"x":1,"error":{"Error":"E","Cause":""}}""", (await runner.RunAsync(new { x = 1 })).OutputJson!.ToJsonString());
    }

    [Fact]
    public async Task Errors_of_the_machine_itself_are_caught_by_nobody()
    {
        var run = await Machines.JsonPath($$"""{ "A": { {{Call}}, "Parameters": { "a.$": "$.missing" }, "Catch": [ { "ErrorEquals": ["States.ALL"], "Next": "B" } ], "End": true }, "B": { "Type": "Succeed" } }""").RunAsync();
        Assert.Equal((ExecutionStatus.Failed, "States.Runtime"), (run.Status, run.Error));
    }

    [Fact]
    public async Task A_map_selects_and_collects()
    {
        var run = await Machines.JsonPath("""
            { "M": { "Type": "Map", "ItemsPath": "$.list", "MaxConcurrencyPath": "$.at", "ItemSelector": { "v.$": "$$.Map.Item.Value", "i.$": "$$.Map.Item.Index", "all.$": "$.name" }, "ResultPath": "$.done",
                "ItemProcessor": { "StartAt": "One", "States": { "One": { "Type": "Pass", "End": true } } }, "End": true } }
            """).RunAsync(new { list = new[] { 7, 8 }, at = 1, name = "n" });
        Assert.Equal("""{"list":[7,8],"at":1,"name":"n","done":[{"v":7,"i":0,"all":"n"},{"v":8,"i":1,"all":"n"}]}""", run.OutputJson!.ToJsonString());
    }

    [Fact]
    public async Task Numbers_come_from_paths()
    {
        var runner = Machines.JsonPath($$"""
            { "W": { "Type": "Wait", "SecondsPath": "$.s", "Next": "T" }, "T": { "Type": "Wait", "TimestampPath": "$.t", "Next": "A" },
              "A": { {{Call}}, "TimeoutSecondsPath": "$.s", "Catch": [ { "ErrorEquals": ["States.Timeout"], "Next": "F" } ], "End": true },
              "F": { "Type": "Fail", "ErrorPath": "$.Error", "CausePath": "States.Format('after {}', $$.Execution.Name)" } }
            """);
        runner.Service("sqs:sendMessage", static call => call.NeverAsync());
        var run = await runner.RunAsync(new { s = 30, t = "2026-01-01T01:00:00Z" });
        Assert.Equal(("States.Timeout", "after execution-1", 3630.0), (run.Error, run.Cause, run.Duration.TotalSeconds));
    }

    [Fact]
    public async Task A_function_called_by_its_ARN_gives_its_result_alone()
    {
        var runner = Machines.JsonPath("""{ "A": { "Type": "Task", "Resource": "arn:aws:lambda:eu-central-1:123456789012:function:Pick:live", "End": true } }""");
        runner.Function("Pick", static call => new { picked = call.Arguments });
        var run = await runner.RunAsync("sku");
        Assert.Equal("""{"picked":"sku"}""", run.OutputJson!.ToJsonString());
        Assert.Contains(run.History, static e => e.Type == "LambdaFunctionSucceeded");
    }
}
