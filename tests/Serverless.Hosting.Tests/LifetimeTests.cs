using System.Buffers;
using System.Net;
using System.Text;
using Serverless.Runtime;

namespace Serverless.Hosting.Tests;

/// <summary>Failures, time limits, disconnects and the end of the process.</summary>
public sealed class LifetimeTests
{
    [Fact]
    public async Task A_function_that_throws_is_500_without_its_message()
    {
        await using var host = await RunningHost.StartAsync(RunningHost.Function("F", static _ => throw new InvalidOperationException("secret"), "Api GET /"));
        using var response = await host.Client.GetAsync("/");
        Assert.Equal(500, (int)response.StatusCode);
        Assert.Equal("{\"message\":\"Internal Server Error\"}", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(1, 30_000, 500)]
    [InlineData(30, 300, 503)]
    public async Task A_function_that_takes_too_long_is_500_after_its_timeout_and_503_after_the_gateways(int timeoutSeconds, int integrationMs, int expected)
    {
        var told = new TaskCompletionSource();
        var slow = new FunctionDescription("Slow", async (_, invocation, _) =>
        {
            using var registration = invocation.Aborted.Register(told.SetResult);
            await Task.Delay(20_000, CancellationToken.None);
        }, ["Api GET /"], timeoutSeconds);
        await using var host = await RunningHost.StartAsync(new HostLimits { Integration = TimeSpan.FromMilliseconds(integrationMs) }, slow);
        using var response = await host.Client.GetAsync("/");
        Assert.Equal(expected, (int)response.StatusCode);
        await told.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_handler_that_blocks_does_not_hold_its_request_past_the_deadline()
    {
        var blocking = new FunctionDescription("F", static (_, _, _) =>
        {
            Thread.Sleep(3000);
            return ValueTask.CompletedTask;
        }, ["Api GET /"], 1);
        await using var host = await RunningHost.StartAsync(blocking);
        using var response = await host.Client.GetAsync("/");
        Assert.Equal(500, (int)response.StatusCode);
    }

    [Fact]
    public async Task The_deadline_is_the_functions_timeout_or_the_gateways()
    {
        var seen = new List<double>();
        FunctionDescription Function(string path, int timeout) => new("F" + timeout, (_, invocation, response) =>
        {
            lock (seen)
                seen.Add((invocation.DeadlineMs - DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()) / 1000.0);
            response.Write("1"u8);
            return ValueTask.CompletedTask;
        }, ["Api GET " + path], timeout);
        await using var host = await RunningHost.StartAsync(Function("/short", 5), Function("/long", 900));
        await host.Client.GetStringAsync("/short");
        await host.Client.GetStringAsync("/long");
        Assert.InRange(seen[0], 3, 5);
        Assert.InRange(seen[1], 25, 30);
    }

    [Fact]
    public async Task A_client_that_goes_away_ends_the_invocation()
    {
        var entered = new TaskCompletionSource();
        var told = new TaskCompletionSource();
        await using var host = await RunningHost.StartAsync(new FunctionDescription("F", async (_, invocation, _) =>
        {
            using var registration = invocation.Aborted.Register(told.SetResult);
            entered.SetResult();
            await told.Task;
        }, ["Api GET /"], 30));
        using var leave = new CancellationTokenSource();
        var request = host.Client.GetAsync("/", leave.Token);
        await entered.Task.WaitAsync(TimeSpan.FromSeconds(10));
        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        await told.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_stop_lets_running_requests_finish()
    {
        var entered = new TaskCompletionSource();
        var host = await RunningHost.StartAsync(new FunctionDescription("F", async (_, invocation, response) =>
        {
            entered.SetResult();
            await Task.Delay(500, invocation.Aborted);
            response.Write("\"done\""u8);
        }, ["Api GET /"], 30));
        var request = host.Client.GetStringAsync("/");
        await entered.Task;
        await host.App.StopAsync();
        Assert.Equal("\"done\"", await request);
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Near_the_end_of_a_stop_handlers_are_told()
    {
        var entered = new TaskCompletionSource();
        var host = await RunningHost.StartAsync(new HostLimits { DrainQuietly = TimeSpan.FromMilliseconds(200) }, new FunctionDescription("F", async (_, invocation, response) =>
        {
            entered.SetResult();
            try
            {
                await Task.Delay(20_000, invocation.Aborted);
            }
            catch (OperationCanceledException)
            {
                response.Write("\"told\""u8);
            }
        }, ["Api GET /"], 30));
        var request = host.Client.GetStringAsync("/");
        await entered.Task;
        await host.App.StopAsync();
        Assert.Equal("\"told\"", await request);
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Requests_run_at_the_same_time()
    {
        using var both = new Barrier(2);
        await using var host = await RunningHost.StartAsync(RunningHost.Function("F", _ => both.SignalAndWait(10_000) ? "\"met\"" : "\"alone\"", "Api GET /"));
        Assert.Equal(["\"met\"", "\"met\""], await Task.WhenAll(host.Client.GetStringAsync("/"), host.Client.GetStringAsync("/")));
    }

    [Fact]
    public async Task Health_answers_and_a_route_of_the_user_goes_first()
    {
        await using (var host = await RunningHost.StartAsync(RunningHost.Echo("Api GET /x", "Api $default")))
            Assert.Equal("ok", await host.Client.GetStringAsync("/health"));
        await using (var host = await RunningHost.StartAsync(RunningHost.Function("F", static _ => "\"mine\"", "Api GET /health")))
            Assert.Equal("\"mine\"", await host.Client.GetStringAsync("/health"));
    }

    [Fact]
    public void A_function_that_cannot_be_initialized_stops_the_start_and_is_named()
    {
        var broken = RunningHost.Echo("Api GET /") with { Id = "Broken", Initialize = static () => throw new InvalidOperationException("no region") };
        var exception = Assert.Throws<HostingException>(() => ServerlessHost.Build([], [broken], new ApplicationDescription([], []), RunningHost.Developer(), new HostLimits()));
        Assert.Contains("Broken", exception.Message, StringComparison.Ordinal);
        Assert.Contains("no region", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_start_message_lists_addresses_routes_and_functions_without_routes()
    {
        await using var host = await RunningHost.StartAsync();
        var text = new StringWriter();
        var functions = new[] { RunningHost.Echo("Api GET /orders/{id}", "Api $default"), RunningHost.Echo() with { Id = "Nightly" } };
        StartMessage.Write(text, ["http://localhost:5000"], Gateway.HostedApplication.Build(functions, new ApplicationDescription([], []), RunningHost.Developer()), RunningHost.Developer());
        Assert.Contains("Listening on http://localhost:5000", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("GET /orders/{id}  -> Echo", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("POST /2015-03-31/functions/Nightly/invocations", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_without_a_route_is_invoked_as_the_Lambda_API_invokes_it()
    {
        string? context = null;
        var echoes = new FunctionDescription("InvokeEcho", (payload, invocation, response) =>
        {
            context = invocation.ClientContext;
            response.Write(payload.Span);
            return ValueTask.CompletedTask;
        }, [], 30);
        var fails = new FunctionDescription("InvokeFails", static (_, _, _) => throw new InvalidOperationException("because"), [], 30);
        await using var host = await RunningHost.StartAsync(echoes, fails);

        using var request = new HttpRequestMessage(HttpMethod.Post, "/2015-03-31/functions/InvokeEcho/invocations") { Content = new StringContent("{\"a\":1}") };
        request.Headers.Add("X-Amz-Client-Context", Convert.ToBase64String("{\"c\":2}"u8));
        using var echo = await host.Client.SendAsync(request);
        Assert.Equal("{\"a\":1}", await echo.Content.ReadAsStringAsync());
        Assert.Equal("{\"c\":2}", context);
        Assert.False(echo.Headers.Contains("X-Amz-Function-Error"));

        using var byArn = await host.Client.PostAsync(new Uri("/2015-03-31/functions/arn%3Aaws%3Alambda%3Aeu-west-1%3A1%3Afunction%3AInvokeEcho%3Alive/invocations", UriKind.Relative), new StringContent("7"));
        Assert.Equal("7", await byArn.Content.ReadAsStringAsync());

        using var failed = await host.Client.PostAsync(new Uri("/2015-03-31/functions/InvokeFails/invocations", UriKind.Relative), new StringContent("{}"));
        Assert.Equal(HttpStatusCode.OK, failed.StatusCode);
        Assert.Equal("Unhandled", failed.Headers.GetValues("X-Amz-Function-Error").Single());
        Assert.Contains("\"errorType\":\"InvalidOperationException\",\"errorMessage\":\"because\"", await failed.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var unknown = await host.Client.PostAsync(new Uri("/2015-03-31/functions/Nobody/invocations", UriKind.Relative), new StringContent("{}"));
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal("ResourceNotFoundException", unknown.Headers.GetValues("x-amzn-ErrorType").Single());
    }

    [Fact]
    public async Task An_asynchronous_invocation_is_accepted_before_it_ends()
    {
        var ended = new TaskCompletionSource<string>();
        var gate = new TaskCompletionSource();
        var later = new FunctionDescription("InvokeLater", async (payload, _, _) =>
        {
            var text = Encoding.UTF8.GetString(payload.Span);
            await gate.Task;
            ended.SetResult(text);
        }, [], 30);
        await using var host = await RunningHost.StartAsync(later);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/2015-03-31/functions/InvokeLater/invocations") { Content = new StringContent("5") };
        request.Headers.Add("X-Amz-Invocation-Type", "Event");
        using var response = await host.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.False(ended.Task.IsCompleted);
        gate.SetResult();
        Assert.Equal("5", await ended.Task.WaitAsync(TimeSpan.FromSeconds(10)));
    }
}
