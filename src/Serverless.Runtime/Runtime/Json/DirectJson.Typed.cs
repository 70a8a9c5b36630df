using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Serverless.Runtime;

/// <summary>
/// Reads and writes one plain type with generated code. What that code does not vouch for goes to the serialiser from the start,
/// so that results, refusals and their places are the serialiser's. Its metadata is not touched before that.
/// </summary>
/// <param name="depth">Nesting that generated code reads; deeper JSON goes to the serialiser.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class DirectJson<T>(int depth)
{
    /// <summary>The serialiser's own knowledge of the type.</summary>
    protected abstract JsonTypeInfo<T> Serializer { get; }

    /// <summary>The same, for who says where a value is wrong.</summary>
    internal JsonTypeInfo Metadata => Serializer;

    /// <summary>Reads the value at which the reader stands. False when the serialiser must decide.</summary>
    protected abstract bool TryRead(ref Utf8JsonReader reader, out T? value);

    /// <summary>Writes a value. False when the serialiser must; what has been written is then dropped.</summary>
    protected abstract bool TryWrite(Utf8JsonWriter writer, T value);

    /// <summary>What the serialiser reads from the same bytes.</summary>
    /// <exception cref="JsonException">Not such a value.</exception>
    internal T? Read(ReadOnlySpan<byte> json) => DirectJson.IsOn && TryReadWhole(json, out var value) ? value : JsonSerializer.Deserialize(json, Serializer);

    /// <summary>Writes what the serialiser writes.</summary>
    internal void Write(ReplyScratch scratch, T value)
    {
        if (DirectJson.IsOn && TryWriteWhole(scratch, value))
            return;
        scratch.Restart();
        JsonSerializer.Serialize(scratch.Writer, value, Serializer);
    }

    /// <summary>True when generated code alone wrote the whole value.</summary>
    internal bool TryWriteWhole(ReplyScratch scratch, T value)
    {
        if (!TryWrite(scratch.Writer, value))
            return false;
        scratch.Writer.Flush();
        return true;
    }

    /// <summary>True when generated code alone read the whole text.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever a constructor or a setter throws, the serialiser calls it again and throws it.")]
    internal bool TryReadWhole(ReadOnlySpan<byte> json, out T? value)
    {
        value = default;
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = depth });
            return reader.Read() && TryRead(ref reader, out value) && !reader.Read();
        }
        catch (Exception)
        {
            return false;
        }
    }
}
