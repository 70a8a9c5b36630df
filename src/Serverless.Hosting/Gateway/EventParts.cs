using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Serverless.Hosting.Routing;

namespace Serverless.Hosting.Gateway;

/// <summary>What events of all formats have in common.</summary>
internal static class EventParts
{
    public const string Account = "000000000000";

    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>`29/Nov/2026:10:00:00 +0000`.</summary>
    public static string Time(DateTimeOffset time) => time.ToString("dd/MMM/yyyy:HH:mm:ss' +0000'", CultureInfo.InvariantCulture);

    /// <summary>The path as declared; `$default` for that route.</summary>
    public static string Resource(Route route) => route.Pattern.IsDefault ? HostedPattern.Default : route.Pattern.Key[(route.Pattern.Key.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    /// <summary>Headers that reach a handler, with those API Gateway adds; a proxy in front of a container has added its own.</summary>
    public static IEnumerable<KeyValuePair<string, string[]>> Headers(HttpContext http, int? bodyLength)
    {
        var headers = http.Request.Headers;
        foreach (var (name, values) in headers)
        {
            if (!IsHopByHop(name) && !name.Equals("content-length", StringComparison.OrdinalIgnoreCase))
                yield return new(name, values.ToArray().Select(static v => v ?? "").ToArray());
        }

        if (bodyLength is { } length && (length > 0 || headers.ContentLength is not null))
            yield return new("Content-Length", [length.ToString(CultureInfo.InvariantCulture)]);
        if (!headers.ContainsKey("X-Forwarded-For"))
            yield return new("X-Forwarded-For", [GatewayRequest.Address(http)]);
        if (!headers.ContainsKey("X-Forwarded-Port"))
            yield return new("X-Forwarded-Port", [http.Connection.LocalPort.ToString(CultureInfo.InvariantCulture)]);
        if (!headers.ContainsKey("X-Forwarded-Proto"))
            yield return new("X-Forwarded-Proto", [http.Request.Scheme]);
    }

    public static void WriteStrings(Utf8JsonWriter json, string name, IReadOnlyCollection<KeyValuePair<string, string>> values)
    {
        json.WriteStartObject(name);
        foreach (var (key, value) in values)
            json.WriteString(key, value);
        json.WriteEndObject();
    }

    /// <summary>`headers` (the last value) and `multiValueHeaders` of payload 1.0, REST and WebSocket events.</summary>
    public static void WriteHeaderMaps(Utf8JsonWriter json, HttpContext http, int? bodyLength)
    {
        var headers = Headers(http, bodyLength).ToList();
        json.WriteStartObject("headers"u8);
        foreach (var (name, values) in headers)
            json.WriteString(name, values[^1]);
        json.WriteEndObject();
        json.WriteStartObject("multiValueHeaders"u8);
        foreach (var (name, values) in headers)
            WriteArray(json, name, values);
        json.WriteEndObject();
    }

    /// <summary>`queryStringParameters` (the last value) and the map of all values; null where there are none.</summary>
    public static void WriteQueryMaps(Utf8JsonWriter json, List<KeyValuePair<string, string>> query)
    {
        if (query.Count == 0)
        {
            json.WriteNull("queryStringParameters"u8);
            json.WriteNull("multiValueQueryStringParameters"u8);
            return;
        }

        var names = query.Select(static p => p.Key).Distinct(StringComparer.Ordinal).ToList();
        json.WriteStartObject("queryStringParameters"u8);
        foreach (var name in names)
            json.WriteString(name, query.FindLast(p => string.Equals(p.Key, name, StringComparison.Ordinal)).Value);
        json.WriteEndObject();
        json.WriteStartObject("multiValueQueryStringParameters"u8);
        foreach (var name in names)
            WriteArray(json, name, query.Where(p => string.Equals(p.Key, name, StringComparison.Ordinal)).Select(static p => p.Value));
        json.WriteEndObject();
    }

    public static void WriteStringsOrNull(Utf8JsonWriter json, string name, IReadOnlyCollection<KeyValuePair<string, string>> values)
    {
        if (values.Count == 0)
            json.WriteNull(name);
        else
            WriteStrings(json, name, values);
    }

    public static void WriteArray(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    /// <summary>What an HTTP API passes on as text; forms are base64 there. Text that is not UTF-8 has no place in a JSON string.</summary>
    public static bool IsText(HttpRequest request, ReadOnlySpan<byte> body) =>
        IsTextType(request.ContentType) && request.Headers.ContentEncoding.Count == 0 && Utf8.IsValid(body);

    private static bool IsTextType(string? contentType)
    {
        if (string.IsNullOrEmpty(contentType))
            return true;
        var media = MediaTypes.Of(contentType);
        return media.StartsWith("text/", StringComparison.Ordinal)
            || media is "application/json" or "application/javascript" or "application/xml"
            || media.EndsWith("+json", StringComparison.Ordinal)
            || media.EndsWith("+xml", StringComparison.Ordinal);
    }

    private static bool IsHopByHop(string name) => name.ToLowerInvariant() is
        "connection" or "keep-alive" or "proxy-connection" or "te" or "trailer" or "transfer-encoding" or "upgrade";
}
