using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local.Tests;

/// <summary>Each kind of state, one rule of the language at a time.</summary>
public sealed class StatesTests : JsonataTests
{
    [Fact]
    public async Task A_task_gets_its_arguments_and_its_output_sees_the_result()
    {
        var runner = Jsonata("""{ "A": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Arguments": { "double": "{% $states.input.n * 2 %}", "plain": "x" }, "Output": "{% $states.result.sent + $states.input.n %}", "End": true } }""");
        runner.Service("sqs:sendMessage", call => new { sent = call.Argument("double")!.GetValue<double>() + 1 });
        var run = await runner.RunAsync(new { n = 3 });
        Assert.Equal(10, run.Output<int>());
        Assert.Equal("""{"double":6,"plain":"x"}""", run.Find("A").Arguments!.ToJsonString());
        Assert.Equal("""{"sent":7}""", run.Find("A").Result!.ToJsonString());
        Assert.Equal("sqs:sendMessage", run.Find("A").Resource);
    }

    [Fact]
    public async Task Without_arguments_a_task_gets_the_input_and_its_result_is_the_output()
    {
        var runner = Jsonata("""{ "A": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true } }""");
        runner.Service("sqs:*", call => call.Arguments);
        Assert.Equal("""{"n":3}""", (await runner.RunAsync(new { n = 3 })).OutputJson!.ToJsonString());
    }

    [Fact]
    public async Task Assign_uses_the_values_at_entry_so_that_variables_can_be_swapped()
    {
        var run = await Jsonata("""
            { "A": { "Type": "Pass", "Assign": { "x": 1, "y": 2 }, "Next": "B" },
              "B": { "Type": "Pass", "Assign": { "x": "{% $y %}", "y": "{% $x %}" }, "Output": "{% $x %}", "Next": "C" },
              "C": { "Type": "Pass", "Output": "{% [$states.input, $x, $y] %}", "End": true } }
            """).RunAsync();
        Assert.Equal("[1,2,1]", run.OutputJson!.ToJsonString());
        Assert.Equal("""{"x":2,"y":1}""", run.Find("B").Assigned!.ToJsonString());
    }

    [Theory]
    [InlineData("{% $missing & '' %}")]
    [InlineData("{% $states.input.missing %}")]
    [InlineData("{% $eval('1') %}")]
    [InlineData("{% 1 + 'a' %}")]
    public async Task An_expression_that_fails_or_yields_nothing_fails_the_execution(string output)
    {
        var run = await Jsonata(new JsonObject { ["A"] = new JsonObject { ["Type"] = "Pass", ["Output"] = output, ["End"] = true } }.ToJsonString()).RunAsync();
        Assert.Equal((ExecutionStatus.Failed, "States.QueryEvaluationError"), (run.Status, run.Error));
        Assert.Contains("'A'", run.Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20, "Large", "rule")]
    [InlineData(7, "Small", "default")]
    public async Task A_choice_takes_the_first_rule_that_holds_with_its_own_assignment(int number, string state, string assigned)
    {
        var run = await Jsonata("""
            { "A": { "Type": "Choice", "Choices": [ { "Condition": "{% $states.input > 10 %}", "Next": "Large", "Assign": { "by": "rule" }, "Output": "{% $states.input %}" } ], "Default": "Small", "Assign": { "by": "default" } },
              "Large": { "Type": "Pass", "Output": "{% $by %}", "End": true }, "Small": { "Type": "Pass", "Output": "{% $by %}", "End": true } }
            """).RunAsync(number);
        Assert.Equal(["A", state], run.Visited);
        Assert.Equal(assigned, run.Output<string>());
        Assert.Equal(state, run.Find("A").Next);
    }

    [Fact]
    public async Task A_choice_without_a_match_fails() =>
        Assert.Equal("States.NoChoiceMatched", (await Jsonata("""{ "A": { "Type": "Choice", "Choices": [ { "Condition": false, "Next": "B" } ] }, "B": { "Type": "Succeed" } }""").RunAsync()).Error);

    [Fact]
    public async Task A_condition_that_is_no_bool_fails() =>
        Assert.Equal("States.QueryEvaluationError", (await Jsonata("""{ "A": { "Type": "Choice", "Choices": [ { "Condition": "{% 'yes' %}", "Next": "B" } ] }, "B": { "Type": "Succeed" } }""").RunAsync()).Error);

