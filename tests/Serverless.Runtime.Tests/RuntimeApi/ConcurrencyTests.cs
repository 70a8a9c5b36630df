using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Serverless.Runtime;
using Serverless.Runtime.Api;
using Serverless.Runtime.Tests.RuntimeApi.Conformance;
using Serverless.Testing;

namespace Serverless.Runtime.Tests.RuntimeApi;

[Collection("Process environment")]
public sealed class ConcurrencyTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(null, 1)]
    [InlineData("1", 1)]
    [InlineData("16", 16)]
    [InlineData("0", 1)]
    [InlineData("-4", 1)]
    [InlineData("many", 1)]
    [InlineData("", 1)]
    public void The_variable_says_how_many_invocations_come_at_once(string? value, int expected) =>
        Assert.Equal(expected, ConcurrentLoops.Count(value));

    [Fact]
    [Conforms(RuntimeApiLine.ConcurrentLoops, RuntimeApiLine.OneConnectionForEachLoop)]
    public async Task As_many_invocations_run_at_once_as_the_service_may_send_each_on_its_connection()
    {
        const int Count = 4;
        using var together = new Barrier(Count);
        using var server = new RuntimeApiServer();
        for (var i = 0; i < Count; i++)
            server.OnNext(RuntimeApiReply.Invocation("id-" + i, i.ToString(CultureInfo.InvariantCulture)));
        var run = Start(server, Count, LoopRun.Function((payload, _) => together.SignalAndWait(Patience) ? payload : "alone"));
        var posts = server.WaitForPosts(Count, Patience);
        Assert.Equal(["0", "1", "2", "3"], posts.Select(static p => p.Text).Order(StringComparer.Ordinal));
        Assert.All(posts, static p => Assert.Equal("/2018-06-01/runtime/invocation/id-" + p.Text + "/response", p.Path));
        Assert.Equal(Count, posts.Select(static p => p.Connection).Distinct().Count());
        server.OnNext(RuntimeApiReply.Status(403));
        Assert.Equal(1, await run);
    }

    [Fact]
    [Conforms(RuntimeApiLine.TraceVariableIsLeftAlone)]
    public async Task The_trace_is_on_the_invocation_and_not_in_the_environment_of_the_process()
    {
        Environment.SetEnvironmentVariable("_X_AMZN_TRACE_ID", null);
        var seen = new ConcurrentBag<string>();
        using var server = new RuntimeApiServer();
        server.OnNext(RuntimeApiReply.Invocation("1", "1", "Lambda-Runtime-Trace-Id: Root=1")).OnNext(RuntimeApiReply.Invocation("2", "2", "Lambda-Runtime-Trace-Id: Root=2"));
        var run = Start(server, 2, LoopRun.Function((payload, invocation) =>
        {
            seen.Add(payload + " " + invocation.TraceId + " " + Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID"));
            return payload;
        }));
        server.WaitForPosts(2, Patience);
        server.OnNext(RuntimeApiReply.Status(403));
        Assert.Equal(1, await run);
        Assert.Equal(["1 Root=1 ", "2 Root=2 "], seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Termination_waits_for_every_running_invocation_and_for_no_idle_loop()
    {
        using var server = new RuntimeApiServer();
        server.OnNext(RuntimeApiReply.Invocation("1", "1")).OnNext(RuntimeApiReply.Invocation("2", "2"));
        using var running = new CountdownEvent(2);
        using var goOn = new ManualResetEventSlim();
        int? exit = null;
        using var termination = new TerminationSignal(code => exit = code);
        var run = Start(server, 4, LoopRun.Function((payload, invocation) =>
        {
            running.Signal();
            goOn.Wait(Patience);
            return invocation.Aborted.IsCancellationRequested ? "told " + payload : "not told";
        }), termination);
        Assert.True(running.Wait(Patience));
        termination.Request();
        Assert.NotSame(run, await Task.WhenAny(run, Task.Delay(200)));
        Assert.Null(exit);
        goOn.Set();
        Assert.Equal(0, await run);
        Assert.Equal(["told 1", "told 2"], server.Posts.Select(static p => p.Text).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_end_of_one_loop_is_the_end_of_the_process_after_the_others_have_answered()
    {
        using var server = new RuntimeApiServer();
        using var goOn = new ManualResetEventSlim();
        server.OnNext(RuntimeApiReply.Invocation("slow", "slow")).OnNext(RuntimeApiReply.Status(500));
        var run = Start(server, 2, LoopRun.Function((payload, invocation) =>
        {
            goOn.Wait(Patience);
            return payload + invocation.Aborted.IsCancellationRequested;
        }));
        Assert.NotSame(run, await Task.WhenAny(run, Task.Delay(200)));
        goOn.Set();
        Assert.Equal(1, await run);
        Assert.Equal("slowFalse", Assert.Single(server.Posts).Text);
    }

    [Fact]
    public async Task The_start_of_the_program_takes_the_number_from_its_environment()
    {
        using var together = new Barrier(3);
        FunctionTable.Register(LoopRun.Function((payload, _) => together.SignalAndWait(Patience) ? payload : "alone") with { Id = "ConcurrentGet" });
        using var server = new RuntimeApiServer();
        for (var i = 0; i < 3; i++)
            server.OnNext(RuntimeApiReply.Invocation("id-" + i, "1"));
        var environment = new RuntimeEnvironment { Handler = "ConcurrentGet", RuntimeApi = server.Address, MaximumConcurrency = "3" };
        using var termination = new TerminationSignal(static _ => { });
        using var api = new RuntimeApiClient(new SocketTransport(server.Address), server.Address);
        var run = Task.Run(() => ServerlessRuntime.Run(environment, api, termination));
        Assert.All(server.WaitForPosts(3, Patience), static p => Assert.Equal("1", p.Text));
        server.OnNext(RuntimeApiReply.Status(403));
        Assert.Equal(1, await run);
    }

    private static Task<int> Start(RuntimeApiServer server, int count, FunctionDescription function, TerminationSignal? termination = null) =>
        Task.Factory.StartNew(
            () =>
            {
                using var own = termination is null ? new TerminationSignal(static _ => { }) : null;
                return new ConcurrentLoops(function, termination ?? own!).Run(count, () => new RuntimeApiClient(new SocketTransport(server.Address), server.Address));
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
