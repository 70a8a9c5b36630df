using System.Text;
using Serverless.Runtime;
using Serverless.Runtime.Api;
using Serverless.Runtime.Tests.RuntimeApi.Conformance;
using Serverless.Testing;

namespace Serverless.Runtime.Tests.RuntimeApi;

[Collection("Process environment")]
public sealed class LoopTests
{
    [Fact]
    [Conforms(RuntimeApiLine.OneConnectionForEachLoop, RuntimeApiLine.Status202)]
    public void Invocations_are_answered_in_order_on_one_connection()
    {
        using var server = new RuntimeApiServer();
        for (var i = 0; i < 20; i++)
            server.OnNext(RuntimeApiReply.Invocation("id-" + i, "\"payload " + i + "\""));
        Assert.Equal(1, LoopRun.UntilEnd(server, LoopRun.Echo));
        Assert.Equal(20, server.Posts.Count);
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal($"/2018-06-01/runtime/invocation/id-{i}/response", server.Posts[i].Path);
            Assert.Equal("\"payload " + i + "\"", server.Posts[i].Text);
        }

        Assert.All(server.Requests, static r => Assert.Equal(1, r.Connection));
    }

    [Fact]
    public void Requests_name_the_host_and_the_media_type()
    {
        using var server = new RuntimeApiServer();
        server.OnNext(RuntimeApiReply.Invocation("id", "1"));
        LoopRun.UntilEnd(server, LoopRun.Echo);
        Assert.Equal("/2018-06-01/runtime/invocation/next", server.Requests[0].Path);
        Assert.All(server.Requests, r => Assert.Equal(server.Address, r.Headers["Host"]));
        Assert.Equal("application/json", server.Posts[0].Headers["Content-Type"]);
    }

    [Fact]
    [Conforms(RuntimeApiLine.ChunkedInvocations, RuntimeApiLine.ReadsSplitAnywhere)]
    public void A_chunked_invocation_reaches_the_handler_whole_when_the_socket_splits_it()
    {
        var payload = "\"" + new string('z', 5000) + "\"";
        var reply = RuntimeApiReply.ChunkedInvocation("id", payload, 1500, ";a=b", "X: y");
        using var server = new RuntimeApiServer();
        server.OnNext(reply with { Splits = [3, 17, 80, 150, 160, 161, 1000, 3000, reply.Bytes.Length - 1] });
        LoopRun.UntilEnd(server, LoopRun.Echo);
        Assert.Equal(payload, Assert.Single(server.Posts).Text);
    }

    [Fact]
    public void Invocations_of_six_megabytes_are_answered_with_as_much()
    {
        var payload = "\"" + new string('z', 6 * 1024 * 1024 - 2) + "\"";
        using var server = new RuntimeApiServer();
        server.OnNext(RuntimeApiReply.Invocation("id-1", payload)).OnNext(RuntimeApiReply.Invocation("id-2", "2"));
        LoopRun.UntilEnd(server, LoopRun.Echo);
        Assert.Equal(payload, server.Posts[0].Text);
        Assert.Equal("2", server.Posts[1].Text);
    }

    [Fact]
    [Conforms(RuntimeApiLine.BodiesAreDrained)]
    public void Bodies_of_verdicts_are_drained_before_the_next_request()
    {
        using var server = new RuntimeApiServer();
        server.OnNext(RuntimeApiReply.Invocation("id-1", "1")).OnNext(RuntimeApiReply.Invocation("id-2", "2"))
            .OnPost(RuntimeApiReply.Status(202, new string('v', 100_000)));
        LoopRun.UntilEnd(server, LoopRun.Echo);
        Assert.Equal(["1", "2"], server.Posts.Select(static p => p.Text));
        Assert.All(server.Requests, static r => Assert.Equal(1, r.Connection));
    }

    [Fact]
    [Conforms(RuntimeApiLine.NoTimeLimit)]
    public void Waiting_for_an_invocation_has_no_time_limit()
    {
        using var server = new RuntimeApiServer();
        using var transport = new SocketTransport(server.Address);
        using var late = new Timer(_ => server.OnNext(RuntimeApiReply.Invocation("late", "1")).OnNext(RuntimeApiReply.Status(403)), null, 1200, Timeout.Infinite);
        using var api = new RuntimeApiClient(transport, server.Address);
        using var termination = new TerminationSignal(static _ => { });
        new RuntimeLoop(api, LoopRun.Echo, termination).Run();
        Assert.Equal(1, Assert.Single(server.Posts).Connection);
        Assert.Equal(0, transport.ReceiveTimeout);
    }

    [Fact]
    [Conforms(RuntimeApiLine.ReconnectBeforeRequests)]
    public void A_connection_that_drops_while_waiting_is_opened_again()
    {
        using var server = new RuntimeApiServer();
        server.OnNext(RuntimeApiReply.Drop()).OnNext(RuntimeApiReply.Invocation("id", "1"));
        LoopRun.UntilEnd(server, LoopRun.Echo);
        Assert.Equal(2, Assert.Single(server.Posts).Connection);
    }

    [Fact]
    public void A_connection_that_drops_inside_an_invocation_runs_no_handler_for_it()
    {
        var calls = 0;
        var cut = RuntimeApiReply.Invocation("cut", "\"0123456789\"");
        using var server = new RuntimeApiServer();
        server.OnNext(cut with { Bytes = cut.Bytes[..^3], Close = true }).OnNext(RuntimeApiReply.Invocation("id", "1"));
        LoopRun.UntilEnd(server, LoopRun.Function((payload, _) =>
        {
            calls++;
            return payload;
        }));
        Assert.Equal(1, calls);
        Assert.EndsWith("/id/response", Assert.Single(server.Posts).Path, StringComparison.Ordinal);
    }

    [Fact]
    [Conforms(RuntimeApiLine.NeverResendAnAnswer)]
    public void An_answer_whose_verdict_is_lost_is_not_sent_again()
    {
        using var server = new RuntimeApiServer();
        server.OnNext(RuntimeApiReply.Invocation("id-1", "1")).OnNext(RuntimeApiReply.Invocation("id-2", "2")).OnPost(RuntimeApiReply.Drop());
        LoopRun.UntilEnd(server, LoopRun.Echo);
        Assert.Equal(["1", "2"], server.Posts.Select(static p => p.Text));
        Assert.Equal(2, server.Posts[1].Connection);
    }

    [Fact]
    [Conforms(RuntimeApiLine.ReconnectBeforeRequests)]
    public void A_connection_closed_while_the_handler_ran_is_opened_again_before_the_answer_is_sent()
    {
        using var server = new RuntimeApiServer();
        server.OnNext(RuntimeApiReply.Invocation("id-1", "1") with { Close = true }).OnNext(RuntimeApiReply.Invocation("id-2", "2"));
        LoopRun.UntilEnd(server, LoopRun.Function((payload, _) =>
        {
            Thread.Sleep(100);
            return payload;
        }));
        Assert.Equal(["1", "2"], server.Posts.Select(static p => p.Text));
        Assert.Equal(2, server.Posts[0].Connection);
    }

    [Fact]
    public void A_service_that_says_close_gets_a_new_connection()
    {
        using var server = new RuntimeApiServer();
        server.OnNext(RuntimeApiReply.Invocation("id-1", "1", "Connection: close")).OnNext(RuntimeApiReply.Invocation("id-2", "2"));
        LoopRun.UntilEnd(server, LoopRun.Echo);
        Assert.Equal([2, 2], server.Posts.Select(static p => p.Connection));
    }

    [Theory]
    [InlineData(202)]
    [InlineData(413)]
    [InlineData(400)]
    [InlineData(410)]
    [Conforms(RuntimeApiLine.Status202, RuntimeApiLine.Status413, RuntimeApiLine.Status400And410)]
    public void After_this_verdict_on_an_answer_the_loop_goes_on(int status)
    {
        using var server = new RuntimeApiServer();
        server.OnNext(RuntimeApiReply.Invocation("id-1", "1")).OnNext(RuntimeApiReply.Invocation("id-2", "2")).OnPost(RuntimeApiReply.Status(status));
        LoopRun.UntilEnd(server, LoopRun.Echo);
        Assert.Equal(["1", "2"], server.Posts.Select(static p => p.Text));
    }

    [Theory]
    [InlineData(403)]
    [InlineData(500)]
    [Conforms(RuntimeApiLine.Status403And500)]
    public void After_this_verdict_on_an_answer_the_process_ends_with_a_code(int status)
    {
        using var server = new RuntimeApiServer();
        server.OnNext(RuntimeApiReply.Invocation("id-1", "1")).OnNext(RuntimeApiReply.Invocation("id-2", "2")).OnPost(RuntimeApiReply.Status(status));
        Assert.NotEqual(0, LoopRun.UntilEnd(server, LoopRun.Echo));
        Assert.Single(server.Posts);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(500)]
    [Conforms(RuntimeApiLine.Status403And500)]
    public void This_status_in_place_of_an_invocation_ends_the_process_with_a_code(int status)
    {
        using var server = new RuntimeApiServer();
        server.OnNext(RuntimeApiReply.Status(status));
        Assert.NotEqual(0, LoopRun.UntilEnd(server, LoopRun.Echo));
        Assert.Single(server.Requests);
    }

    [Fact]
    public void A_verdict_given_before_the_whole_answer_was_read_is_heard()
    {
        using var server = new RuntimeApiServer();
        server.OnNext(RuntimeApiReply.Invocation("id-1", "1")).OnNext(RuntimeApiReply.Invocation("id-2", "2"))
            .OnPost(RuntimeApiReply.Status(413) with { IgnoreBody = true, Close = true });
        LoopRun.UntilEnd(server, LoopRun.Function(static (payload, _) => payload == "1" ? new string('9', 8 * 1024 * 1024) : payload));
        Assert.Equal(2, server.Posts.Count);
        Assert.Equal("2", server.Posts[1].Text);
    }

    [Fact]
    [Conforms(RuntimeApiLine.RequestIdIsRequired)]
    public void An_invocation_without_an_id_is_passed_over()
    {
        using var server = new RuntimeApiServer();
        server.OnNext(RuntimeApiReply.Raw("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")).OnNext(RuntimeApiReply.Invocation("id-2", "2"));
        LoopRun.UntilEnd(server, LoopRun.Echo);
        Assert.Equal("2", Assert.Single(server.Posts).Text);
    }

    [Fact]
    public void An_address_where_nobody_listens_ends_the_process_with_a_code()
    {
        string address;
        using (var server = new RuntimeApiServer())
            address = server.Address;
        using var api = new RuntimeApiClient(new SocketTransport(address), address);
        using var termination = new TerminationSignal(static _ => { });
        Assert.Equal(1, new RuntimeLoop(api, LoopRun.Echo, termination).Run());
    }

    [Fact]
    [Conforms(RuntimeApiLine.EveryHeaderReachesTheHandler)]
    public void The_handler_sees_who_asks_and_until_when()
    {
        var seen = new List<string>();
        using var server = new RuntimeApiServer();
        server
            .OnNext(RuntimeApiReply.Invocation("id-1", "1", "Lambda-Runtime-Deadline-Ms: 77", "Lambda-Runtime-Invoked-Function-Arn: arn", "Lambda-Runtime-Trace-Id: t",
                "Lambda-Runtime-Client-Context: c", "Lambda-Runtime-Cognito-Identity: i", "Lambda-Runtime-Aws-Tenant-Id: n"))
            .OnNext(RuntimeApiReply.Invocation("id-2", "2"));
        LoopRun.UntilEnd(server, LoopRun.Function((payload, i) =>
        {
            seen.Add($"{i.RequestId}|{i.DeadlineMs}|{i.InvokedFunctionArn}|{i.TraceId}|{i.ClientContext}|{i.CognitoIdentity}|{i.TenantId}");
            return payload;
        }));
        Assert.Equal(["id-1|77|arn|t|c|i|n", "id-2|0|||||"], seen);
    }

    [Fact]
    [Conforms(RuntimeApiLine.TraceVariableIsSet, RuntimeApiLine.TraceVariableIsCleared)]
    public void The_trace_variable_is_set_for_each_invocation_and_cleared_when_absent()
    {
        var seen = new List<string?>();
        Environment.SetEnvironmentVariable("_X_AMZN_TRACE_ID", "left over");
        using var server = new RuntimeApiServer();
        server.OnNext(RuntimeApiReply.Invocation("0", "1")).OnNext(RuntimeApiReply.Invocation("1", "1", "Lambda-Runtime-Trace-Id: Root=1"))
            .OnNext(RuntimeApiReply.Invocation("2", "1", "Lambda-Runtime-Trace-Id: Root=2")).OnNext(RuntimeApiReply.Invocation("3", "1"));
        LoopRun.UntilEnd(server, LoopRun.Function((payload, _) =>
        {
            seen.Add(Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID"));
            return payload;
        }));
        Assert.Equal([null, "Root=1", "Root=2", null], seen);
    }

    [Fact]
    public void Handlers_that_really_wait_are_awaited()
    {
        using var server = new RuntimeApiServer();
        server.OnNext(RuntimeApiReply.Invocation("id", "1"));
        LoopRun.UntilEnd(server, new FunctionDescription("Slow", async (payload, _, response) =>
        {
            await Task.Delay(50);
            response.GetSpan(1)[0] = (byte)'7';
            response.Advance(1);
        }, [], 30));
        Assert.Equal("7", Assert.Single(server.Posts).Text);
    }

    [Fact]
    public void A_warm_invocation_allocates_its_strings_and_little_else()
    {
        const int Count = 1000;
        var transport = new RepeatingTransport(RuntimeApiReply.Invocation("8476a536-e9f4-11e8-9739-2dfe598c3fcd", new string(' ', 1000), "Lambda-Runtime-Deadline-Ms: 1").Bytes, Count);
        using var api = new RuntimeApiClient(transport, "h");
        using var termination = new TerminationSignal(static _ => { });
        var loop = new RuntimeLoop(api, new FunctionDescription("F", static (payload, _, response) =>
        {
            payload.Span.CopyTo(response.GetSpan(payload.Length));
            response.Advance(payload.Length);
            return ValueTask.CompletedTask;
        }, [], 30), termination);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(1, loop.Run());
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / Count;
        Assert.True(each < 1500, $"{each} bytes for each invocation");
    }

    /// <summary>Alternates an invocation and a verdict, then ends with 403.</summary>
    private sealed class RepeatingTransport(byte[] invocation, int count) : Transport
    {
        private static readonly byte[] Accepted = RuntimeApiReply.Status(202).Bytes;
        private static readonly byte[] Ended = RuntimeApiReply.Status(403).Bytes;
        private int _reads;

        public override bool IsUsable => true;

        public override void Connect()
        {
        }

        public override void Close()
        {
        }

        public override int Receive(Span<byte> buffer)
        {
            var read = _reads++;
            var reply = read / 2 >= count ? Ended : read % 2 == 0 ? invocation : Accepted;
            reply.CopyTo(buffer);
            return reply.Length;
        }

        public override void Send(ReadOnlySpan<byte> bytes)
        {
        }
    }
}
