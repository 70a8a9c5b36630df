using System.Buffers;
using System.Text.Json;
using Microsoft.Extensions.Primitives;

namespace Serverless.Hosting.Gateway;

/// <summary>
/// Writes payload 2.0, the event of HTTP APIs and function URLs, so that a handler cannot tell this host from API Gateway: lower-case
/// names, repeated headers and query keys joined by comma, cookies apart, the path decoded, other bodies than text in base64.
/// </summary>
internal static class HttpApiEvent
{
    /// <param name="output">Receives the JSON.</param>
    /// <param name="request">The request.</param>
    /// <param name="body">The body's bytes.</param>
    public static void Write(IBufferWriter<byte> output, GatewayRequest request, ReadOnlySpan<byte> body)
    {
        using var json = new Utf8JsonWriter(output, EventParts.Options);
        json.WriteStartObject();
        json.WriteString("version"u8, "2.0"u8);
        json.WriteString("routeKey"u8, request.Route.Pattern.Key);
        WriteRequest(json, request, body.Length);
        WriteBody(json, request, body);
        json.WriteEndObject();
    }

    /// <summary>What a Lambda authorizer of format 2.0 is asked with: the request without its body.</summary>
    public static void WriteForAuthorizer(Utf8JsonWriter json, GatewayRequest request) => WriteRequest(json, request, null);

    private static void WriteRequest(Utf8JsonWriter json, GatewayRequest request, int? bodyLength)
    {
        var http = request.Http;
        json.WriteString("rawPath"u8, request.PathWithStage);
        json.WriteString("rawQueryString"u8, http.Request.QueryString.HasValue ? http.Request.QueryString.Value.AsSpan(1) : default);
        WriteCookies(json, http.Request.Headers.Cookie);
        json.WriteStartObject("headers"u8);
        foreach (var (name, values) in EventParts.Headers(http, bodyLength))
        {
            if (!name.Equals("cookie", StringComparison.OrdinalIgnoreCase))
                json.WriteString(name.ToLowerInvariant(), values.Length == 1 ? values[0] : string.Join(',', values));
        }

        json.WriteEndObject();
        WriteQuery(json, request.Query);
        WriteContext(json, request);
        if (request.Variables.Count > 0)
            EventParts.WriteStrings(json, "pathParameters", request.Variables);
        if (request.Api.StageVariables.Count > 0)
            EventParts.WriteStrings(json, "stageVariables", request.Api.StageVariables);
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

    private static void WriteQuery(Utf8JsonWriter json, List<KeyValuePair<string, string>> query)
    {
        if (query.Count == 0)
            return;
        json.WriteStartObject("queryStringParameters"u8);
        foreach (var name in query.Select(static p => p.Key).Distinct(StringComparer.Ordinal))
            json.WriteString(name, string.Join(',', query.Where(p => string.Equals(p.Key, name, StringComparison.Ordinal)).Select(static p => p.Value)));
        json.WriteEndObject();
    }

    private static void WriteContext(Utf8JsonWriter json, GatewayRequest request)
    {
        var http = request.Http.Request;
        json.WriteStartObject("requestContext"u8);
        json.WriteString("accountId"u8, EventParts.Account);
        json.WriteString("apiId"u8, request.Api.Id);
        if (request.Caller is { } caller)
        {
            json.WriteStartObject("authorizer"u8);
            caller.WriteFormat2(json);
            json.WriteEndObject();
        }

        json.WriteString("domainName"u8, http.Host.Host);
        json.WriteString("domainPrefix"u8, http.Host.Host.Split('.')[0]);
        json.WriteStartObject("http"u8);
        json.WriteString("method"u8, http.Method);
        json.WriteString("path"u8, request.PathWithStage);
        json.WriteString("protocol"u8, http.Protocol);
        json.WriteString("sourceIp"u8, request.SourceIp);
        json.WriteString("userAgent"u8, http.Headers.UserAgent.ToString());
        json.WriteEndObject();
        json.WriteString("requestId"u8, request.ExtendedRequestId);
        json.WriteString("routeKey"u8, request.Route.Pattern.Key);
        json.WriteString("stage"u8, request.Api.Stage);
        json.WriteString("time"u8, EventParts.Time(request.Time));
        json.WriteNumber("timeEpoch"u8, request.Time.ToUnixTimeMilliseconds());
        json.WriteEndObject();
    }

    private static void WriteBody(Utf8JsonWriter json, GatewayRequest request, ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
        {
            json.WriteBoolean("isBase64Encoded"u8, false);
            return;
        }

        var isText = EventParts.IsText(request.Http.Request, body);
        if (isText)
            json.WriteString("body"u8, body);
        else
            json.WriteBase64String("body"u8, body);
        json.WriteBoolean("isBase64Encoded"u8, !isText);
    }
}
