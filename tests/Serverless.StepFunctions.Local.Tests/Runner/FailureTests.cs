using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local.Tests;

/// <summary>Errors on their way: retriers, catchers, timeouts, and what nobody catches.</summary>
public sealed class FailureTests : JsonataTests
{
    private const string Call = "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::sqs:sendMessage\"";

    [Fact]
    public async Task A_retrier_repeats_with_growing_pauses_and_gives_up()
    {
        var calls = new List<int>();
        var runner = Jsonata($$"""{ "A": { {{Call}}, "Retry": [ { "ErrorEquals": ["Busy"], "IntervalSeconds": 2, "MaxAttempts": 3, "BackoffRate": 3, "MaxDelaySeconds": 10, "JitterStrategy": "FULL" } ], "End": true } }""");
        runner.Service("sqs:sendMessage", call =>
        {
            calls.Add(call.RetryCount);
            throw new TaskFailedException("Busy", "too much");
        });
        var run = await runner.RunAsync();
        Assert.Equal([0, 1, 2, 3], calls);
        Assert.Equal([2.0, 6.0, 10.0, null], run.Find("A").FailedAttempts.Select(static a => a.Pause?.TotalSeconds));
        Assert.Equal(("Busy", "too much", 18.0), (run.Error, run.Cause, run.Duration.TotalSeconds));
    }

    [Fact]
    public async Task Each_retrier_counts_for_itself_and_other_errors_are_not_repeated()
    {
        var errors = new Queue<string>(["A", "B", "A", "C"]);
        var runner = Jsonata($$"""{ "A": { {{Call}}, "Retry": [ { "ErrorEquals": ["A"], "MaxAttempts": 2 }, { "ErrorEquals": ["B"], "MaxAttempts": 1 } ], "End": true } }""");
        runner.Service("sqs:sendMessage", _ => throw new TaskFailedException(errors.Dequeue()));
        Assert.Equal("C", (await runner.RunAsync()).Error);
        Assert.Empty(errors);
    }

    [Fact]
    public async Task A_retried_attempt_sees_its_count_and_ends_well()
    {
        var runner = Jsonata($$"""{ "A": { {{Call}}, "Arguments": "{% $states.context.State.RetryCount %}", "Retry": [ { "ErrorEquals": ["States.ALL"] } ], "End": true } }""");
        runner.Service("sqs:sendMessage", call => call.Arguments!.GetValue<int>() < 2 ? throw new TaskFailedException("E") : "done");
        var run = await runner.RunAsync();
        Assert.Equal("done", run.Output<string>());
        Assert.Equal(2, run.Find("A").RetryCount);
        Assert.Equal(3, run.Duration.TotalSeconds);
    }

    [Fact]
    public async Task A_catcher_hands_over_the_error_and_assigns()
    {
        var runner = Jsonata($$"""
            { "A": { {{Call}}, "Catch": [ { "ErrorEquals": ["Other"], "Next": "X" }, { "ErrorEquals": ["States.ALL"], "Assign": { "why": "{% $states.errorOutput.Cause %}" }, "Next": "B" } ], "End": true },
              "B": { "Type": "Pass", "Output": "{% $states.input.Error & ':' & $why %}", "End": true }, "X": { "Type": "Succeed" } }
            """);
        runner.Service("sqs:sendMessage", _ => throw new TaskFailedException("Broken", "cause"));
        var run = await runner.RunAsync();
        Assert.Equal("Broken:cause", run.Output<string>());
        Assert.Equal(("Broken", "B"), (run.Find("A").Error, run.Find("A").Next));
    }

