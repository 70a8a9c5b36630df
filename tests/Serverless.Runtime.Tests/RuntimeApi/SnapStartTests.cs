using System.Text.Json;
using Amazon.Lambda.Core;
using Serverless.Runtime;
using Serverless.Runtime.Api;
using Serverless.Runtime.Tests.RuntimeApi.Conformance;
using Serverless.Testing;

namespace Serverless.Runtime.Tests.RuntimeApi;

/// <summary>Functions with SnapStart: hooks, `/restore/next`, hooks, then invocations.</summary>
[Collection("Process environment")]
public sealed class SnapStartTests : IDisposable
{
    private readonly List<string> _calls = [];

    public SnapStartTests()
    {
        FunctionTable.Register(LoopRun.Function((payload, _) =>
        {
            _calls.Add("invocation");
            return payload;
        }, () => _calls.Add("initialize")) with { Id = "SnapGet" });
    }

    /// <summary>Hooks belong to the process: none may reach the next test.</summary>
    public void Dispose()
    {
        SnapshotHooks.RunBeforeSnapshotAsync().AsTask().Wait();
        SnapshotHooks.RunAfterRestoreAsync().AsTask().Wait();
        LambdaCoreHooks.Take();
    }

    [Fact]
    [Conforms(RuntimeApiLine.SnapStartHooks)]
    public void Hooks_stand_around_the_restore_the_last_registered_first_before_it_and_last_after_it()
    {
        using var server = new RuntimeApiServer();
        SnapshotHooks.RegisterBeforeSnapshot(() => Note("before 1"));
        SnapshotHooks.RegisterBeforeSnapshot(() => Note("before 2"));
        SnapshotHooks.RegisterAfterRestore(() => Note("after 1"));
        SnapshotHooks.RegisterAfterRestore(() => Note("after 2 of " + server.Requests.Count(static r => r.Path.EndsWith("/restore/next", StringComparison.Ordinal))));
        Assert.Equal("7", Answer(server));
        Assert.Equal(["initialize", "before 2", "before 1", "after 1", "after 2 of 1", "invocation"], _calls);
        Assert.Equal(["GET restore/next", "GET invocation/next", "POST invocation/id/response", "GET invocation/next"], Requests(server));
    }

    [Fact]
    public void Without_hooks_the_restore_is_waited_for()
    {
        using var server = new RuntimeApiServer();
        Assert.Equal("7", Answer(server));
        Assert.Equal(["GET restore/next", "GET invocation/next", "POST invocation/id/response", "GET invocation/next"], Requests(server));
    }

    [Fact]
    public void Without_SnapStart_no_hook_runs()
    {
        using var server = new RuntimeApiServer();
        SnapshotHooks.RegisterBeforeSnapshot(() => Note("before"));
        SnapshotHooks.RegisterAfterRestore(() => Note("after"));
        server.OnNext(RuntimeApiReply.Invocation("id", "7")).OnNext(RuntimeApiReply.Status(403));
        Assert.Equal(1, Start(server, "provisioned-concurrency"));
        Assert.Equal(["initialize", "invocation"], _calls);
    }

    [Fact]
    public void Hooks_that_wait_are_awaited()
    {
        using var server = new RuntimeApiServer();
        SnapshotHooks.RegisterBeforeSnapshot(async () =>
        {
            await Task.Delay(50);
            _calls.Add("before");
        });
        SnapshotHooks.RegisterAfterRestore(async () =>
        {
            await Task.Delay(50);
            _calls.Add("after");
        });
        Answer(server);
        Assert.Equal(["initialize", "before", "after", "invocation"], _calls);
    }

    [Fact]
    public void The_connection_of_the_snapshot_may_be_gone_after_the_restore()
    {
        using var server = new RuntimeApiServer();
        server.OnNext(RuntimeApiReply.Raw("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n") with { Close = true });
        SnapshotHooks.RegisterAfterRestore(static async () => await Task.Delay(100));
        server.OnNext(RuntimeApiReply.Invocation("id", "7")).OnNext(RuntimeApiReply.Status(403));
        Assert.Equal(1, Start(server, "snap-start"));
        Assert.Equal("7", Assert.Single(server.Posts).Text);
    }

    [Fact]
    [Conforms(RuntimeApiLine.SnapStartErrors)]
    public void A_failure_before_the_snapshot_is_an_init_error_and_no_snapshot_is_taken()
    {
        using var server = new RuntimeApiServer();
        SnapshotHooks.RegisterBeforeSnapshot(() => Note("first registered"));
        SnapshotHooks.RegisterBeforeSnapshot(static () => throw new InvalidOperationException("no warm-up"));
        Assert.Equal(1, Start(server, "snap-start"));
        var request = Assert.Single(server.Requests);
        Assert.Equal("/2018-06-01/runtime/init/error", request.Path);
        Assert.Equal("Runtime.BeforeSnapshotError", request.Headers["Lambda-Runtime-Function-Error-Type"]);
        Assert.Equal("no warm-up", JsonDocument.Parse(request.Body).RootElement.GetProperty("errorMessage").GetString());
        Assert.DoesNotContain("first registered", _calls);
    }

