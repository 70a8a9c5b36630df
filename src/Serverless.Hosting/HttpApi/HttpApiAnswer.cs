using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;

namespace Serverless.Hosting.HttpApi;

/// <summary>
/// What a function answered, read by the rules of payload 2.0: an object with `statusCode` is a response; anything else,
/// even text that is no JSON, is the body of a 200. A response that is malformed becomes API Gateway's 500.
/// </summary>
internal sealed class HttpApiAnswer
{
    private HttpApiAnswer()
    {
    }

    public int StatusCode { get; private set; } = 200;

    public List<KeyValuePair<string, string>> Headers { get; } = [];

    public List<string> Cookies { get; } = [];

    public ReadOnlyMemory<byte> Body { get; private set; }

    /// <summary>Used when the headers name none.</summary>
    public string DefaultContentType { get; private set; } = "application/json";

    /// <summary>False when the function's answer cannot be turned into a response.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> json, out HttpApiAnswer answer)
    {
        answer = new HttpApiAnswer();
        if (!HasStatusCode(json.Span))
        {
            answer.Body = json;
            return true;
        }

        try
        {
            return answer.Read(json.Span);
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

    private bool Read(ReadOnlySpan<byte> json)
    {
        DefaultContentType = "text/plain; charset=utf-8";
        var reader = new Utf8JsonReader(json);
        var isBase64 = false;
        byte[] body = [];
        reader.Read();
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
                ReadHeaders(ref reader);
            }
            else if (reader.ValueTextEquals("cookies"u8))
            {
                reader.Read();
                ReadCookies(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        if (StatusCode is < 200 or > 599)
            return false;
        if (!isBase64)
        {
            Body = body;
            return true;
        }

        if (Base64.DecodeFromUtf8InPlace(body, out var written) != OperationStatus.Done)
            return false;
        Body = body.AsMemory(0, written);
        return true;
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

    private void ReadHeaders(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return;
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("Headers are an object.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
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
                Headers.Add(new(name, value));
        }
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
