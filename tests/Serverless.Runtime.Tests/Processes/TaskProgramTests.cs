using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Serverless.Testing.Aws;

namespace Serverless.Runtime.Tests.Processes;

/// <summary>A program with tasks for containers, compiled with the generator, started as ECS and Kubernetes start it: variables in, calls and exit code out.</summary>
public sealed class TaskProgramTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public void The_result_is_sent_with_the_token()
    {
        using var service = new StepFunctionsServer();
        using var process = Start(service, "ConversionConvert", $$$"""{"input":{"name":"a","pages":2},"at":"{{{DateTime.UtcNow:O}}}"}""");
        Assert.Equal(0, ExitCode(process));
        var call = Assert.Single(service.Calls);
        Assert.Equal(("SendTaskSuccess", "the token", """{"name":"A","pages":4,"secondsLeft":0}"""), (call.Action, call.Text("taskToken"), call.Text("output")));
        Assert.Matches("^AWS4-HMAC-SHA256 Credential=TESTKEY/[0-9]{8}/eu-central-1/states/aws4_request, SignedHeaders=host;x-amz-date;x-amz-target, Signature=[0-9a-f]{64}$", call.Authorization);
    }

    [Fact]
    public void A_text_stays_a_text()
    {
        using var service = new StepFunctionsServer();
        using var process = Start(service, "ConversionGreet", """{"input":"you \"all\""}""");
        Assert.Equal(0, ExitCode(process));
        Assert.Equal("hello you \"all\"", JsonSerializer.Deserialize<string>(Assert.Single(service.Calls).Text("output")));
    }

    [Fact]
    public void An_exception_is_a_failure_by_its_simple_name()
    {
        using var service = new StepFunctionsServer();
        using var process = Start(service, "ConversionRefuse", """{"input":{"name":"scan","pages":1,"secondsLeft":0}}""");
        Assert.Equal(1, ExitCode(process));
        var call = Assert.Single(service.Calls);
        Assert.Equal(("SendTaskFailure", "the token", "UnreadableDocumentException"), (call.Action, call.Text("taskToken"), call.Text("error")));
        using var cause = JsonDocument.Parse(call.Text("cause"));
        Assert.Equal("'scan' cannot be read", cause.RootElement.GetProperty("errorMessage").GetString());
    }

    [Theory]
    [InlineData("ConversionGreet", "{", "Json")]
    [InlineData("ConversionGreet", """{"input":{"a":1}}""", "JsonException")]
    [InlineData("ConversionNobody", """{"input":"x"}""", "FunctionNotFoundException")]
    [InlineData("ConversionLarge", """{"input":"x"}""", "TaskOutputTooLarge")]
    public void What_cannot_be_done_is_a_failure_too(string task, string input, string error)
    {
        using var service = new StepFunctionsServer();
        using var process = Start(service, task, input);
        Assert.Equal(1, ExitCode(process));
        Assert.Contains(error, Assert.Single(service.Of("SendTaskFailure")).Text("error"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_deadline_counts_from_when_the_state_began_to_wait()
    {
        using var service = new StepFunctionsServer();

        // Of 600 seconds all but three are over.
        var at = DateTime.UtcNow.AddSeconds(-597);
        using var process = Start(service, "ConversionConvert", $$$"""{"input":{"name":"until the deadline","pages":2},"at":"{{{at:O}}}"}""");
        Assert.Equal(0, ExitCode(process));
        using var output = JsonDocument.Parse(Assert.Single(service.Calls).Text("output"));
        Assert.InRange(output.RootElement.GetProperty("secondsLeft").GetDouble(), 0, 2.6);
    }

    [Fact]
    public void Heartbeats_come_at_once_and_at_a_third_of_their_time()
    {
        using var service = new StepFunctionsServer();
        using var process = Start(service, "ConversionWait", """{"input":"x"}""", ("SERVERLESS_TASK_HEARTBEAT", "3"));
        service.WaitFor("SendTaskHeartbeat", 4, Patience);
        Terminate(process);
        Assert.Equal(1, ExitCode(process));
        var beats = service.Of("SendTaskHeartbeat");
        for (var i = 1; i < 4; i++)
            Assert.InRange((beats[i].Time - beats[i - 1].Time).TotalSeconds, 0.8, 2.9);
        Assert.All(beats, static beat => Assert.Equal("the token", beat.Text("taskToken")));
        Assert.Equal("SendTaskFailure", service.Calls[^1].Action);
    }

    [Fact]
    public void Told_to_stop_the_method_is_cancelled_and_the_state_hears_of_it()
    {
        using var service = new StepFunctionsServer();
        using var process = Start(service, "ConversionWait", """{"input":"x"}""");
        WaitForLine(process, "waiting");
        Terminate(process);
        Assert.Equal(1, ExitCode(process));
        var call = Assert.Single(service.Calls);
        Assert.Equal(("SendTaskFailure", "TaskStopped"), (call.Action, call.Text("error")));
        Assert.Contains("TaskCanceledException", call.Text("cause"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_method_that_takes_no_notice_is_left_before_the_container_is_killed()
    {
        using var service = new StepFunctionsServer();
        using var process = Start(service, "ConversionIgnore", """{"input":"x"}""", ("SERVERLESS_TASK_STOP_TIMEOUT", "3"));
        WaitForLine(process, "waiting");
        var clock = Stopwatch.StartNew();
        Terminate(process);
        Assert.Equal(1, ExitCode(process));
        Assert.InRange(clock.Elapsed.TotalSeconds, 1.5, 30);
        Assert.Equal("TaskStopped", Assert.Single(service.Calls).Text("error"));
    }

    [Theory]
    [InlineData("TaskTimedOut")]
    [InlineData("TaskDoesNotExist")]
    public void When_nobody_waits_the_work_stops_and_nothing_is_reported(string type)
    {
        using var service = new StepFunctionsServer((_, count) => count < 2 ? (200, "{}") : (400, $$"""{"__type":"{{type}}"}"""));
        using var process = Start(service, "ConversionWait", """{"input":"x"}""", ("SERVERLESS_TASK_HEARTBEAT", "1"));
        Assert.Equal(3, ExitCode(process));
        Assert.All(service.Calls, static call => Assert.Equal("SendTaskHeartbeat", call.Action));
    }

    [Fact]
    public void An_answer_is_sent_until_it_arrives()
    {
        using var service = new StepFunctionsServer(static (_, count) => count switch { 1 => (500, ""), 2 => (400, """{"__type":"ThrottlingException"}"""), 3 => (503, "<html>"), _ => (200, "{}") });
        using var process = Start(service, "ConversionGreet", """{"input":"x"}""");
        Assert.Equal(0, ExitCode(process));
        Assert.Equal(4, service.Of("SendTaskSuccess").Count);
    }

    [Fact]
    public void A_refused_answer_has_an_exit_code_of_its_own()
    {
        using var service = new StepFunctionsServer(static (_, _) => (400, """{"__type":"AccessDeniedException"}"""));
        using var process = Start(service, "ConversionGreet", """{"input":"x"}""");
        Assert.Equal(4, ExitCode(process));
    }

    [Fact]
    public void Credentials_come_from_the_endpoint_of_the_container()
    {
        using var service = new StepFunctionsServer();
        using var credentials = new CredentialsServer();
        using var process = Start(service, "ConversionGreet", """{"input":"x"}""", ("AWS_ACCESS_KEY_ID", ""), ("AWS_SECRET_ACCESS_KEY", ""), ("AWS_CONTAINER_CREDENTIALS_FULL_URI", credentials.Address + "/role"), ("AWS_CONTAINER_AUTHORIZATION_TOKEN", "pod"));
        Assert.Equal(0, ExitCode(process));
        Assert.Contains("Credential=OFTHEROLE/", Assert.Single(service.Calls).Authorization, StringComparison.Ordinal);
        Assert.Equal("pod", credentials.Token);
    }

    [Fact]
    public void Without_a_token_the_result_is_the_last_line()
    {
        using var process = Start(null, "ConversionGreet", """{"input":"x"}""");
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(0, ExitCode(process));
        using var line = JsonDocument.Parse(lines[^1]);
        Assert.Equal("\"hello x\"", line.RootElement.GetProperty("output").GetString());

        using var failing = Start(null, "ConversionRefuse", """{"input":{"name":"scan","pages":1,"secondsLeft":0}}""");
        Assert.DoesNotContain("\"output\"", failing.StandardOutput.ReadToEnd(), StringComparison.Ordinal);
        Assert.Equal(1, ExitCode(failing));
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void A_folder_is_opened_for_everybody_before_the_task()
    {
        var folder = Directory.CreateTempSubdirectory("prepare-").FullName;
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        try
        {
            using var process = Start(null, "", null, ("SERVERLESS_PREPARE", folder));
            Assert.Equal(0, ExitCode(process));
            Assert.Equal(UnixFileMode.StickyBit | (UnixFileMode)0b111_111_111, File.GetUnixFileMode(folder));
        }
        finally
        {
            Directory.Delete(folder);
        }

        using var failing = Start(null, "", null, ("SERVERLESS_PREPARE", folder));
        Assert.Equal(1, ExitCode(failing));
    }

    private static Process Start(StepFunctionsServer? service, string task, string? input, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "TaskProgram.dll"));
        foreach (var name in start.Environment.Keys.Where(static name => name.StartsWith("AWS_", StringComparison.Ordinal) || name.StartsWith("SERVERLESS_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["AWS_REGION"] = "eu-central-1";
        start.Environment["AWS_ACCESS_KEY_ID"] = "TESTKEY";
        start.Environment["AWS_SECRET_ACCESS_KEY"] = "secret";
        start.Environment["SERVERLESS_TASK"] = task;
        if (input is not null)
            start.Environment["SERVERLESS_TASK_INPUT"] = input;
        if (service is not null)
        {
            start.Environment["AWS_ENDPOINT_URL_SFN"] = service.Address;
            start.Environment["SERVERLESS_TASK_TOKEN"] = "the token";
        }

        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static void WaitForLine(Process process, string line)
    {
        while (process.StandardOutput.ReadLine() is { } read)
        {
            if (read == line)
                return;
        }

        throw new EndOfStreamException("The program ended without saying '" + line + "'.");
    }

    private static void Terminate(Process process)
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    private static int ExitCode(Process process)
    {
        if (process.WaitForExit(Patience))
            return process.ExitCode;
        process.Kill();
        throw new TimeoutException("The program did not end.");
    }
}