    [Fact]
    [Conforms(RuntimeApiLine.SnapStartErrors)]
    public void A_failure_after_the_restore_is_a_restore_error_and_no_invocation_is_taken()
    {
        using var server = new RuntimeApiServer();
        server.OnNext(Restored);
        SnapshotHooks.RegisterAfterRestore(static async () =>
        {
            await Task.Yield();
            throw new InvalidOperationException("no connection");
        });
        Assert.Equal(1, Start(server, "snap-start"));
        Assert.Equal(["GET restore/next", "POST restore/error"], Requests(server));
        Assert.Equal("Runtime.AfterRestoreError", server.Posts[0].Headers["Lambda-Runtime-Function-Error-Type"]);
        Assert.Equal("InvalidOperationException", JsonDocument.Parse(server.Posts[0].Body).RootElement.GetProperty("errorType").GetString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Hooks_after_the_restore_that_do_not_end_are_a_restore_error_that_names_the_limit(bool blocks)
    {
        Assert.InRange(SnapStartPhase.RestoreLimit, TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(9.5));
        using var never = new ManualResetEventSlim();
        using var server = new RuntimeApiServer();
        server.OnNext(Restored);
        SnapshotHooks.RegisterAfterRestore(async () =>
        {
            if (blocks)
                never.Wait(TimeSpan.FromSeconds(30));
            await Task.Delay(TimeSpan.FromSeconds(30));
        });
        using var api = new RuntimeApiClient(new SocketTransport(server.Address), server.Address);
        Assert.Equal(1, SnapStartPhase.Pass(api, TimeSpan.FromMilliseconds(200)));
        never.Set();
        Assert.Equal(["GET restore/next", "POST restore/error"], Requests(server));
        Assert.Contains("10 s", server.Posts[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(500)]
    [InlineData(404)]
    public void A_service_that_gives_no_restore_ends_the_process_with_a_code(int status)
    {
        using var server = new RuntimeApiServer();
        server.OnNext(RuntimeApiReply.Status(status));
        Assert.Equal(1, Start(server, "snap-start"));
        Assert.Single(server.Requests);
    }

    [Fact]
    public void A_connection_that_breaks_in_place_of_a_restore_ends_the_process_with_a_code()
    {
        using var server = new RuntimeApiServer();
        server.OnNext(RuntimeApiReply.Drop());
        Assert.Equal(1, Start(server, "snap-start"));
        Assert.Single(server.Requests);
    }

    [Fact]
    public void Hooks_registered_with_Amazons_package_run_too()
    {
        using var server = new RuntimeApiServer();
        SnapshotRestore.RegisterBeforeSnapshot(() => Note("theirs before 1"));
        SnapshotRestore.RegisterBeforeSnapshot(() => Note("theirs before 2"));
        SnapshotRestore.RegisterAfterRestore(() => Note("theirs after 1"));
        SnapshotRestore.RegisterAfterRestore(() => Note("theirs after 2"));
        SnapshotHooks.RegisterBeforeSnapshot(() => Note("ours before"));
        SnapshotHooks.RegisterAfterRestore(() => Note("ours after"));
        Answer(server);
        Assert.Equal(["initialize", "ours before", "theirs before 2", "theirs before 1", "theirs after 1", "theirs after 2", "ours after", "invocation"], _calls);
    }

    [Fact]
    public async Task Where_AWSs_runtime_runs_the_process_our_hooks_are_among_those_it_knows()
    {
        Environment.SetEnvironmentVariable("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
        try
        {
            SnapshotHooks.RegisterBeforeSnapshot(() => Note("before 1"));
            SnapshotHooks.RegisterBeforeSnapshot(() => Note("before 2"));
            SnapshotHooks.RegisterAfterRestore(() => Note("after"));
        }
        finally
        {
            Environment.SetEnvironmentVariable("AWS_LAMBDA_INITIALIZATION_TYPE", null);
        }

        var (before, after) = LambdaCoreHooks.Take();
        await Assert.Single(before)();
        await Assert.Single(after)();
        Assert.Equal(["before 2", "before 1", "after"], _calls);
    }

    private static RuntimeApiReply Restored => RuntimeApiReply.Raw("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");

    private ValueTask Note(string call)
    {
        _calls.Add(call);
        return ValueTask.CompletedTask;
    }

    private static string Answer(RuntimeApiServer server)
    {
        server.OnNext(Restored).OnNext(RuntimeApiReply.Invocation("id", "7")).OnNext(RuntimeApiReply.Status(403));
        Assert.Equal(1, Start(server, "snap-start"));
        return Assert.Single(server.Posts).Text;
    }

    private static int Start(RuntimeApiServer server, string initializationType)
    {
        using var api = new RuntimeApiClient(new SocketTransport(server.Address), server.Address);
        using var termination = new TerminationSignal(static _ => { });
        return ServerlessRuntime.Run(new RuntimeEnvironment { Handler = "SnapGet", RuntimeApi = server.Address, InitializationType = initializationType }, api, termination);
    }

    private static IEnumerable<string> Requests(RuntimeApiServer server) => server.Requests.Select(static r => r.Method + " " + r.Path["/2018-06-01/runtime/".Length..]);
}
