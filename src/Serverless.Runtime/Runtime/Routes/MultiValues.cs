using System.Text;
using System.Text.Json;

namespace Serverless.Runtime;

/// <summary>
/// Reads `multiValueHeaders` and `multiValueQueryStringParameters`: objects whose members are lists of text. Where an event has
/// only the single-valued one, that is read.
/// </summary>
internal static class MultiValues
{
    /// <summary>The values of a header with commas between them; absent when there is none.</summary>
    public static EventText Joined(ReadOnlyMemory<byte> multi, string name)
    {
        var reader = new Utf8JsonReader(multi.Span);
        if (!Find(ref reader, name, ignoreCase: true, isEncoded: false))
            return default;
        var values = Items(ref reader, multi, isEncoded: false);
        if (values is not { Count: > 1 })
            return values is null ? default : values[0];
        return new EventText(Encoding.UTF8.GetBytes(string.Join(',', values.Select(static v => v.Decode()))), EventTextEncoding.Plain);
    }

    /// <summary>Every value of a header, each as it was sent.</summary>
    public static List<EventText>? Headers(ReadOnlyMemory<byte> multi, ReadOnlyMemory<byte> single, string name)
    {
        if (multi.IsEmpty)
            return FlatObject.Find(single, name, ignoreCase: true) is { IsPresent: true } value ? [value] : null;
        var reader = new Utf8JsonReader(multi.Span);
        return Find(ref reader, name, ignoreCase: true, isEncoded: false) ? Items(ref reader, multi, isEncoded: false) : null;
    }

    /// <summary>The first value of a query key.</summary>
    /// <param name="multi">The lists; empty when the event has none.</param>
    /// <param name="single">The single values.</param>
    /// <param name="name">The key.</param>
    /// <param name="isEncoded">Keys and values are still percent-encoded.</param>
    public static EventText First(ReadOnlyMemory<byte> multi, ReadOnlyMemory<byte> single, string name, bool isEncoded)
    {
        var json = multi.IsEmpty ? single : multi;
        if (json.IsEmpty)
            return default;
        var reader = new Utf8JsonReader(json.Span);
        if (!Find(ref reader, name, ignoreCase: false, isEncoded))
            return default;
        if (reader.TokenType == JsonTokenType.StartArray)
            reader.Read();
        return Text(ref reader, json, isEncoded);
    }

    /// <summary>Every value of a query key, in order; null when there is none.</summary>
    public static List<EventText>? All(ReadOnlyMemory<byte> multi, ReadOnlyMemory<byte> single, string name, bool isEncoded)
    {
        var json = multi.IsEmpty ? single : multi;
        if (json.IsEmpty)
            return null;
        var reader = new Utf8JsonReader(json.Span);
        return Find(ref reader, name, ignoreCase: false, isEncoded) ? Items(ref reader, json, isEncoded) : null;
    }

    /// <summary>Stops on the value of a member.</summary>
    private static bool Find(ref Utf8JsonReader reader, string name, bool ignoreCase, bool isEncoded)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var fits = isEncoded ? IsKey(ref reader, name) : FlatObject.IsName(ref reader, name, ignoreCase);
            reader.Read();
            if (fits)
                return true;
            reader.TrySkip();
        }

        return false;
    }

    private static bool IsKey(ref Utf8JsonReader reader, string name) =>
        reader.ValueIsEscaped
            ? FlatObject.SafeString(ref reader) is { } key && QueryText.IsKey(Encoding.UTF8.GetBytes(key), name)
            : QueryText.IsKey(reader.ValueSpan, name);

    private static List<EventText>? Items(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json, bool isEncoded)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            return Text(ref reader, json, isEncoded) is { IsPresent: true } single ? [single] : null;
        List<EventText>? values = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (Text(ref reader, json, isEncoded) is { IsPresent: true } value)
                (values ??= []).Add(value);
            reader.TrySkip();
        }

        return values;
    }

    private static EventText Text(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json, bool isEncoded)
    {
        var text = FlatObject.Text(ref reader, json);
        return isEncoded ? text.AsUrlEncoded() : text;
    }
}