    [Fact]
    public async Task Waits_take_virtual_time_and_none_of_the_test()
    {
        var run = await Jsonata("""{ "A": { "Type": "Wait", "Seconds": "{% $states.input.s %}", "Next": "B" }, "B": { "Type": "Wait", "Timestamp": "2026-03-01T00:00:00Z", "Next": "C" }, "C": { "Type": "Succeed", "Output": "{% $states.context.State.EnteredTime %}" } }""").RunAsync(new { s = 900 });
        Assert.Equal(TimeSpan.FromDays(59), run.Duration);
        Assert.Equal(TimeSpan.FromMinutes(15), run.Find("A").Exited - run.Find("A").Entered);
        Assert.Equal("2026-03-01T00:00:00.000Z", run.Output<string>());
    }

    [Theory]
    [InlineData("\"Seconds\": \"{% 1.5 %}\"")]
    [InlineData("\"Seconds\": \"{% 'x' %}\"")]
    [InlineData("\"Timestamp\": \"{% '2026-03-01 00:00:00Z' %}\"")]
    [InlineData("\"Timestamp\": \"{% '2026-13-01T00:00:00Z' %}\"")]
    public async Task A_wait_for_no_time_fails(string field) =>
        Assert.Equal("States.QueryEvaluationError", (await Jsonata($$"""{ "A": { "Type": "Wait", {{field}}, "End": true } }""").RunAsync()).Error);

    [Fact]
    public async Task Fail_ends_the_run_with_its_error_and_cause()
    {
        var run = await Jsonata("""{ "A": { "Type": "Fail", "Error": "E", "Cause": "{% 'because ' & $states.input %}" } }""").RunAsync("x");
        Assert.Equal((ExecutionStatus.Failed, "E", "because x"), (run.Status, run.Error, run.Cause));
        Assert.Throws<InvalidOperationException>(() => run.Output<string>());
    }

    [Fact]
    public async Task Branches_read_outer_variables_and_yield_a_list_in_order()
    {
        var runner = Jsonata("""
            { "A": { "Type": "Pass", "Assign": { "x": 5 }, "Next": "P" },
              "P": { "Type": "Parallel", "Arguments": { "n": "{% $states.input %}" }, "Branches": [
                { "StartAt": "One", "States": { "One": { "Type": "Wait", "Seconds": 10, "Assign": { "inner": 1 }, "Output": "{% $x %}", "End": true } } },
                { "StartAt": "Two", "States": { "Two": { "Type": "Pass", "Output": "{% $states.input.n %}", "End": true } } } ],
                "Assign": { "first": "{% $states.result[0] %}" }, "Next": "Z" },
              "Z": { "Type": "Pass", "Output": "{% [$states.input, $first] %}", "End": true } }
            """);
        var run = await runner.RunAsync(7);
        Assert.Equal("[5,7,5]", run.OutputJson!.ToJsonString());
        Assert.Equal(["A", "P", "One", "Two", "Z"], run.Visited);
        Assert.Equal("P[1]", run.Find("Two").Path);
        Assert.Equal(TimeSpan.FromSeconds(10), run.Duration);
    }

    [Fact]
    public async Task A_branch_may_not_assign_an_outer_variable() =>
        Assert.Equal("States.Runtime", (await Jsonata("""
            { "A": { "Type": "Pass", "Assign": { "x": 5 }, "Next": "P" },
              "P": { "Type": "Parallel", "Branches": [ { "StartAt": "One", "States": { "One": { "Type": "Pass", "Assign": { "x": 1 }, "End": true } } } ], "End": true } }
            """).RunAsync()).Error);