    [Theory]
    [InlineData("States.Runtime", "States.ALL", false)]
    [InlineData("States.Runtime", "States.Runtime", false)]
    [InlineData("States.DataLimitExceeded", "States.ALL", false)]
    [InlineData("States.DataLimitExceeded", "States.DataLimitExceeded", true)]
    [InlineData("States.Timeout", "States.TaskFailed", false)]
    [InlineData("States.Timeout", "States.ALL", true)]
    [InlineData("Any", "States.TaskFailed", true)]
    [InlineData("Any", "any", false)]
    public async Task Names_and_wildcards_catch_what_the_language_says(string error, string name, bool caught)
    {
        var runner = Jsonata($$"""{ "A": { {{Call}}, "Catch": [ { "ErrorEquals": ["{{name}}"], "Next": "B" } ], "End": true }, "B": { "Type": "Succeed" } }""");
        runner.Service("sqs:sendMessage", _ => throw new TaskFailedException(error));
        Assert.Equal(caught, (await runner.RunAsync()).Status == ExecutionStatus.Succeeded);
    }

    [Fact]
    public async Task A_task_that_takes_too_long_times_out_in_virtual_time()
    {
        var runner = Jsonata($$"""{ "A": { {{Call}}, "TimeoutSeconds": 3600, "End": true } }""");
        runner.Service("sqs:sendMessage", static call => call.NeverAsync());
        var run = await runner.RunAsync();
        Assert.Equal((ExecutionStatus.Failed, "States.Timeout", 3600.0), (run.Status, run.Error, run.Duration.TotalSeconds));
        Assert.Contains(run.History, static e => e.Type == "TaskTimedOut");
    }

    [Fact]
    public async Task A_task_in_time_does_not()
    {
        var runner = Jsonata($$"""{ "A": { {{Call}}, "TimeoutSeconds": 3600, "End": true } }""");
        runner.Service("sqs:sendMessage", static async call =>
        {
            await Task.Delay(TimeSpan.FromMinutes(59), call.Time);
            await Task.Delay(5);
            return "done";
        });
        var run = await runner.RunAsync();
        Assert.Equal(("done", 3540.0), (run.Output<string>(), run.Duration.TotalSeconds));
    }

    [Fact]
    public async Task A_call_that_hangs_is_ended_by_its_timeout_when_patience_is_over()
    {
        var runner = Jsonata($$"""{ "A": { {{Call}}, "TimeoutSeconds": 3600, "End": true } }""");
        runner.Options.Patience = TimeSpan.FromMilliseconds(50);
        runner.Service("sqs:sendMessage", static async call =>
        {
            await Task.Delay(Timeout.Infinite, call.Cancelled);
            return null;
        });
        Assert.Equal("States.Timeout", (await runner.RunAsync()).Error);
    }

    [Fact]
    public async Task A_machine_that_takes_too_long_times_out()
    {
        var run = await Jsonata("""{ "A": { "Type": "Wait", "Seconds": 100, "Next": "A2" }, "A2": { "Type": "Wait", "Seconds": 100, "End": true } }""", timeout: 150).RunAsync();
        Assert.Equal((ExecutionStatus.TimedOut, 150.0), (run.Status, run.Duration.TotalSeconds));
        Assert.Equal("ExecutionTimedOut", run.History[^1].Type);
    }

    [Fact]
    public async Task An_Express_machine_has_five_minutes() =>
        Assert.Equal((ExecutionStatus.TimedOut, 300.0), (await Jsonata("""{ "A": { "Type": "Wait", "Seconds": 400, "End": true } }""", isExpress: true).RunAsync()) switch { var run => (run.Status, run.Duration.TotalSeconds) });

    [Fact]
    public async Task An_expression_of_a_task_that_fails_can_be_caught()
    {
        var run = await Jsonata($$"""{ "A": { {{Call}}, "Arguments": "{% $states.input.missing %}", "Catch": [ { "ErrorEquals": ["States.QueryEvaluationError"], "Next": "B" } ], "End": true }, "B": { "Type": "Succeed" } }""").RunAsync();
        Assert.Equal(ExecutionStatus.Succeeded, run.Status);
    }

