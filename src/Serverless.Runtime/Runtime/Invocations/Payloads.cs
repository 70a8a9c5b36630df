using System.Buffers;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Serverless.Runtime;

/// <summary>
/// Arguments and results of invocations that are not routes. What is wrong here is the caller's program, not a user's input,
/// so it is an exception: the service reports it as the error of the invocation.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Payloads
{
    /// <summary>The whole payload as a value.</summary>
    /// <exception cref="JsonException">Not such a value.</exception>
    public static T? Read<T>(ReadOnlyMemory<byte> payload, JsonTypeInfo<T> type) => JsonSerializer.Deserialize(payload.Span, type);

    /// <inheritdoc cref="Read{T}(ReadOnlyMemory{byte}, JsonTypeInfo{T})"/>
    public static T? Read<T>(ReadOnlyMemory<byte> payload, DirectJson<T> type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type.Read(payload.Span);
    }

    /// <summary>One member of the payload as a value; default when it is absent or null.</summary>
    /// <exception cref="JsonException">Not such a value, or the payload is no object.</exception>
    public static T? Member<T>(ReadOnlyMemory<byte> payload, string name, JsonTypeInfo<T> type)
    {
        var raw = Member(payload, name);
        return raw.IsEmpty ? default : JsonSerializer.Deserialize(raw.Span, type);
    }

    /// <summary>The JSON of one member; empty when it is absent.</summary>
    /// <exception cref="JsonException">The payload is no object.</exception>
    public static ReadOnlyMemory<byte> Member(ReadOnlyMemory<byte> payload, string name)
    {
        var reader = new Utf8JsonReader(payload.Span);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("The payload must be a JSON object with a member for each parameter.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var fits = reader.ValueTextEquals(name);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (fits)
                return payload[start..(int)reader.BytesConsumed];
        }

        return default;
    }

    /// <summary>A value that must be there.</summary>
    /// <exception cref="JsonException">It is null or absent.</exception>
    public static T Required<T>(T? value, string name)
        where T : class =>
        value ?? throw new JsonException($"The payload has no value for '{name}'.");

    /// <summary>A value that must be there.</summary>
    /// <exception cref="JsonException">It is null or absent.</exception>
    public static T Required<T>(T? value, string name)
        where T : struct =>
        value ?? throw new JsonException($"The payload has no value for '{name}'.");

    /// <summary>Notes that a member is required.</summary>
    /// <exception cref="JsonException">It is absent.</exception>
    public static ReadOnlyMemory<byte> Required(ReadOnlyMemory<byte> json, string name) =>
        json.IsEmpty ? throw new JsonException($"The payload has no value for '{name}'.") : json;

    /// <summary>A result as JSON.</summary>
    public static void Write<T>(IBufferWriter<byte> response, T value, JsonTypeInfo<T> type)
    {
        ArgumentNullException.ThrowIfNull(type);
        var scratch = ReplyScratch.Rent(type.Options.Encoder);
        try
        {
            JsonSerializer.Serialize(scratch.Writer, value, type);
            response.Write(scratch.Buffer.WrittenSpan);
        }
        finally
        {
            scratch.Return();
        }
    }

    /// <inheritdoc cref="Write{T}(IBufferWriter{byte}, T, JsonTypeInfo{T})"/>
    public static void Write<T>(IBufferWriter<byte> response, T value, DirectJson<T> type)
    {
        ArgumentNullException.ThrowIfNull(type);
        var scratch = ReplyScratch.Rent();
        try
        {
            type.Write(scratch, value);
            response.Write(scratch.Buffer.WrittenSpan);
        }
        finally
        {
            scratch.Return();
        }
    }

    /// <summary>No result.</summary>
    public static void WriteNothing(IBufferWriter<byte> response) => response.Write("null"u8);

    /// <summary>A stream as it is, read to its end and disposed.</summary>
    public static async ValueTask WriteAsync(IBufferWriter<byte> response, Stream stream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(response);
        await using (stream.ConfigureAwait(false))
        {
            int read;
            do
            {
                read = await stream.ReadAsync(response.GetMemory(4096), cancellationToken).ConfigureAwait(false);
                response.Advance(read);
            }
            while (read > 0);
        }
    }

    /// <summary>Bytes of the payload in a stream of their own.</summary>
    public static Stream ToStream(ReadOnlyMemory<byte> payload) => new MemoryStream(payload.ToArray(), writable: false);
}
