using System.Text.Json.Nodes;
using Serverless.Testing.StateMachines;

namespace Serverless.EndToEnd.Tests.StateMachines;

/// <summary>The interpreter judges the samples' machines, so it is judged first: one test for each rule of the states language it claims.</summary>
public sealed class StateMachineInterpreterTests(JsonataEvaluator evaluator) : IClassFixture<JsonataEvaluator>
{
    [Fact]
    public async Task A_task_gets_its_arguments_and_its_output_sees_the_result()
    {
        var run = await RunAsync(
            """{ "A": { "Type": "Task", "Resource": "r", "Arguments": { "double": "{% $states.input.n * 2 %}", "plain": "x" }, "Output": "{% $states.result.double + $states.input.n %}", "End": true } }""",
            """{ "n": 3 }""",
            Echo);
        Assert.Equal("9", run.Output!.ToJsonString());
    }

    [Fact]
    public async Task Without_arguments_a_task_gets_the_input_and_its_result_is_the_output() =>
        Assert.Equal("""{"n":3}""", (await RunAsync("""{ "A": { "Type": "Task", "Resource": "r", "End": true } }""", """{ "n": 3 }""", Echo)).Output!.ToJsonString());

    [Fact]
    public async Task Assign_uses_the_values_at_entry_so_that_variables_can_be_swapped()
    {
        var run = await RunAsync("""
            { "A": { "Type": "Pass", "Assign": { "x": 1, "y": 2 }, "Next": "B" },
              "B": { "Type": "Pass", "Assign": { "x": "{% $y %}", "y": "{% $x %}" }, "Output": "{% $x %}", "Next": "C" },
              "C": { "Type": "Pass", "Output": "{% [$states.input, $x, $y] %}", "End": true } }
            """);
        Assert.Equal("[1,2,1]", run.Output!.ToJsonString());
    }

    [Fact]
    public async Task An_unassigned_variable_is_an_error() =>
        Assert.Equal("States.QueryEvaluationError", (await RunAsync("""{ "A": { "Type": "Pass", "Output": "{% $missing & '' %}", "End": true } }""")).Error);

    [Fact]
    public async Task An_expression_that_yields_nothing_is_an_error() =>
        Assert.Equal("States.QueryEvaluationError", (await RunAsync("""{ "A": { "Type": "Pass", "Output": "{% $states.input.missing %}", "End": true } }""")).Error);

    [Theory]
    [InlineData("20", "Large", "rule")]
    [InlineData("7", "Small", "default")]
    public async Task A_choice_takes_the_first_rule_that_holds_with_its_own_assignment(string number, string state, string assigned)
    {
        var run = await RunAsync("""
            { "A": { "Type": "Choice", "Choices": [ { "Condition": "{% $states.input > 10 %}", "Next": "Large", "Assign": { "by": "rule" } } ], "Default": "Small", "Assign": { "by": "default" } },
              "Large": { "Type": "Pass", "Output": "{% $by %}", "End": true }, "Small": { "Type": "Pass", "Output": "{% $by %}", "End": true } }
            """, number);
        Assert.Equal(["A", state], run.Visited);
        Assert.Equal(assigned, run.Output!.GetValue<string>());
    }

    [Fact]
    public async Task A_choice_without_a_match_fails() =>
        Assert.Equal("States.NoChoiceMatched", (await RunAsync("""{ "A": { "Type": "Choice", "Choices": [ { "Condition": false, "Next": "B" } ] }, "B": { "Type": "Succeed" } }""")).Error);

    [Fact]
    public async Task A_condition_that_is_no_bool_fails() =>
        Assert.Equal("States.QueryEvaluationError", (await RunAsync("""{ "A": { "Type": "Choice", "Choices": [ { "Condition": "{% 'yes' %}", "Next": "B" } ] }, "B": { "Type": "Succeed" } }""")).Error);

    [Fact]
    public async Task Waits_are_recorded()
    {
        var run = await RunAsync("""{ "A": { "Type": "Wait", "Seconds": "{% $states.input.s %}", "Next": "B" }, "B": { "Type": "Succeed", "Output": "{% $states.input.s %}" } }""", """{ "s": 900 }""");
        Assert.Equal([900.0], run.Waits);
        Assert.Equal("900", run.Output!.ToJsonString());
    }

