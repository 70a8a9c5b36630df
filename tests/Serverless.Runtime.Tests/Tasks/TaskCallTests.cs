using System.Text;
using System.Text.Json;
using Serverless.Runtime;

namespace Serverless.Tests.Tasks;

public sealed class TaskCallTests
{
    [Theory]
    [InlineData(null, "null")]
    [InlineData("", "null")]
    [InlineData("{}", "null")]
    [InlineData("""{"input":null}""", "null")]
    [InlineData("""{"input":"a"}""", "\"a\"")]
    [InlineData("""{ "input" : { "input" : [1, 2] } , "at":"x" }""", """{ "input" : [1, 2] }""")]
    public void The_payload_is_the_member_input(string? text, string payload) =>
        Assert.Equal(payload, Encoding.UTF8.GetString(TaskCall.Parse(text).Payload.Span));

    [Fact]
    public void The_time_is_when_the_state_began_to_wait()
    {
        Assert.Equal(new DateTimeOffset(2026, 11, 28, 12, 0, 0, 123, TimeSpan.Zero), TaskCall.Parse("""{"at":"2026-11-28T12:00:00.123Z"}""").At);
        Assert.Null(TaskCall.Parse("""{"at":"noon"}""").At);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("{")]
    public void Anything_else_is_refused(string text) => Assert.ThrowsAny<JsonException>(() => TaskCall.Parse(text));

    [Fact]
    public void Settings_that_are_absent_or_malformed_have_their_defaults()
    {
        var environment = TaskEnvironment.Read(static name => name == TaskEnvironment.HeartbeatVariable ? "soon" : null);
        Assert.Equal((null, null, TimeSpan.FromSeconds(30)), (environment.Heartbeat, environment.Token, environment.StopTimeout));
        environment = TaskEnvironment.Read(static name => name switch { TaskEnvironment.HeartbeatVariable => "120", TaskEnvironment.StopTimeoutVariable => "60", _ => "x" });
        Assert.Equal((TimeSpan.FromSeconds(120), "x", TimeSpan.FromSeconds(60)), (environment.Heartbeat, environment.Token, environment.StopTimeout));
    }
}
