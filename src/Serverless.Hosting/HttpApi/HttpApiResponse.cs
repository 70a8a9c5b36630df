using System.Text;
using Microsoft.AspNetCore.Http;

namespace Serverless.Hosting.HttpApi;

/// <summary>Sends what API Gateway would send: a function's answer, or the gateway's own short JSON messages.</summary>
internal static class HttpApiResponse
{
    public static Task NotFoundAsync(HttpContext context) => MessageAsync(context, 404, "Not Found");

    public static Task TooLargeAsync(HttpContext context) => MessageAsync(context, 413, "Request Entity Too Large");

    public static Task FailedAsync(HttpContext context) => MessageAsync(context, 500, "Internal Server Error");

    public static Task TimedOutAsync(HttpContext context) => MessageAsync(context, 503, "Service Unavailable");

    public static async Task SendAsync(HttpContext context, HttpApiAnswer answer)
    {
        var response = context.Response;
        try
        {
            response.StatusCode = answer.StatusCode;
            foreach (var (name, value) in answer.Headers)
            {
                if (!IsOwnedByGateway(name))
                    response.Headers.Append(name, value);
            }

            foreach (var cookie in answer.Cookies)
                response.Headers.Append("Set-Cookie", cookie);
        }
        catch (InvalidOperationException)
        {
            // A control character in a header: no server can send it.
            response.Headers.Clear();
            await FailedAsync(context);
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

    public static async Task MessageAsync(HttpContext context, int status, string message)
    {
        var body = Encoding.UTF8.GetBytes("{\"message\":\"" + message + "\"}");
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>Framing is the server's own affair: what a handler says about it is not passed on.</summary>
    private static bool IsOwnedByGateway(string name) => name.ToLowerInvariant() is
        "content-length" or "transfer-encoding" or "connection" or "keep-alive" or "upgrade" or "te" or "trailer";
}
