using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Serverless.Runtime.Api;

namespace Serverless.Runtime;

/// <summary>
/// Log records of the runtime and of generated handlers, on standard output where Lambda collects them: one record, one
/// line, one write, so that records never interleave. `AWS_LAMBDA_LOG_FORMAT` (`JSON`, else text) and
/// `AWS_LAMBDA_LOG_LEVEL` are honoured. Nothing is loaded before the first record.
/// </summary>
public static class FunctionLog
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly object Gate = new();
    private static Stream? _output;

    private static readonly bool IsJson =
        string.Equals(Environment.GetEnvironmentVariable("AWS_LAMBDA_LOG_FORMAT"), "JSON", StringComparison.OrdinalIgnoreCase);

    private static readonly FunctionLogLevel Minimum = ParseLevel(Environment.GetEnvironmentVariable("AWS_LAMBDA_LOG_LEVEL"));

    /// <summary>True when records of a level are written.</summary>
    public static bool IsEnabled(FunctionLogLevel level) => level >= Minimum;

    /// <summary>Writes one record, unless the level is below `AWS_LAMBDA_LOG_LEVEL`.</summary>
    /// <param name="level">How grave.</param>
    /// <param name="message">What happened. Line breaks stay inside the record.</param>
    /// <param name="requestId">Of which invocation; null = of none.</param>
    /// <param name="exception">Written with type, message and stack.</param>
    public static void Write(FunctionLogLevel level, string message, string? requestId = null, Exception? exception = null)
    {
        if (level < Minimum)
            return;
        var line = Format(IsJson, level, message, requestId, exception, DateTimeOffset.UtcNow);
        lock (Gate)
        {
            _output ??= Console.OpenStandardOutput();
            _output.Write(line.Span);
            _output.Flush();
        }
    }

    internal static ReadOnlyMemory<byte> Format(
        bool json, FunctionLogLevel level, string message, string? requestId, Exception? exception, DateTimeOffset time) =>
        json ? FormatJson(level, message, requestId, exception, time) : FormatText(level, message, requestId, exception, time);

    internal static FunctionLogLevel ParseLevel(string? name) => name?.ToUpperInvariant() switch
    {
        "DEBUG" => FunctionLogLevel.Debug,
        "INFO" or "INFORMATION" => FunctionLogLevel.Information,
        "WARN" or "WARNING" => FunctionLogLevel.Warning,
        "ERROR" => FunctionLogLevel.Error,
        "FATAL" or "CRITICAL" => FunctionLogLevel.Fatal,
        _ => FunctionLogLevel.Trace,
    };

    private static string NameOf(FunctionLogLevel level) => level switch
    {
        FunctionLogLevel.Trace => "TRACE",
        FunctionLogLevel.Debug => "DEBUG",
        FunctionLogLevel.Information => "INFO",
        FunctionLogLevel.Warning => "WARN",
        FunctionLogLevel.Error => "ERROR",
        _ => "FATAL",
    };

    private static ReadOnlyMemory<byte> FormatText(FunctionLogLevel level, string message, string? requestId, Exception? exception, DateTimeOffset time)
    {
        var text = new StringBuilder(256);
        text.Append(Timestamp(time)).Append('\t').Append(requestId).Append('\t').Append(NameOf(level)).Append('\t').Append(message);
        for (var current = exception; current is not null; current = current.InnerException)
        {
            text.Append('\n').Append(current.GetType().FullName).Append(": ").Append(ErrorDocument.Message(current));
            foreach (var frame in ErrorDocument.StackLines(current))
                text.Append('\n').Append("   ").Append(frame);
        }

        // A line feed would make two records of one; CloudWatch shows a carriage return as a line break.
        text.Replace("\r\n", "\r").Replace('\n', '\r').Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static ReadOnlyMemory<byte> FormatJson(FunctionLogLevel level, string message, string? requestId, Exception? exception, DateTimeOffset time)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("timestamp"u8, Timestamp(time));
            json.WriteString("level"u8, NameOf(level));
            if (requestId is not null)
                json.WriteString("requestId"u8, requestId);
            json.WriteString("message"u8, message);
            if (exception is not null)
            {
                json.WriteString("errorType"u8, exception.GetType().FullName);
                json.WriteString("errorMessage"u8, ErrorDocument.Message(exception));
                json.WriteStartArray("stackTrace"u8);
                for (var current = exception; current is not null; current = current.InnerException)
                {
                    if (!ReferenceEquals(current, exception))
                        json.WriteStringValue("caused by " + current.GetType().FullName + ": " + ErrorDocument.Message(current));
                    foreach (var frame in ErrorDocument.StackLines(current))
                        json.WriteStringValue(frame);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }

    private static string Timestamp(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
