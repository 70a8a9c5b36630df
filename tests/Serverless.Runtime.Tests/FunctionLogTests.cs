using System.Text;
using System.Text.Json;
using Serverless.Runtime;

namespace Serverless.Runtime.Tests;

public sealed class FunctionLogTests
{
    private static readonly DateTimeOffset Time = new(2026, 1, 2, 3, 4, 5, 67, TimeSpan.FromHours(2));

    [Fact]
    public void A_text_record_is_one_line_with_time_request_level_and_message() =>
        Assert.Equal("2026-01-02T01:04:05.067Z\tid-1\tWARN\thello\n", Text(false, "hello", null));

    [Fact]
    public void Line_breaks_stay_inside_a_text_record()
    {
        var text = Text(false, "one\ntwo\r\nthree", Thrown());
        Assert.Equal(text.Length - 1, text.IndexOf('\n', StringComparison.Ordinal));
        Assert.Contains("one\rtwo\rthree", text, StringComparison.Ordinal);
        Assert.Contains("System.InvalidOperationException: broken", text, StringComparison.Ordinal);
        Assert.Contains(nameof(Thrown), text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_JSON_record_is_one_line_and_one_object()
    {
        var text = Text(true, "one\n\"two\"", Thrown());
        Assert.Equal(text.Length - 1, text.IndexOf('\n', StringComparison.Ordinal));
        var record = JsonDocument.Parse(text).RootElement;
        Assert.Equal("2026-01-02T01:04:05.067Z", record.GetProperty("timestamp").GetString());
        Assert.Equal("WARN", record.GetProperty("level").GetString());
        Assert.Equal("id-1", record.GetProperty("requestId").GetString());
        Assert.Equal("one\n\"two\"", record.GetProperty("message").GetString());
        Assert.Equal("System.InvalidOperationException", record.GetProperty("errorType").GetString());
        Assert.Contains(nameof(Thrown), record.GetProperty("stackTrace")[0].GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TRACE", FunctionLogLevel.Trace)]
    [InlineData("debug", FunctionLogLevel.Debug)]
    [InlineData("INFO", FunctionLogLevel.Information)]
    [InlineData("WARN", FunctionLogLevel.Warning)]
    [InlineData("Error", FunctionLogLevel.Error)]
    [InlineData("FATAL", FunctionLogLevel.Fatal)]
    [InlineData(null, FunctionLogLevel.Trace)]
    [InlineData("whatever", FunctionLogLevel.Trace)]
    public void Levels_have_the_service_names_and_an_unknown_one_hides_nothing(string? name, FunctionLogLevel expected) =>
        Assert.Equal(expected, FunctionLog.ParseLevel(name));

    private static string Text(bool json, string message, Exception? exception) =>
        Encoding.UTF8.GetString(FunctionLog.Format(json, FunctionLogLevel.Warning, message, "id-1", exception, Time).Span);

    private static InvalidOperationException Thrown()
    {
        try
        {
            throw new InvalidOperationException("broken");
        }
        catch (InvalidOperationException exception)
        {
            return exception;
        }
    }
}
