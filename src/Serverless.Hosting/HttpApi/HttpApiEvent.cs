using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Serverless.Hosting.Routing;

namespace Serverless.Hosting.HttpApi;

/// <summary>
/// Writes the event an HTTP API sends for a request (payload 2.0), so that a handler cannot tell this host from API Gateway:
/// lower-case names, repeated headers and query keys joined by comma, cookies apart, the path decoded, other bodies than text in base64.
/// </summary>
internal static class HttpApiEvent
{
    private const string Stage = "$default";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <param name="output">Receives the JSON.</param>
    /// <param name="context">The request; its body is read already.</param>
    /// <param name="path">Encoded path.</param>
    /// <param name="match">Route and variables.</param>
    /// <param name="body">The body's bytes.</param>
    /// <param name="requestId">Of this request.</param>
    /// <param name="now">When it came.</param>
    public static void Write(
        IBufferWriter<byte> output, HttpContext context, string path, RouteMatch match, ReadOnlySpan<byte> body, string requestId, DateTimeOffset now)
    {
        var request = context.Request;
        var decodedPath = Uri.UnescapeDataString(path);
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("version"u8, "2.0"u8);
        json.WriteString("routeKey"u8, match.Route.Pattern.Key);
        json.WriteString("rawPath"u8, decodedPath);
        json.WriteString("rawQueryString"u8, request.QueryString.HasValue ? request.QueryString.Value.AsSpan(1) : default);
        WriteCookies(json, request.Headers.Cookie);
        WriteHeaders(json, context, body.Length);
        WriteQuery(json, request.QueryString);
        WriteContext(json, context, decodedPath, match.Route, requestId, now);
        if (match.Variables is { Count: > 0 } variables)
        {
            json.WriteStartObject("pathParameters"u8);
            foreach (var (name, value) in variables)
                json.WriteString(name, value);
            json.WriteEndObject();
        }

        WriteBody(json, request, body);
        json.WriteEndObject();
    }

    private static void WriteCookies(Utf8JsonWriter json, StringValues header)
    {
        var any = false;
        foreach (var line in header)
        {
            foreach (var cookie in (line ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (!any)
                    json.WriteStartArray("cookies"u8);
                any = true;
                json.WriteStringValue(cookie);
            }
        }

        if (any)
            json.WriteEndArray();
    }

    private static void WriteHeaders(Utf8JsonWriter json, HttpContext context, int bodyLength)
    {
        var headers = context.Request.Headers;
        json.WriteStartObject("headers"u8);
        foreach (var (name, values) in headers)
        {
            if (!IsHopByHop(name) && !name.Equals("cookie", StringComparison.OrdinalIgnoreCase) && !name.Equals("content-length", StringComparison.OrdinalIgnoreCase))
                json.WriteString(name.ToLowerInvariant(), values.Count == 1 ? values[0] ?? "" : string.Join(',', values.ToArray()));
        }

        if (bodyLength > 0 || headers.ContentLength is not null)
            json.WriteString("content-length"u8, bodyLength.ToString(CultureInfo.InvariantCulture));
        // What API Gateway adds; a proxy in front of a container has added its own.
        if (!headers.ContainsKey("X-Forwarded-For"))
            json.WriteString("x-forwarded-for"u8, SourceIp(context));
        if (!headers.ContainsKey("X-Forwarded-Port"))
            json.WriteString("x-forwarded-port"u8, context.Connection.LocalPort.ToString(CultureInfo.InvariantCulture));
        if (!headers.ContainsKey("X-Forwarded-Proto"))
            json.WriteString("x-forwarded-proto"u8, context.Request.Scheme);
        json.WriteEndObject();
    }

    private static void WriteQuery(Utf8JsonWriter json, QueryString query)
    {
        // Not Request.Query: its keys ignore case, API Gateway's do not.
        List<KeyValuePair<string, string>>? values = null;
        foreach (var pair in new QueryStringEnumerable(query.Value))
        {
            var name = pair.DecodeName().ToString();
            var value = pair.DecodeValue().ToString();
            values ??= [];
            var same = values.FindIndex(v => string.Equals(v.Key, name, StringComparison.Ordinal));
            if (same >= 0)
                values[same] = new(name, values[same].Value + "," + value);
            else
                values.Add(new(name, value));
        }

        if (values is null)
            return;
        json.WriteStartObject("queryStringParameters"u8);
        foreach (var (name, value) in values)
            json.WriteString(name, value);
        json.WriteEndObject();
    }

    private static void WriteContext(Utf8JsonWriter json, HttpContext context, string path, Route route, string requestId, DateTimeOffset now)
    {
        var request = context.Request;
        json.WriteStartObject("requestContext"u8);
        json.WriteString("accountId"u8, "000000000000"u8);
        json.WriteString("apiId"u8, route.Api);
        json.WriteString("domainName"u8, request.Host.Host);
        json.WriteString("domainPrefix"u8, request.Host.Host.Split('.')[0]);
        json.WriteStartObject("http"u8);
        json.WriteString("method"u8, request.Method);
        json.WriteString("path"u8, path);
        json.WriteString("protocol"u8, request.Protocol);
        json.WriteString("sourceIp"u8, SourceIp(context));
        json.WriteString("userAgent"u8, request.Headers.UserAgent.ToString());
        json.WriteEndObject();
        json.WriteString("requestId"u8, requestId);
        json.WriteString("routeKey"u8, route.Pattern.Key);
        json.WriteString("stage"u8, Stage);
        json.WriteString("time"u8, now.ToString("dd/MMM/yyyy:HH:mm:ss' +0000'", CultureInfo.InvariantCulture));
        json.WriteNumber("timeEpoch"u8, now.ToUnixTimeMilliseconds());
        json.WriteEndObject();
    }

    private static void WriteBody(Utf8JsonWriter json, HttpRequest request, ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
        {
            json.WriteBoolean("isBase64Encoded"u8, false);
            return;
        }

        // Text that is not UTF-8 has no place in a JSON string, whatever its media type says.
        var isText = IsText(request.ContentType) && request.Headers.ContentEncoding.Count == 0 && Utf8.IsValid(body);
        if (isText)
            json.WriteString("body"u8, body);
        else
            json.WriteBase64String("body"u8, body);
        json.WriteBoolean("isBase64Encoded"u8, !isText);
    }

    /// <summary>What an HTTP API passes on as text; forms are base64 there.</summary>
    private static bool IsText(string? contentType)
    {
        if (string.IsNullOrEmpty(contentType))
            return true;
        var semicolon = contentType.IndexOf(';', StringComparison.Ordinal);
        var media = (semicolon < 0 ? contentType : contentType[..semicolon]).Trim().ToLowerInvariant();
        return media.StartsWith("text/", StringComparison.Ordinal)
            || media is "application/json" or "application/javascript" or "application/xml"
            || media.EndsWith("+json", StringComparison.Ordinal)
            || media.EndsWith("+xml", StringComparison.Ordinal);
    }

    private static bool IsHopByHop(string name) => name.ToLowerInvariant() is
        "connection" or "keep-alive" or "proxy-connection" or "te" or "trailer" or "transfer-encoding" or "upgrade";

    private static string SourceIp(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.Loopback;
        return (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString();
    }
}