    [Fact]
    public async Task A_failing_branch_ends_the_others_and_fails_the_state()
    {
        var runner = Jsonata("""
            { "P": { "Type": "Parallel", "Branches": [
                { "StartAt": "Slow", "States": { "Slow": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Next": "Never" }, "Never": { "Type": "Succeed" } } },
                { "StartAt": "Short", "States": { "Short": { "Type": "Wait", "Seconds": 5, "Next": "Bad" }, "Bad": { "Type": "Fail", "Error": "Bad" } } } ],
                "Catch": [ { "ErrorEquals": ["Bad"], "Next": "Z" } ], "End": true },
              "Z": { "Type": "Succeed" } }
            """);
        var stopped = false;
        runner.Service("sqs:sendMessage", async call =>
        {
            try
            {
                return await call.NeverAsync();
            }
            finally
            {
                stopped = call.Cancelled.IsCancellationRequested;
            }
        });
        var run = await runner.RunAsync();
        Assert.Equal(["P", "Slow", "Short", "Bad", "Z"], run.Visited);
        Assert.Equal(TimeSpan.FromSeconds(5), run.Duration);
        Assert.Null(run.Find("Slow").Exited);
        Assert.True(SpinWait.SpinUntil(() => stopped, 5000));
    }

    [Fact]
    public async Task A_map_runs_its_processor_for_each_item_no_more_than_allowed_at_a_time()
    {
        var (now, most) = (0, 0);
        var runner = Jsonata("""
            { "M": { "Type": "Map", "Items": "{% $states.input.list %}", "MaxConcurrency": 2,
                "ItemSelector": { "value": "{% $states.context.Map.Item.Value %}", "index": "{% $states.context.Map.Item.Index %}" },
                "ItemProcessor": { "StartAt": "One", "States": { "One": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Output": "{% $states.result.value & $string($states.result.index) & $string($states.context.Map.Item.Index) %}", "End": true } } },
                "End": true } }
            """);
        runner.Service("sqs:sendMessage", async call =>
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            await Task.Delay(TimeSpan.FromMinutes(1), call.Time);
            Interlocked.Decrement(ref now);
            return call.Arguments;
        });
        var run = await runner.RunAsync(new { list = new[] { "a", "b", "c", "d" } });
        Assert.Equal("""["a00","b11","c22","d33"]""", run.OutputJson!.ToJsonString());
        Assert.Equal(2, most);
        Assert.Equal(TimeSpan.FromMinutes(2), run.Duration);
        Assert.Equal(4, run.FindAll("One").Count);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("'text'")]
    [InlineData("{'a': 1}")]
    [InlineData("null")]
    public async Task Items_that_are_no_list_fail(string items) =>
        Assert.Equal("States.QueryEvaluationError", (await Jsonata($$"""{ "M": { "Type": "Map", "Items": "{% {{items}} %}", "ItemProcessor": { "StartAt": "One", "States": { "One": { "Type": "Succeed" } } }, "End": true } }""").RunAsync()).Error);

    [Theory]
    [InlineData("Task", "x")]
    [InlineData("Input", "x")]
    public async Task A_payload_above_the_limit_fails(string where, string character)
    {
        var runner = Jsonata("""{ "A": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true } }""");
        var large = string.Concat(Enumerable.Repeat(character, 262_143));
        runner.Service("sqs:sendMessage", _ => large);
        var run = await runner.RunAsync(where == "Input" ? large : "x");
        Assert.Equal("States.DataLimitExceeded", run.Error);
    }

    [Fact]
    public async Task Limits_count_bytes_in_UTF8()
    {
        var runner = Jsonata("""{ "A": { "Type": "Succeed" } }""");
        Assert.Equal(ExecutionStatus.Succeeded, (await runner.RunAsync(string.Concat(Enumerable.Repeat("ä", 131_071)))).Status);
        Assert.Equal("States.DataLimitExceeded", (await runner.RunAsync(string.Concat(Enumerable.Repeat("ä", 131_072)))).Error);
    }

    [Fact]
    public async Task The_context_names_execution_machine_and_state()
    {
        var run = await Jsonata("""{ "A": { "Type": "Pass", "Output": "{% $states.context %}", "End": true } }""").Start(new { a = 1 }, "first").Ended;
        Assert.Equal(
            """{"Execution":{"Id":"arn:aws:states:us-east-1:123456789012:execution:Machine:first","Input":{"a":1},"Name":"first","RoleArn":"arn:aws:iam::123456789012:role/Machine","StartTime":"2026-01-01T00:00:00.000Z","RedriveCount":0},"StateMachine":{"Id":"arn:aws:states:us-east-1:123456789012:stateMachine:Machine","Name":"Machine"},"State":{"Name":"A","EnteredTime":"2026-01-01T00:00:00.000Z"}}""",
            run.OutputJson!.ToJsonString());
    }
}