    [Fact]
    public async Task Fail_ends_the_run_with_its_error_and_cause()
    {
        var run = await RunAsync("""{ "A": { "Type": "Fail", "Error": "E", "Cause": "{% 'because ' & $states.input %}" } }""", "\"x\"");
        Assert.Equal(("E", "because x"), (run.Error, run.Cause));
        Assert.False(run.Succeeded);
    }

    [Fact]
    public async Task A_retrier_repeats_with_growing_pauses_and_gives_up()
    {
        var calls = 0;
        var run = await RunAsync(
            """{ "A": { "Type": "Task", "Resource": "r", "Retry": [ { "ErrorEquals": ["Busy"], "IntervalSeconds": 2, "MaxAttempts": 3, "BackoffRate": 3, "MaxDelaySeconds": 10 } ], "End": true } }""",
            "1",
            _ => { calls++; throw new StateMachineException("Busy", null); });
        Assert.Equal(4, calls);
        Assert.Equal([2.0, 6.0, 10.0], run.Waits);
        Assert.Equal("Busy", run.Error);
    }

    [Fact]
    public async Task Each_retrier_counts_for_itself_and_other_errors_are_not_repeated()
    {
        var errors = new Queue<string>(["A", "B", "A", "C"]);
        var run = await RunAsync(
            """{ "A": { "Type": "Task", "Resource": "r", "Retry": [ { "ErrorEquals": ["A"], "MaxAttempts": 2 }, { "ErrorEquals": ["B"], "MaxAttempts": 1 } ], "End": true } }""",
            "1",
            _ => throw new StateMachineException(errors.Dequeue(), null));
        Assert.Equal("C", run.Error);
        Assert.Empty(errors);
    }

    [Fact]
    public async Task A_catcher_hands_over_the_error_and_assigns()
    {
        var run = await RunAsync(
            """
            { "A": { "Type": "Task", "Resource": "r", "Catch": [ { "ErrorEquals": ["Other"], "Next": "X" }, { "ErrorEquals": ["States.ALL"], "Assign": { "why": "{% $states.errorOutput.Cause %}" }, "Next": "B" } ], "End": true },
              "B": { "Type": "Pass", "Output": "{% $states.input.Error & ':' & $why %}", "End": true }, "X": { "Type": "Succeed" } }
            """,
            "1",
            _ => throw new StateMachineException("Broken", "cause"));
        Assert.Equal("Broken:cause", run.Output!.GetValue<string>());
    }

    [Theory]
    [InlineData("States.Runtime", "States.ALL", false)]
    [InlineData("States.DataLimitExceeded", "States.ALL", false)]
    [InlineData("States.Timeout", "States.TaskFailed", false)]
    [InlineData("States.Timeout", "States.ALL", true)]
    [InlineData("Any", "States.TaskFailed", true)]
    public async Task The_wildcards_catch_what_the_language_says(string error, string wildcard, bool caught)
    {
        var run = await RunAsync(
            $$"""{ "A": { "Type": "Task", "Resource": "r", "Catch": [ { "ErrorEquals": ["{{wildcard}}"], "Next": "B" } ], "End": true }, "B": { "Type": "Succeed" } }""",
            "1",
            _ => throw new StateMachineException(error, null));
        Assert.Equal(caught, run.Succeeded);
    }

    [Fact]
    public async Task A_task_that_takes_too_long_times_out()
    {
        var run = await RunAsync("""{ "A": { "Type": "Task", "Resource": "r", "TimeoutSeconds": 1, "End": true } }""", "1", async call =>
        {
            await Task.Delay(Timeout.Infinite, call.Cancelled);
            return null;
        });
        Assert.Equal("States.Timeout", run.Error);
    }

