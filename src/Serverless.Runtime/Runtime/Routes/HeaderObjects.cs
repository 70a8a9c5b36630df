using System.Buffers;
using Serverless.Http;

namespace Serverless.Runtime;

/// <summary>
/// Writes the headers of an answer that has some of its own. Each format has its own place for a header with several values, and
/// for cookies above all, which cannot be joined by commas.
/// </summary>
internal static class HeaderObjects
{
    private const string SetCookie = "set-cookie";

    public static void Write(IBufferWriter<byte> response, EventFormat format, string? contentType, ReplyParts parts)
    {
        var headers = Grouped(contentType, parts);
        switch (format)
        {
            case EventFormat.Version2:
                var cookies = Take(headers);
                Single(response, headers.ConvertAll(static h => (h.Name, string.Join(", ", h.Values))));
                if (cookies is null)
                    return;
                response.Write(",\"cookies\":"u8);
                List(response, cookies);
                return;

            case EventFormat.LoadBalancerMultiValue:
                Multi(response, headers);
                return;

            case EventFormat.LoadBalancer:
                if (headers.Exists(static h => h is { Name: SetCookie, Values.Count: > 1 }))
                    FunctionLog.Write(FunctionLogLevel.Warning, "The answer sets several cookies, but the target group takes one: switch on its multi-value headers. The last one is sent.");
                Single(response, headers.ConvertAll(static h => (h.Name, h.Name == SetCookie ? h.Values[^1] : string.Join(", ", h.Values))));
                return;

            default:
                Single(response, headers.FindAll(static h => h.Values.Count == 1).ConvertAll(static h => (h.Name, h.Values[0])));
                if (headers.FindAll(static h => h.Values.Count > 1) is not { Count: > 0 } several)
                    return;
                response.Write(","u8);
                Multi(response, several);
                return;
        }
    }

    /// <summary>One entry for each name, in the order in which names appear; cookies are the last.</summary>
    private static List<(string Name, List<string> Values)> Grouped(string? contentType, ReplyParts parts)
    {
        var headers = new List<(string Name, List<string> Values)>();
        if (contentType is not null && !Array.Exists(parts.Headers, static h => h.Name.Equals("content-type", StringComparison.OrdinalIgnoreCase)))
            headers.Add(("content-type", [contentType]));
        if (parts.ETag is { } tag)
            headers.Add(("etag", [tag]));
        List<string>? cookies = null;
        foreach (var cookie in parts.Cookies)
            (cookies ??= []).Add(cookie);
        foreach (var (name, value) in parts.Headers)
        {
            var lower = name.ToLowerInvariant();
            if (lower == SetCookie)
                (cookies ??= []).Add(value);
            else if (headers.Find(h => h.Name == lower).Values is { } values)
                values.Add(value);
            else
                headers.Add((lower, [value]));
        }

        if (cookies is not null)
            headers.Add((SetCookie, cookies));
        return headers;
    }

    /// <summary>The cookies, which format 2.0 has apart; null when there are none.</summary>
    private static List<string>? Take(List<(string Name, List<string> Values)> headers)
    {
        if (headers is not [.., (SetCookie, var cookies)])
            return null;
        headers.RemoveAt(headers.Count - 1);
        return cookies;
    }

    private static void Single(IBufferWriter<byte> response, List<(string Name, string Value)> headers)
    {
        response.Write("\"headers\":{"u8);
        for (var i = 0; i < headers.Count; i++)
        {
            response.Write(i == 0 ? "\""u8 : ",\""u8);
            Envelope.Text(response, headers[i].Name);
            response.Write("\":\""u8);
            Envelope.Text(response, headers[i].Value);
            response.Write("\""u8);
        }

        response.Write("}"u8);
    }

    private static void Multi(IBufferWriter<byte> response, List<(string Name, List<string> Values)> headers)
    {
        response.Write("\"multiValueHeaders\":{"u8);
        for (var i = 0; i < headers.Count; i++)
        {
            response.Write(i == 0 ? "\""u8 : ",\""u8);
            Envelope.Text(response, headers[i].Name);
            response.Write("\":"u8);
            List(response, headers[i].Values);
        }

        response.Write("}"u8);
    }

    private static void List(IBufferWriter<byte> response, List<string> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            response.Write(i == 0 ? "[\""u8 : ",\""u8);
            Envelope.Text(response, values[i]);
            response.Write("\""u8);
        }

        response.Write("]"u8);
    }
}
