using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Serverless.Hosting.Authorization;

namespace Serverless.Hosting.Gateway;

/// <summary>Sends what API Gateway would send: a function's answer, or the gateway's own short JSON messages.</summary>
internal static class GatewayResponse
{
    /// <summary>No route: an HTTP API says so, a REST API looks for a token first.</summary>
    public static Task NotFoundAsync(HttpContext context, FrontDoor door = FrontDoor.HttpApi) =>
        door == FrontDoor.RestApi ? MessageAsync(context, 403, "Missing Authentication Token") : MessageAsync(context, 404, "Not Found");

    public static Task TooLargeAsync(HttpContext context, FrontDoor door = FrontDoor.HttpApi) =>
        MessageAsync(context, 413, door == FrontDoor.RestApi ? "Request Too Long" : "Request Entity Too Large");

    /// <summary>The function failed or its answer is malformed.</summary>
    public static Task FailedAsync(HttpContext context, FrontDoor door = FrontDoor.HttpApi) => door switch
    {
        FrontDoor.RestApi => MessageAsync(context, 502, "Internal server error"),
        FrontDoor.FunctionUrl => MessageAsync(context, 502, "Internal Server Error", "Message"),
        _ => MessageAsync(context, 500, "Internal Server Error"),
    };

    public static Task TimedOutAsync(HttpContext context, FrontDoor door = FrontDoor.HttpApi) =>
        door == FrontDoor.RestApi ? MessageAsync(context, 504, "Endpoint request timed out") : MessageAsync(context, 503, "Service Unavailable");

    public static Task ForbiddenAsync(HttpContext context) => MessageAsync(context, 403, "Forbidden");

    /// <summary>What a caller hears who is not let in.</summary>
    public static Task RefusedAsync(HttpContext context, FrontDoor door, Verdict verdict)
    {
        if (verdict.Challenge is { } challenge)
            context.Response.Headers.WWWAuthenticate = challenge;
        return verdict.Kind switch
        {
            VerdictKind.Unauthorized => MessageAsync(context, 401, "Unauthorized"),
            VerdictKind.Unsigned when door == FrontDoor.RestApi => MessageAsync(context, 403, "Missing Authentication Token"),
            VerdictKind.Unsigned when door == FrontDoor.FunctionUrl => MessageAsync(context, 403, "Forbidden", "Message"),
            VerdictKind.Denied when door == FrontDoor.RestApi => MessageAsync(context, 403, "User is not authorized to access this resource", "Message"),
            VerdictKind.Failed when door == FrontDoor.HttpApi => MessageAsync(context, 500, "Internal Server Error"),
            VerdictKind.Failed => MessageAsync(context, 500, null),
            _ => MessageAsync(context, 403, "Forbidden"),
        };
    }

    /// <summary>A function's answer.</summary>
    /// <param name="context">The request.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="door">Whose words are used when it cannot be sent.</param>
    /// <param name="cors">What the front door says to browsers; it then takes the place of what the function said. Null = it says nothing.</param>
    public static async Task SendAsync(HttpContext context, GatewayAnswer answer, FrontDoor door, CorsPolicy? cors)
    {
        var response = context.Response;
        if (!TrySendHead(context, answer, cors))
        {
            response.Headers.Clear();
            await FailedAsync(context, door);
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
    public static Task ProblemAsync(HttpContext context, int status, string title, string detail)
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

        return BytesAsync(context, status, "application/problem+json", body.Written.ToArray());
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
