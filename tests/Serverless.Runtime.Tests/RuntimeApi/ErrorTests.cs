using System.Text;
using System.Text.Json;
using Serverless.Runtime;
using Serverless.Runtime.Api;
using Serverless.Runtime.Tests.RuntimeApi.Conformance;
using Serverless.Testing;

namespace Serverless.Runtime.Tests.RuntimeApi;

[Collection("Process environment")]
public sealed class ErrorTests
{
    [Fact]
    [Conforms(RuntimeApiLine.InvocationErrors, RuntimeApiLine.ErrorDocuments, RuntimeApiLine.ErrorTypeHeader)]
    public void A_failing_handler_is_reported_with_type_message_stack_and_cause_and_the_loop_goes_on()
    {
        using var server = new RuntimeApiServer();
        server.OnNext(RuntimeApiReply.Invocation("id-1", "1")).OnNext(RuntimeApiReply.Invocation("id-2", "2"));
        LoopRun.UntilEnd(server, LoopRun.Function(static (payload, _) =>
            payload == "1" ? throw new InvalidOperationException("outer \"quoted\"\nline", new FormatException("inner")) : payload));
        Assert.Equal("/2018-06-01/runtime/invocation/id-1/error", server.Posts[0].Path);
        Assert.Equal("Function.InvalidOperationException", server.Posts[0].Headers["Lambda-Runtime-Function-Error-Type"]);
        var error = JsonDocument.Parse(server.Posts[0].Body).RootElement;
        Assert.Equal("InvalidOperationException", error.GetProperty("errorType").GetString());
        Assert.Equal("outer \"quoted\"\nline", error.GetProperty("errorMessage").GetString());
        Assert.Contains(nameof(A_failing_handler_is_reported_with_type_message_stack_and_cause_and_the_loop_goes_on), error.GetProperty("stackTrace")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal("FormatException", error.GetProperty("cause").GetProperty("errorType").GetString());
        Assert.Equal("inner", error.GetProperty("cause").GetProperty("errorMessage").GetString());
        Assert.Equal("2", server.Posts[1].Text);
    }

    [Fact]
    public void What_a_failing_handler_had_written_is_not_in_the_next_answer()
    {
        using var server = new RuntimeApiServer();
        server.OnNext(RuntimeApiReply.Invocation("id-1", "1")).OnNext(RuntimeApiReply.Invocation("id-2", "2"));
        LoopRun.UntilEnd(server, new FunctionDescription("F", static (payload, _, response) =>
        {
            response.GetSpan(4)[..4].Fill((byte)'x');
            if (payload.Span[0] == '1')
            {
                response.Advance(4);
                throw new InvalidOperationException("late");
            }

            payload.Span.CopyTo(response.GetSpan(1));
            response.Advance(1);
            return ValueTask.CompletedTask;
        }, [], 30));
        Assert.Equal("2", server.Posts[1].Text);
    }

    [Fact]
    public void An_exception_from_a_task_is_reported_as_itself()
    {
        using var server = new RuntimeApiServer();
        server.OnNext(RuntimeApiReply.Invocation("id", "1"));
        LoopRun.UntilEnd(server, new FunctionDescription("F", static async (_, _, _) =>
        {
            await Task.Yield();
            throw new OrderNotFoundException("none");
        }, [], 30));
        Assert.Equal("OrderNotFoundException", JsonDocument.Parse(server.Posts[0].Body).RootElement.GetProperty("errorType").GetString());
    }

    [Theory]
    [InlineData(300_000, 'x')]
    [InlineData(1_000_000, '\u0001')]
    [InlineData(300_000, '\u2603')]
    [InlineData(400_000, '"')]
    [Conforms(RuntimeApiLine.ErrorDocumentsAreLimited)]
    public void Error_documents_stay_below_the_service_limit_and_are_whole(int length, char c)
    {
        var cause = new InvalidOperationException(new string(c, length));
        var document = ErrorDocument.Of(new InvalidOperationException(new string(c, length), cause));
        Assert.InRange(document.Length, 1000, 256 * 1024);
        Assert.StartsWith(new string(c, 100), JsonDocument.Parse(document).RootElement.GetProperty("errorMessage").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Surrogate_pairs_are_not_cut_in_two()
    {
        var message = "x" + string.Concat(Enumerable.Repeat("\U0001F600", 200_000));
        var cut = JsonDocument.Parse(ErrorDocument.Of(new InvalidOperationException(message))).RootElement.GetProperty("errorMessage").GetString()!;
        Assert.DoesNotContain('\uFFFD', cut);
        Assert.False(char.IsHighSurrogate(cut[^1]));
    }

    [Fact]
    public void Causes_without_end_are_cut()
    {
        Exception exception = new InvalidOperationException("0");
        for (var i = 1; i < 100; i++)
            exception = new InvalidOperationException(i.ToString(System.Globalization.CultureInfo.InvariantCulture), exception);
        Assert.Equal("99", JsonDocument.Parse(ErrorDocument.Of(exception)).RootElement.GetProperty("errorMessage").GetString());
    }

    [Fact]
    public void An_exception_whose_message_throws_is_reported_too()
    {
        using var server = new RuntimeApiServer();
        server.OnNext(RuntimeApiReply.Invocation("id-1", "1")).OnNext(RuntimeApiReply.Invocation("id-2", "2"));
        LoopRun.UntilEnd(server, LoopRun.Function(static (payload, _) => payload == "1" ? throw new HostileException() : payload));
        Assert.Equal("HostileException", JsonDocument.Parse(server.Posts[0].Body).RootElement.GetProperty("errorType").GetString());
        Assert.Equal("2", server.Posts[1].Text);
    }

    [Theory]
    [InlineData("a\r\nX-Evil: 1", "aX-Evil: 1")]
    [InlineData("a\nb", "ab")]
    [InlineData("a\rb", "ab")]
    [InlineData("plain", "plain")]
    [Conforms(RuntimeApiLine.LineBreaksAreStripped)]
    public void Line_breaks_are_stripped_from_header_values(string value, string expected)
    {
        using var server = new RuntimeApiServer();
        using var api = new RuntimeApiClient(new SocketTransport(server.Address), server.Address);
        Assert.Equal(202, api.PostInvocationError("id\r\n", value, "{}"u8));
        var request = Assert.Single(server.Posts);
        Assert.Equal("/2018-06-01/runtime/invocation/id/error", request.Path);
        Assert.Equal(expected, request.Headers["Lambda-Runtime-Function-Error-Type"]);
        Assert.False(request.Headers.ContainsKey("X-Evil"));
    }

    private sealed class OrderNotFoundException(string message) : Exception(message);

    private sealed class HostileException : Exception
    {
        public override string Message => throw new InvalidOperationException("no message for you");
    }
}
