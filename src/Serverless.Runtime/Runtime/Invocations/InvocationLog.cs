using System.Text;
using System.Text.Json;

namespace Serverless.Runtime;

/// <summary>
/// What went wrong, for the log of the function: one line per write, because every line of standard output becomes a log
/// event of its own. JSON when the function logs JSON.
/// </summary>
internal static class InvocationLog
{
    public static void Unhandled(Invocation invocation, Exception exception) => Console.Out.WriteLine(Line(invocation, exception, IsJson));

    private static bool IsJson => string.Equals(Environment.GetEnvironmentVariable("AWS_LAMBDA_LOG_FORMAT"), "JSON", StringComparison.OrdinalIgnoreCase);

    internal static string Line(Invocation invocation, Exception exception, bool asJson)
    {
        if (!asJson)
            return $"{invocation.RequestId} ERROR {exception.ToString().ReplaceLineEndings("\r")}";
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("timestamp"u8, DateTimeOffset.UtcNow);
            json.WriteString("level"u8, "ERROR");
            json.WriteString("requestId"u8, invocation.RequestId);
            json.WriteString("message"u8, exception.Message);
            json.WriteString("errorType"u8, exception.GetType().Name);
            json.WriteString("stackTrace"u8, exception.ToString());
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
