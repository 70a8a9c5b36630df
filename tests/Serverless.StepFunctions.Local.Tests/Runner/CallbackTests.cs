namespace Serverless.StepFunctions.Local.Tests;

/// <summary>Tasks that wait for a token, and activities.</summary>
public sealed class CallbackTests
{
    private const string Ask = """{ "Ask": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "Parameters": { "QueueUrl": "q", "MessageBody": { "token.$": "$$.Task.Token", "id.$": "$.id" } }, "TimeoutSeconds": 604800, "HeartbeatSeconds": 86400, "Catch": [ { "ErrorEquals": ["States.HeartbeatTimeout"], "Next": "Silent" } ], "End": true }, "Silent": { "Type": "Succeed" } }""";

    private sealed record Decision(bool Approved, string By);

    [Fact]
    public async Task What_a_callback_returns_is_the_result()
    {
        var runner = Machines.JsonPath(Ask);
        runner.Callback("Ask", static call => new Decision(call.Argument("MessageBody.id")!.GetValue<int>() == 7, "me"));
        var run = await runner.RunAsync(new { id = 7 });
        Assert.Equal(new Decision(true, "me"), run.Output<Decision>());
        Assert.StartsWith("token-1-Ask", run.Find("Ask").Arguments!["MessageBody"]!["token"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_sends_heartbeats_and_success_with_its_token()
    {
        var runner = Machines.JsonPath(Ask);
        runner.Callback("Ask", async (token, arguments) =>
        {
            for (var day = 0; day < 3; day++)
            {
                await Task.Delay(TimeSpan.FromHours(23), runner.Time);
                runner.SendTaskHeartbeat(token);
            }

            await Task.Delay(TimeSpan.FromHours(5), runner.Time);
            runner.SendTaskSuccess(token, new Decision(true, arguments!["QueueUrl"]!.GetValue<string>()));
        });
        var run = await runner.RunAsync(new { id = 7 });
        Assert.Equal(new Decision(true, "q"), run.Output<Decision>());
        Assert.Equal(TimeSpan.FromHours(74), run.Duration);
    }

    [Fact]
    public async Task A_missed_heartbeat_is_a_timeout_that_both_names_catch()
    {
        var runner = Machines.JsonPath(Ask);
        runner.Callback("Ask", static call => call.NeverAsync());
        var run = await runner.RunAsync(new { id = 7 });
        Assert.Equal(["Ask", "Silent"], run.Visited);
        Assert.Equal(("States.Timeout", TimeSpan.FromDays(1)), (run.Find("Ask").Error, run.Duration));
    }

    [Fact]
    public async Task A_worker_may_fail_the_task()
    {
        var runner = Machines.JsonPath(Ask);
        runner.Callback("Ask", (token, _) =>
        {
            runner.SendTaskFailure(token, "Refused", "no money");
            return Task.CompletedTask;
        });
        var run = await runner.RunAsync(new { id = 7 });
        Assert.Equal(("Refused", "no money"), (run.Error, run.Cause));
        var other = Machines.JsonPath(Ask);
        other.Callback("Ask", static _ => throw new TaskFailedException("Refused"));
        Assert.Equal("Refused", (await other.RunAsync(new { id = 7 })).Error);
    }

    [Fact]
    public async Task The_call_itself_may_be_answered_and_its_failure_counts()
    {
        var runner = Machines.JsonPath(Ask);
        runner.Service("sqs:sendMessage", static _ => throw new TaskFailedException("Sqs.QueueDoesNotExistException"));
        runner.Callback("Ask", static _ => "never asked");
        Assert.Equal("Sqs.QueueDoesNotExistException", (await runner.RunAsync(new { id = 7 })).Error);
    }

    [Fact]
    public async Task A_service_answer_may_keep_the_token_for_somebody_else()
    {
        var runner = Machines.JsonPath(Ask);
        runner.Options.Time = TimeMode.Manual;
        runner.Service("sqs:sendMessage", static _ => new { MessageId = "1" });
        var running = runner.Start(new { id = 7 });
        var token = await running.TokenOfAsync("Ask");
        await running.AdvanceAsync(TimeSpan.FromHours(3));
        Assert.False(running.Ended.IsCompleted);
        runner.SendTaskSuccess(token, "yes");
        var run = await running.Ended;
        Assert.Equal(("yes", TimeSpan.FromHours(3)), (run.Output<string>(), run.Duration));
        Assert.Contains(run.History, static e => e.Type == "TaskSubmitted");
        Assert.Equal("TaskTimedOut", Assert.Throws<TaskTokenException>(() => runner.SendTaskSuccess(token, "again")).Code);
        Assert.Equal("InvalidToken", Assert.Throws<TaskTokenException>(() => runner.SendTaskSuccess(new TaskToken("other"), null)).Code);
    }

    [Fact]
    public async Task A_callback_without_an_answer_is_said_aloud() => await Assert.ThrowsAsync<UnansweredTaskException>(() => Machines.JsonPath(Ask).RunAsync(new { id = 7 }));

    [Fact]
    public async Task An_activity_waits_for_its_worker()
    {
        var runner = Machines.JsonPath("""{ "A": { "Type": "Task", "Resource": "arn:aws:states:us-east-1:123456789012:activity:Weld", "TimeoutSeconds": 60, "End": true } }""");
        runner.Callback("A", static call => new { welded = call.Arguments });
        var run = await runner.RunAsync("part");
        Assert.Equal("""{"welded":"part"}""", run.OutputJson!.ToJsonString());
        Assert.Contains(run.History, static e => e.Type == "ActivitySucceeded");
    }

    [Fact]
    public async Task Each_attempt_has_a_token_of_its_own()
    {
        var tokens = new List<string>();
        var runner = Machines.JsonPath("""{ "Ask": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "Parameters": { "t.$": "$$.Task.Token" }, "Retry": [ { "ErrorEquals": ["States.ALL"], "MaxAttempts": 1 } ], "End": true } }""");
        runner.Callback("Ask", call =>
        {
            tokens.Add(call.Argument("t")!.GetValue<string>());
            return call.RetryCount == 0 ? throw new TaskFailedException("E") : "done";
        });
        Assert.Equal("done", (await runner.RunAsync()).Output<string>());
        Assert.Equal(2, tokens.Distinct().Count());
    }
}