    [Fact]
    public async Task Branches_run_together_read_outer_variables_and_yield_a_list_in_order()
    {
        using var both = new Barrier(2);
        var run = await RunAsync(
            """
            { "A": { "Type": "Pass", "Assign": { "x": 5 }, "Next": "P" },
              "P": { "Type": "Parallel", "Branches": [
                { "StartAt": "One", "States": { "One": { "Type": "Task", "Resource": "r", "Assign": { "inner": 1 }, "Output": "{% $x %}", "End": true } } },
                { "StartAt": "Two", "States": { "Two": { "Type": "Task", "Resource": "r", "Output": "{% $states.input %}", "End": true } } } ],
                "Assign": { "first": "{% $states.result[0] %}" }, "Next": "Z" },
              "Z": { "Type": "Pass", "Output": "{% [$states.input, $first] %}", "End": true } }
            """,
            "7",
            async _ =>
            {
                await Task.Run(() => Assert.True(both.SignalAndWait(TimeSpan.FromSeconds(10))));
                return 0;
            });
        Assert.Equal("[5,7,5]", run.Output!.ToJsonString());
    }

    [Fact]
    public async Task A_branch_may_not_assign_an_outer_variable() =>
        Assert.Equal("States.Runtime", (await RunAsync("""
            { "A": { "Type": "Pass", "Assign": { "x": 5 }, "Next": "P" },
              "P": { "Type": "Parallel", "Branches": [ { "StartAt": "One", "States": { "One": { "Type": "Pass", "Assign": { "x": 1 }, "End": true } } } ], "End": true } }
            """)).Error);

