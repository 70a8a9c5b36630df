using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Serverless.Runtime;

namespace Serverless.Hosting.Gateway;

/// <summary>What a REST API answers by itself: the problem documents its gateway responses are declared with, readable by browsers where CORS is set.</summary>
internal static class RestProblem
{
    /// <summary>A refusal or failure with the reason phrase as title.</summary>
    public static Task AnswerAsync(HttpContext http, HostedApi api, int status, string? detail = null) =>
        WriteAsync(http, api, status, status, ReasonPhrases.Of(status), detail);

    /// <summary>What has no gateway response of its own: the service's message is the title.</summary>
    public static Task DefaultAsync(HttpContext http, HostedApi api, int status, string message) => WriteAsync(http, api, status, null, message, null);

    /// <summary>No route has the path. Where callers sign requests API Gateway looks for a signature first.</summary>
    public static Task NotFoundAsync(HttpContext http, HostedApi api) =>
        AnswerAsync(http, api, api.Routes.Exists(static r => r.Description.Access == RouteAccess.Iam) ? 403 : 404);

    private static async Task WriteAsync(HttpContext http, HostedApi api, int status, int? shown, string title, string? detail)
    {
        if (http.Response.Headers["x-amzn-RequestId"] is not [{ } requestId, ..])
            http.Response.Headers["x-amzn-RequestId"] = requestId = Guid.NewGuid().ToString();
        RestCors.Of(api)?.AddToProblem(http);
        using var body = new PooledBuffer();
        using (var json = new Utf8JsonWriter(body, EventParts.Options))
        {
            json.WriteStartObject();
            if (shown is { } number)
                json.WriteNumber("status"u8, number);
            json.WriteString("title"u8, title);
            if (detail is not null)
                json.WriteString("detail"u8, detail);
            json.WriteString("instance"u8, Instance(http, api));
            json.WriteString("requestId"u8, requestId);
            json.WriteEndObject();
        }

        await GatewayResponse.BytesAsync(http, status, "application/problem+json", body.Written.ToArray());
    }

    /// <summary>The path with its stage, as the API's own address has it.</summary>
    private static string Instance(HttpContext http, HostedApi api)
    {
        var path = http.Request.Path.Value ?? "/";
        if (api.BasePath.Length > 0 && path.StartsWith(api.BasePath, StringComparison.Ordinal))
            path = path[api.BasePath.Length..];
        var stage = "/" + api.Stage;
        return path == stage || path.StartsWith(stage + "/", StringComparison.Ordinal) ? path : stage + path;
    }
}
