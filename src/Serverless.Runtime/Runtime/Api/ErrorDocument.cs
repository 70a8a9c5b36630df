using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Serverless.Runtime.Api;

/// <summary>
/// An exception as the Runtime API takes it: `errorType` (short name: what `ErrorEquals` of a state machine compares),
/// `errorMessage`, `stackTrace`, `cause`. Cut to the 256 KB the service accepts, the message last.
/// </summary>
internal static class ErrorDocument
{
    /// <summary>Bytes the service accepts.</summary>
    public const int MaximumLength = 256 * 1024;

    private const int MaximumCauses = 8;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document of an exception.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="maximumLength">Bytes it may have, 256 or more.</param>
    public static ReadOnlyMemory<byte> Of(Exception exception, int maximumLength = MaximumLength)
    {
        for (var budget = maximumLength; budget >= 64; budget /= 2)
        {
            var buffer = new ArrayBufferWriter<byte>();
            using (var json = new Utf8JsonWriter(buffer, Options))
                Write(json, exception, budget);
            if (buffer.WrittenCount <= maximumLength)
                return buffer.WrittenMemory;
        }

        // The names of the causes alone are too long: the outermost is what the caller compares.
        var name = exception.GetType().Name;
        return Of(name[..Math.Min(name.Length, 64)], "");
    }

    /// <summary>The document of a failure that is not an exception.</summary>
    public static ReadOnlyMemory<byte> Of(string errorType, string message)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("errorType"u8, errorType);
            json.WriteString("errorMessage"u8, message);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    /// <summary>The lines of a stack trace, without indentation.</summary>
    public static string[] StackLines(Exception exception) =>
        Try(exception, static e => e.StackTrace)?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>The message; a message property that throws must not end the process.</summary>
    public static string Message(Exception exception) => Try(exception, static e => e.Message) ?? "";

    private static void Write(Utf8JsonWriter json, Exception exception, int budget)
    {
        var depth = 0;
        var remaining = budget;
        for (var current = exception; current is not null && depth < MaximumCauses; current = current.InnerException)
        {
            if (depth++ > 0)
                json.WriteStartObject("cause"u8);
            else
                json.WriteStartObject();
            json.WriteString("errorType"u8, current.GetType().Name);
            json.WriteString("errorMessage"u8, Cut(Message(current), ref remaining));
            json.WriteStartArray("stackTrace"u8);
            foreach (var line in StackLines(current))
            {
                if (remaining <= 0)
                    break;
                json.WriteStringValue(Cut(line, ref remaining));
            }

            json.WriteEndArray();
        }

        while (depth-- > 0)
            json.WriteEndObject();
    }

    private static ReadOnlySpan<char> Cut(string text, ref int remaining)
    {
        var length = Math.Min(text.Length, Math.Max(remaining, 0));
        if (length > 0 && length < text.Length && char.IsHighSurrogate(text[length - 1]))
            length--;
        // What stands around a string in the document counts too.
        remaining -= length + 8;
        return text.AsSpan(0, length);
    }

    private static string? Try(Exception exception, Func<Exception, string?> read)
    {
        try
        {
            return read(exception);
        }
#pragma warning disable CA1031 // A user's exception may override these with code that throws anything.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }
}
