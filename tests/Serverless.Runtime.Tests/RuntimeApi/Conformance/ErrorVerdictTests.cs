using System.Text.RegularExpressions;
using Serverless.Testing;

namespace Serverless.Runtime.Tests.RuntimeApi.Conformance;

/// <summary>Errors are posted as answers are: the same verdicts, and names that the service accepts.</summary>
[Collection("Process environment")]
public sealed class ErrorVerdictTests
{
    [Theory]
    [InlineData(202, 2)]
    [InlineData(413, 2)]
    [InlineData(400, 2)]
    [InlineData(410, 2)]
    [InlineData(403, 1)]
    [InlineData(500, 1)]
    [Conforms(RuntimeApiLine.Status202, RuntimeApiLine.Status413, RuntimeApiLine.Status400And410, RuntimeApiLine.Status403And500)]
    public void Verdicts_on_a_posted_error_are_those_on_an_answer(int status, int posts)
    {
        using var server = new RuntimeApiServer();
        server.OnNext(RuntimeApiReply.Invocation("1", "1")).OnNext(RuntimeApiReply.Invocation("2", "2")).OnPost(RuntimeApiReply.Status(status));
        Assert.Equal(1, LoopRun.UntilEnd(server, LoopRun.Function(static (payload, _) => payload == "1" ? throw new InvalidOperationException("x") : payload)));
        Assert.Equal(posts, server.Posts.Count);
    }

    [Fact]
    [Conforms(RuntimeApiLine.ReconnectBeforeRequests, RuntimeApiLine.NeverResendAnAnswer)]
    public void An_error_whose_verdict_is_lost_is_not_sent_again_and_the_next_invocation_is_asked_for_on_a_new_connection()
    {
        using var server = new RuntimeApiServer();
        server.OnNext(RuntimeApiReply.Invocation("1", "1")).OnNext(RuntimeApiReply.Invocation("2", "2")).OnPost(RuntimeApiReply.Drop());
        LoopRun.UntilEnd(server, LoopRun.Function(static (payload, _) => payload == "1" ? throw new InvalidOperationException("x") : payload));
        Assert.Equal(["/2018-06-01/runtime/invocation/1/error", "/2018-06-01/runtime/invocation/2/response"], server.Posts.Select(static p => p.Path));
        Assert.Equal(2, server.Posts[1].Connection);
    }

    [Fact]
    [Conforms(RuntimeApiLine.ErrorTypeHeader)]
    public void The_error_type_is_one_that_the_service_keeps()
    {
        Exception[] exceptions = [new InvalidOperationException("x"), new Failure<List<int>>(), new AggregateException(), new Nested.Timeout(), new OperationCanceledException()];
        using var server = new RuntimeApiServer();
        for (var i = 0; i < exceptions.Length; i++)
            server.OnNext(RuntimeApiReply.Invocation("id", i.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        LoopRun.UntilEnd(server, LoopRun.Function((payload, _) => throw exceptions[int.Parse(payload, System.Globalization.CultureInfo.InvariantCulture)]));
        Assert.Equal(exceptions.Length, server.Posts.Count);
        // What the service replaces by Function.Unknown otherwise.
        Assert.All(server.Posts, static p => Assert.Matches(new Regex(@"^(Runtime|Function)\.[A-Z][a-zA-Z]+"), p.Headers["Lambda-Runtime-Function-Error-Type"]));
        Assert.Equal("Function.Timeout", server.Posts[3].Headers["Lambda-Runtime-Function-Error-Type"]);
    }

    private sealed class Failure<T> : Exception;

    private static class Nested
    {
        internal sealed class Timeout : Exception;
    }
}
