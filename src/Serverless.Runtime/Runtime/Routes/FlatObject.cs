using System.Text;
using System.Text.Json;

namespace Serverless.Runtime;

/// <summary>Finds one value in a small JSON object of the event (headers, path parameters, stage variables).</summary>
internal static class FlatObject
{
    /// <summary>The value of a member as text; absent when there is none or it is not text, a number or a boolean.</summary>
    /// <param name="json">The object with its braces, or nothing.</param>
    /// <param name="name">The member.</param>
    /// <param name="ignoreCase">Header names have no case.</param>
    public static EventText Find(ReadOnlyMemory<byte> json, string name, bool ignoreCase)
    {
        if (json.IsEmpty)
            return default;
        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var fits = IsName(ref reader, name, ignoreCase);
            reader.Read();
            if (fits)
                return Text(ref reader, json);
            reader.TrySkip();
        }

        return default;
    }

    /// <summary>The raw value of a member, objects and lists with their brackets; empty when there is none.</summary>
    public static ReadOnlyMemory<byte> FindRaw(ReadOnlyMemory<byte> json, string name)
    {
        if (json.IsEmpty)
            return default;
        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var fits = IsName(ref reader, name, ignoreCase: false);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.TrySkip();
            if (fits)
                return json[start..(int)reader.BytesConsumed];
        }

        return default;
    }

    /// <summary>The value the reader stands on.</summary>
    public static EventText Text(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return new EventText(
                    json.Slice((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length),
                    reader.ValueIsEscaped ? EventTextEncoding.JsonEscaped : EventTextEncoding.Plain);
            case JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                return new EventText(json.Slice((int)reader.TokenStartIndex, reader.ValueSpan.Length), EventTextEncoding.Plain);
            default:
                return default;
        }
    }

    internal static bool IsName(ref Utf8JsonReader reader, string name, bool ignoreCase)
    {
        if (reader.ValueIsEscaped)
            return string.Equals(SafeString(ref reader), name, ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
        if (reader.ValueSpan.Length < name.Length)
            return false;
        return ignoreCase
            ? Ascii.EqualsIgnoreCase(reader.ValueSpan, name)
            : Ascii.Equals(reader.ValueSpan, name) || (reader.ValueSpan.Length > name.Length && !Ascii.IsValid(name) && reader.ValueTextEquals(name));
    }

    internal static string? SafeString(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
