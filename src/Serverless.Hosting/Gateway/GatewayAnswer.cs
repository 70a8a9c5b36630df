using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;

namespace Serverless.Hosting.Gateway;

/// <summary>By which rules a front door reads what a function answered.</summary>
/// <param name="TakesBareBodies">Payload 2.0: what has no `statusCode` is the body of a 200.</param>
/// <param name="HasMultiValueHeaders">Payload 1.0.</param>
/// <param name="IsStrict">REST: a member that is not known makes the answer malformed.</param>
/// <param name="DecodesBase64">False where a REST API has no binary media type for the answer: base64 then travels as it is.</param>
/// <param name="DefaultContentType">Used when the headers name none.</param>
internal readonly record struct AnswerRules(bool TakesBareBodies, bool HasMultiValueHeaders, bool IsStrict, bool DecodesBase64, string DefaultContentType)
{
    public static AnswerRules Format2 { get; } = new(TakesBareBodies: true, HasMultiValueHeaders: false, IsStrict: false, DecodesBase64: true, "text/plain; charset=utf-8");

    public static AnswerRules Format1 { get; } = Format2 with { TakesBareBodies = false, HasMultiValueHeaders = true };

    public static AnswerRules Rest(bool decodesBase64) => new(TakesBareBodies: false, HasMultiValueHeaders: true, IsStrict: true, decodesBase64, "application/json");
}

/// <summary>What a function answered, or the head of an answer that is streamed.</summary>
internal sealed class GatewayAnswer
{
    private List<KeyValuePair<string, string>>? _multiValues;

    private GatewayAnswer()
    {
    }

    public int StatusCode { get; private set; } = 200;

    public List<KeyValuePair<string, string>> Headers { get; } = [];

    public List<string> Cookies { get; } = [];

    public ReadOnlyMemory<byte> Body { get; private set; }

    /// <summary>Used when the headers name none.</summary>
    public string DefaultContentType { get; private set; } = "application/json";

    /// <summary>False when the function's answer cannot be turned into a response.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> json, AnswerRules rules, out GatewayAnswer answer)
    {
        answer = new GatewayAnswer();
        if (!HasStatusCode(json.Span))
        {
            answer.Body = json;
            return rules.TakesBareBodies;
        }

        try
        {
            return answer.Read(json.Span, rules);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            return false;
        }
    }

    /// <summary>The head of a streamed answer: what is missing has its default. False when malformed.</summary>
    public static bool TryReadHead(ReadOnlySpan<byte> json, out GatewayAnswer answer)
    {
        answer = new GatewayAnswer();
        try
        {
            return answer.Read(json, AnswerRules.Format1 with { DefaultContentType = "application/octet-stream" });
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            return false;
        }
    }

    private static bool HasStatusCode(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return false;
            var found = false;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                found |= reader.ValueTextEquals("statusCode"u8);
                reader.Skip();
            }

            return found;
        }
        catch (JsonException)
        {
            // Not JSON: a plain body.
            return false;
        }
    }

    private bool Read(ReadOnlySpan<byte> json, AnswerRules rules)
    {
        DefaultContentType = rules.DefaultContentType;
        var reader = new Utf8JsonReader(json);
        var isBase64 = false;
        byte[] body = [];
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("statusCode"u8))
            {
                reader.Read();
                StatusCode = reader.GetInt32();
            }
            else if (reader.ValueTextEquals("isBase64Encoded"u8))
            {
                reader.Read();
                isBase64 = reader.TokenType != JsonTokenType.Null && reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("body"u8))
            {
                reader.Read();
                body = ReadBody(ref reader);
            }
            else if (reader.ValueTextEquals("headers"u8))
            {
                reader.Read();
                ReadHeaders(ref reader, Headers);
            }
            else if (rules.HasMultiValueHeaders && reader.ValueTextEquals("multiValueHeaders"u8))
            {
                reader.Read();
                ReadHeaders(ref reader, _multiValues = []);
            }
            else if (!rules.IsStrict && reader.ValueTextEquals("cookies"u8))
            {
                reader.Read();
                ReadCookies(ref reader);
            }
            else if (rules.IsStrict)
            {
                return false;
            }
            else
            {
                reader.Skip();
            }
        }

        if (StatusCode is < 200 or > 599)
            return false;
        MergeHeaders();
        if (!isBase64 || !rules.DecodesBase64)
        {
            Body = body;
            return true;
        }

        if (Base64.DecodeFromUtf8InPlace(body, out var written) != OperationStatus.Done)
            return false;
        Body = body.AsMemory(0, written);
        return true;
    }

    /// <summary>Both maps are one list; a pair that stands in both is sent once.</summary>
    private void MergeHeaders()
    {
        if (_multiValues is null)
            return;
        Headers.RemoveAll(h => _multiValues.Exists(m => m.Key.Equals(h.Key, StringComparison.OrdinalIgnoreCase) && m.Value == h.Value));
        Headers.AddRange(_multiValues);
    }

    private static byte[] ReadBody(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return [];
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException("A body is a string.");
        var bytes = new byte[reader.ValueSpan.Length];
        var length = reader.CopyString(bytes);
        return length == bytes.Length ? bytes : bytes[..length];
    }

    private static void ReadHeaders(ref Utf8JsonReader reader, List<KeyValuePair<string, string>> into)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return;
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("Headers are an object.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartArray)
            {
                AddHeader(ref reader, name, into);
                continue;
            }

            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                AddHeader(ref reader, name, into);
        }
    }

    private static void AddHeader(ref Utf8JsonReader reader, string name, List<KeyValuePair<string, string>> into)
    {
        var value = reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString()!,
            JsonTokenType.Number => reader.GetDecimal().ToString(CultureInfo.InvariantCulture),
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            JsonTokenType.Null => null,
            _ => throw new JsonException("A header is text."),
        };
        if (value is not null)
            into.Add(new(name, value));
    }

    private void ReadCookies(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return;
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("Cookies are an array.");
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            Cookies.Add(reader.GetString() ?? throw new JsonException("A cookie is text."));
    }
}