    [Fact]
    public async Task Nobody_answers_is_said_aloud()
    {
        var runner = Jsonata($$"""{ "A": { {{Call}}, "Catch": [ { "ErrorEquals": ["States.ALL"], "Next": "B" } ], "End": true }, "B": { "Type": "Succeed" } }""");
        var exception = await Assert.ThrowsAsync<UnansweredTaskException>(() => runner.RunAsync(new { id = 7 }));
        Assert.Equal(("A", "sqs:sendMessage"), (exception.State, exception.Resource));
        Assert.Contains("""{"id":7}""", exception.Message, StringComparison.Ordinal);
        Assert.Contains("runner.Service(\"sqs:sendMessage\"", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_of_an_answer_is_the_tests_own()
    {
        var runner = Jsonata($$"""{ "A": { {{Call}}, "Catch": [ { "ErrorEquals": ["States.ALL"], "Next": "B" } ], "End": true }, "B": { "Type": "Succeed" } }""");
        runner.Service("sqs:sendMessage", static _ => throw new FormatException("in the test"));
        await Assert.ThrowsAsync<FormatException>(() => runner.RunAsync());
    }

    [Fact]
    public async Task The_history_ends_a_Standard_execution_at_25_000_events()
    {
        var run = await Jsonata("""{ "A": { "Type": "Pass", "Next": "B" }, "B": { "Type": "Pass", "Next": "A" } }""").RunAsync();
        Assert.Equal((ExecutionStatus.Failed, "States.Runtime", 25_000), (run.Status, run.Error, run.History.Count));
        Assert.Contains("25000", run.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_history_has_the_services_events()
    {
        var runner = Jsonata($$"""{ "A": { {{Call}}, "Retry": [ { "ErrorEquals": ["E"] } ], "Next": "P" }, "P": { "Type": "Parallel", "Branches": [ { "StartAt": "B", "States": { "B": { "Type": "Succeed" } } } ], "End": true } }""");
        runner.Service("sqs:sendMessage", static call => call.RetryCount == 0 ? throw new TaskFailedException("E") : (object?)null);
        var run = await runner.RunAsync();
        Assert.Equal(
            [
                "ExecutionStarted", "TaskStateEntered", "TaskScheduled", "TaskStarted", "TaskFailed", "TaskScheduled", "TaskStarted", "TaskSucceeded", "TaskStateExited",
                "ParallelStateEntered", "ParallelStateStarted", "SucceedStateEntered", "SucceedStateExited", "ParallelStateSucceeded", "ParallelStateExited", "ExecutionSucceeded",
            ],
            run.History.Select(static e => e.Type));
        Assert.Equal(Enumerable.Range(1, 16).Select(static i => (long)i), run.History.Select(static e => e.Id));
        Assert.Equal(0, run.History[1].PreviousId);
        Assert.Equal(2, run.History[2].PreviousId);
    }

    [Fact]
    public async Task A_test_can_stop_an_execution()
    {
        var runner = Jsonata("""{ "A": { "Type": "Wait", "Seconds": 100, "End": true } }""");
        runner.Options.Time = TimeMode.Manual;
        var running = runner.Start(null);
        await running.AdvanceAsync(TimeSpan.FromSeconds(50));
        Assert.False(running.Ended.IsCompleted);
        var run = await running.StopAsync();
        Assert.Equal((ExecutionStatus.Aborted, 50.0), (run.Status, run.Duration.TotalSeconds));
    }

    [Fact]
    public async Task The_trace_reads()
    {
        var runner = Jsonata($$"""{ "A": { {{Call}}, "Retry": [ { "ErrorEquals": ["E"], "IntervalSeconds": 5 } ], "Next": "W" }, "W": { "Type": "Wait", "Seconds": 60, "Next": "F" }, "F": { "Type": "Fail", "Error": "Bad", "Cause": "really" } }""");
        runner.Service("sqs:sendMessage", static call => call.RetryCount == 0 ? throw new TaskFailedException("E", "busy") : new { ok = true });
        Assert.Equal(
            """
            Machine execution-1: FAILED after 00:01:05 with Bad: really
            input {"a":1}
            +00:00:00 A (Task, sqs:sendMessage)
                called with {"a":1}
                failed with E: busy, again after 00:00:05
                output {"ok":true}
            +00:00:05 W (Wait) waited 00:01:00
            +00:01:05 F (Fail)
                failed with Bad: really

            """.ReplaceLineEndings("\n"),
            (await runner.RunAsync(new { a = 1 })).ToString());
    }
}
