using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Serverless.Runtime.Tests.RuntimeApi.Conformance;
using Serverless.Testing;

namespace Serverless.Runtime.Tests.Processes;

/// <summary>What only a process shows: signals, the heap limit, standard output, exit codes.</summary>
public sealed class ProgramTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    [Conforms(RuntimeApiLine.HeapLimit)]
    public void The_memory_size_of_the_function_limits_the_heap()
    {
        using var server = new RuntimeApiServer();
        server.OnNext(RuntimeApiReply.Invocation("id", "1")).OnNext(RuntimeApiReply.Status(403));
        Run(server, "HeapLimit", ("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "256"));
        Assert.InRange(long.Parse(Assert.Single(server.Posts).Text, CultureInfo.InvariantCulture), 1, 256L * 1024 * 1024);
    }

    [Fact]
    public void An_idle_process_ends_with_0_on_SIGTERM()
    {
        using var server = new RuntimeApiServer();
        server.OnNext(RuntimeApiReply.Invocation("id", "1"));
        using var process = Start(server, "UntilTold");
        server.WaitForPosts(1, Patience);
        WaitForRequests(server, 3);
        Terminate(process);
        Assert.Equal(0, ExitCode(process));
    }

    [Fact]
    public void A_running_invocation_is_told_of_SIGTERM_and_still_answers()
    {
        using var server = new RuntimeApiServer();
        server.OnNext(RuntimeApiReply.Invocation("first", "1")).OnNext(RuntimeApiReply.Invocation("second", "2"));
        using var process = Start(server, "UntilTold");
        server.WaitForPosts(1, Patience);
        WaitForRequests(server, 3);
        Thread.Sleep(500);
        Terminate(process);
        Assert.Equal("\"told\"", server.WaitForPosts(2, Patience)[1].Text);
        Assert.Equal(0, ExitCode(process));
        Assert.Equal(2, server.Requests.Count(static r => r.IsNext));
    }

    [Fact]
    [Conforms(RuntimeApiLine.OneLineForEachRecord, RuntimeApiLine.LogFormat)]
    public void A_failure_is_one_line_of_the_log_in_either_format()
    {
        foreach (var format in (string[])["Text", "JSON"])
        {
            using var server = new RuntimeApiServer();
            server.OnNext(RuntimeApiReply.Invocation("id-7", "1")).OnNext(RuntimeApiReply.Status(403));
            var lines = Run(server, "Fails", ("AWS_LAMBDA_LOG_FORMAT", format)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(2, lines.Length);
            Assert.Contains("id-7", lines[0], StringComparison.Ordinal);
            Assert.Contains("InvalidOperationException", lines[0], StringComparison.Ordinal);
            if (format == "JSON")
                Assert.Equal("ERROR", JsonDocument.Parse(lines[0]).RootElement.GetProperty("level").GetString());
        }
    }

    [Fact]
    [Conforms(RuntimeApiLine.LogLevel)]
    public void Records_below_the_level_are_not_written()
    {
        using var server = new RuntimeApiServer();
        server.OnNext(RuntimeApiReply.Invocation("id", "1")).OnNext(RuntimeApiReply.Status(403));
        var line = Assert.Single(Run(server, "Fails", ("AWS_LAMBDA_LOG_LEVEL", "FATAL")).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("FATAL", line, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_handler_ends_the_process_with_a_code_and_an_init_error()
    {
        using var server = new RuntimeApiServer();
        using var process = Start(server, "Nobody");
        Assert.Equal(1, ExitCode(process));
        var request = Assert.Single(server.Requests);
        Assert.EndsWith("/init/error", request.Path, StringComparison.Ordinal);
        Assert.Contains("Echo, Fails, HeapLimit, Soak, UntilTold", request.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_handler_is_the_assembly_name_a_variable_names_the_function()
    {
        using var server = new RuntimeApiServer();
        server.OnNext(RuntimeApiReply.Invocation("id", "42")).OnNext(RuntimeApiReply.Status(403));
        Run(server, "LoopProgram", ("SERVERLESS_FUNCTION", "Echo"));
        Assert.Equal("42", Assert.Single(server.Posts).Text);
    }

    [Fact]
    public void Outside_Lambda_the_program_says_so_and_ends_with_2()
    {
        using var process = Start(null, "Echo");
        Assert.Contains("AWS_LAMBDA_RUNTIME_API", process.StandardError.ReadToEnd(), StringComparison.Ordinal);
        Assert.Equal(2, ExitCode(process));
    }

    /// <summary>Standard output of a program that the script ends with 403.</summary>
    private static string Run(RuntimeApiServer server, string handler, params (string Name, string Value)[] environment)
    {
        using var process = Start(server, handler, environment);
        var output = process.StandardOutput.ReadToEnd();
        Assert.Equal(1, ExitCode(process));
        return output;
    }

    private static Process Start(RuntimeApiServer? server, string handler, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "LoopProgram.dll"));
        foreach (var name in (string[])["AWS_LAMBDA_LOG_FORMAT", "AWS_LAMBDA_LOG_LEVEL", "AWS_LAMBDA_RUNTIME_API", "SERVERLESS_FUNCTION"])
            start.Environment.Remove(name);
        start.Environment["_HANDLER"] = handler;
        if (server is not null)
            start.Environment["AWS_LAMBDA_RUNTIME_API"] = server.Address;
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
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

    private static void WaitForRequests(RuntimeApiServer server, int count)
    {
        var deadline = DateTime.UtcNow + Patience;
        while (server.Requests.Count < count && DateTime.UtcNow < deadline)
            Thread.Sleep(20);
        Assert.True(server.Requests.Count >= count);
    }
}