    [Fact]
    public async Task A_failing_branch_ends_the_others_and_fails_the_state()
    {
        var stopped = new TaskCompletionSource();
        var run = await RunAsync(
            """
            { "P": { "Type": "Parallel", "Branches": [
                { "StartAt": "Slow", "States": { "Slow": { "Type": "Task", "Resource": "slow", "End": true } } },
                { "StartAt": "Bad", "States": { "Bad": { "Type": "Fail", "Error": "Bad" } } } ],
                "Catch": [ { "ErrorEquals": ["Bad"], "Next": "Z" } ], "End": true },
              "Z": { "Type": "Succeed" } }
            """,
            "7",
            async call =>
            {
                try
                {
                    await Task.Delay(Timeout.Infinite, call.Cancelled);
                }
                finally
                {
                    stopped.SetResult();
                }

                return null;
            });
        Assert.True(run.Succeeded);
        await stopped.Task.WaitAsync(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_map_runs_its_processor_for_each_item_no_more_than_allowed_at_a_time()
    {
        var (now, most) = (0, 0);
        var run = await RunAsync(
            """
            { "M": { "Type": "Map", "Items": "{% $states.input.list %}", "MaxConcurrency": 2,
                "ItemSelector": { "value": "{% $states.context.Map.Item.Value %}", "index": "{% $states.context.Map.Item.Index %}" },
                "ItemProcessor": { "StartAt": "One", "States": { "One": { "Type": "Task", "Resource": "r", "Output": "{% $states.result.value & $string($states.result.index) %}", "End": true } } },
                "End": true } }
            """,
            """{ "list": ["a", "b", "c", "d"] }""",
            async call =>
            {
                most = Math.Max(most, Interlocked.Increment(ref now));
                await Task.Delay(20);
                Interlocked.Decrement(ref now);
                return call.Arguments;
            });
        Assert.Equal("""["a0","b1","c2","d3"]""", run.Output!.ToJsonString());
        Assert.Equal(2, most);
    }

    [Fact]
    public async Task A_payload_above_the_limit_fails() =>
        Assert.Equal("States.DataLimitExceeded", (await RunAsync("""{ "A": { "Type": "Task", "Resource": "r", "End": true } }""", "1", static _ => Task.FromResult<JsonNode?>(new string('x', 262_144)))).Error);

    [Fact]
    public async Task The_context_names_execution_and_state() =>
        Assert.Equal("run A", (await RunAsync("""{ "A": { "Type": "Pass", "Output": "{% $states.context.Execution.Name & ' ' & $states.context.State.Name %}", "End": true } }""")).Output!.GetValue<string>());

    [Theory]
    [InlineData("$count($partition([1,2,3], 2))", "2")]
    [InlineData("$range(1, 5, 2)", "[1,3,5]")]
    [InlineData("$hash('a', 'SHA-256')", "\"ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb\"")]
    [InlineData("$parse('{\"a\":1}').a", "1")]
    [InlineData("$length($uuid())", "36")]
    public async Task Functions_of_the_service_exist(string expression, string value) =>
        Assert.Equal(value, (await RunAsync(new JsonObject { ["A"] = new JsonObject { ["Type"] = "Pass", ["Output"] = $"{{% {expression} %}}", ["End"] = true } }.ToJsonString())).Output!.ToJsonString());

    [Fact]
    public async Task Eval_does_not_exist() =>
        Assert.Equal("States.QueryEvaluationError", (await RunAsync("""{ "A": { "Type": "Pass", "Output": "{% $eval('1') %}", "End": true } }""")).Error);

    [Theory]
    [InlineData("""{ "A": { "Type": "Pass", "Result": 1, "End": true } }""")]
    [InlineData("""{ "A": { "Type": "Task", "Resource": "r", "ResultPath": "$", "End": true } }""")]
    [InlineData("""{ "A": { "Type": "Pass" } }""")]
    [InlineData("""{ "A": { "Type": "Odd", "End": true } }""")]
    [InlineData("""{ "A": { "Type": "Pass", "Next": "Missing" } }""")]
    [InlineData("""{ "A": { "Type": "Map", "Items": [1], "ItemBatcher": { "MaxItemsPerBatch": 2 }, "ItemProcessor": { "StartAt": "B", "States": {} }, "End": true } }""")]
    [InlineData("""{ "A": { "Type": "Map", "Items": [1], "ItemBatcher": { "MaxInputBytesPerBatch": 2 }, "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED" }, "StartAt": "B", "States": {} }, "End": true } }""")]
    public async Task What_it_does_not_know_is_refused(string states) => await Assert.ThrowsAsync<NotSupportedException>(() => RunAsync(states));

    [Theory]
    [InlineData("[1,2,3,4,5]", "[[1,2],[3,4],[5]]", null)]
    [InlineData("[1,0,3,4,5,6]", "[[3,4],[5,6]]", null)]
    [InlineData("[1,0,3,4]", null, "States.ExceedToleratedFailureThreshold")]
    public async Task A_distributed_Map_batches_its_items_and_tolerates_some_failures(string items, string? output, string? error)
    {
        var run = await RunAsync(
            """
            { "A": { "Type": "Map", "Items": "{% $states.input %}", "ItemBatcher": { "MaxItemsPerBatch": 2 }, "ToleratedFailurePercentage": 40, "End": true,
                "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "B", "States": {
                  "B": { "Type": "Choice", "Choices": [{ "Condition": "{% 0 in $states.input.Items %}", "Next": "C" }], "Default": "D" },
                  "C": { "Type": "Fail", "Error": "Zero" },
                  "D": { "Type": "Pass", "Output": "{% [$states.input.Items] %}", "End": true } } } } }
            """,
            items);
        Assert.Equal((output, error), (run.Output?.ToJsonString(), run.Error));
    }

    [Fact]
    public async Task Children_of_a_distributed_Map_do_not_see_outer_variables()
    {
        var run = await RunAsync("""
            { "A": { "Type": "Pass", "Assign": { "x": 1 }, "Next": "B" },
              "B": { "Type": "Map", "Items": [1], "End": true, "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED" }, "StartAt": "C", "States": { "C": { "Type": "Pass", "Output": "{% $x %}", "End": true } } } } }
            """);
        Assert.Equal("States.ExceedToleratedFailureThreshold", run.Error);
    }

    [Fact]
    public async Task A_JSONPath_machine_is_refused()
    {
        var machine = new StateMachineInterpreter(new() { ["StartAt"] = "A", ["States"] = new JsonObject() }, evaluator, Echo);
        await Assert.ThrowsAsync<NotSupportedException>(() => machine.RunAsync(null));
    }

    private static Task<JsonNode?> Echo(TaskCall call) => Task.FromResult(call.Arguments);

    private Task<StateMachineExecution> RunAsync(string states, string input = "{}", Func<TaskCall, Task<JsonNode?>>? task = null)
    {
        var parsed = JsonNode.Parse(states)!.AsObject();
        var definition = new JsonObject { ["QueryLanguage"] = "JSONata", ["StartAt"] = parsed.First().Key, ["States"] = parsed };
        return new StateMachineInterpreter(definition, evaluator, task ?? Echo).RunAsync(JsonNode.Parse(input));
    }
}
