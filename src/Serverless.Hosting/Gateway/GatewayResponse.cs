using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Serverless.Hosting.Authorization;

namespace Serverless.Hosting.Gateway;

/// <summary>Sends what API Gateway would send: a function's answer, or the gateway's own short JSON messages.</summary>
internal static class GatewayResponse
{
    /// <summary>No route has the path.</summary>
    public static Task NotFoundAsync(HttpContext context, HostedApi? api) =>
        api is { Door: FrontDoor.RestApi } ? RestProblem.NotFoundAsync(context, api) : MessageAsync(context, 404, "Not Found");

    public static Task TooLargeAsync(HttpContext context, HostedApi api) => api.Door == FrontDoor.RestApi
        ? RestProblem.DefaultAsync(context, api, 413, "Request Too Long")
        : OwnAsync(context, api, 413, "Request Entity Too Large");

    /// <summary>The function failed or its answer is malformed.</summary>
    public static Task FailedAsync(HttpContext context, HostedApi api) => api.Door switch
    {
        FrontDoor.RestApi => RestProblem.DefaultAsync(context, api, 502, "Internal server error"),
        FrontDoor.FunctionUrl => OwnAsync(context, api, 502, "Internal Server Error", "Message"),
        _ => OwnAsync(context, api, 500, "Internal Server Error"),
    };

    /// <summary>What answers did not do so in time.</summary>
    public static Task TimedOutAsync(HttpContext context, HostedApi api) =>
        api.Door == FrontDoor.RestApi ? RestProblem.AnswerAsync(context, api, 504) : OwnAsync(context, api, 503, "Service Unavailable");

    /// <summary>The API key is missing.</summary>
    public static Task ForbiddenAsync(HttpContext context, HostedApi api) =>
        api.Door == FrontDoor.RestApi ? RestProblem.AnswerAsync(context, api, 403) : OwnAsync(context, api, 403, "Forbidden");

    /// <summary>What a caller hears who is not let in.</summary>
    public static Task RefusedAsync(HttpContext context, HostedApi api, Verdict verdict)
    {
        var status = verdict.Kind switch
        {
            VerdictKind.Unauthorized => 401,
            VerdictKind.Failed => 500,
            _ => 403,
        };
        if (verdict.Challenge is { } challenge)
            context.Response.Headers.WWWAuthenticate = challenge;
        return api.Door switch
        {
            FrontDoor.RestApi => RestProblem.AnswerAsync(context, api, status),
            FrontDoor.FunctionUrl => OwnAsync(context, api, status, "Forbidden", "Message"),
            FrontDoor.WebSocketApi when status == 500 => MessageAsync(context, status, null),
            _ => OwnAsync(context, api, status, status switch { 401 => "Unauthorized", 500 => "Internal Server Error", _ => "Forbidden" }),
        };
    }

    /// <summary>A function's answer.</summary>
    /// <param name="context">The request.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="api">What its front door says to browsers takes the place of what the function says.</param>
    public static async Task SendAsync(HttpContext context, GatewayAnswer answer, HostedApi api)
    {
        var response = context.Response;
        if (!TrySendHead(context, answer, api.Cors))
        {
            response.Headers.Clear();
            await FailedAsync(context, api);
            return;
        }

        if (answer.StatusCode is 204 or 304)
            return;
        if (!answer.Body.IsEmpty && response.Headers.ContentType.Count == 0)
            response.Headers.ContentType = answer.DefaultContentType;
        response.ContentLength = answer.Body.Length;
        if (!answer.Body.IsEmpty && !HttpMethods.IsHead(context.Request.Method))
            await response.Body.WriteAsync(answer.Body, context.RequestAborted);
    }

    /// <summary>Status and headers. False when a header holds what no server can send.</summary>
    public static bool TrySendHead(HttpContext context, GatewayAnswer answer, CorsPolicy? cors)
    {
        var response = context.Response;
        try
        {
            response.StatusCode = answer.StatusCode;
            foreach (var (name, value) in answer.Headers)
            {
                if (!IsOwnedByGateway(name) && (cors is null || !CorsPolicy.IsCorsHeader(name)))
                    response.Headers.Append(name, value);
            }

            foreach (var cookie in answer.Cookies)
                response.Headers.Append("Set-Cookie", cookie);
            cors?.AddTo(context);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>A short message, with what the front door says to browsers.</summary>
    private static Task OwnAsync(HttpContext context, HostedApi api, int status, string message, string member = "message")
    {
        api.Cors?.AddTo(context);
        return MessageAsync(context, status, message, member);
    }

    /// <param name="context">The request.</param>
    /// <param name="status">Status.</param>
    /// <param name="message">Text; null is written as such.</param>
    /// <param name="member">`message`, or `Message` where the service writes it so.</param>
    public static async Task MessageAsync(HttpContext context, int status, string? message, string member = "message")
    {
        var text = message is null ? "null" : "\"" + JsonEncodedText.Encode(message, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping) + "\"";
        await BytesAsync(context, status, "application/json", Encoding.UTF8.GetBytes($"{{\"{member}\":{text}}}"));
    }

    /// <summary>A problem document for what this host cannot do, with the reason.</summary>
    public static async Task ProblemAsync(HttpContext context, int status, string title, string detail)
    {
        using var body = new PooledBuffer();
        using (var json = new Utf8JsonWriter(body, EventParts.Options))
        {
            json.WriteStartObject();
            json.WriteNumber("status"u8, status);
            json.WriteString("title"u8, title);
            json.WriteString("detail"u8, detail);
            json.WriteEndObject();
        }

        await BytesAsync(context, status, "application/problem+json", body.Written.ToArray());
    }

    public static async Task BytesAsync(HttpContext context, int status, string contentType, ReadOnlyMemory<byte> body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>Framing is the server's own affair: what a handler says about it is not passed on.</summary>
    private static bool IsOwnedByGateway(string name) => name.ToLowerInvariant() is
        "content-length" or "transfer-encoding" or "connection" or "keep-alive" or "upgrade" or "te" or "trailer";
}
