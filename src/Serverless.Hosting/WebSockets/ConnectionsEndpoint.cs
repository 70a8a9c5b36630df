using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Serverless.Hosting.Gateway;

namespace Serverless.Hosting.WebSockets;

/// <summary>
/// `@connections`, as API Gateway has it below a stage: POST pushes, GET tells, DELETE closes. AWS's own clients reach it when their
/// endpoint is `http://localhost:5000/{stage}`. API Gateway asks for a signature there; here only this machine gets in.
/// </summary>
internal sealed class ConnectionsEndpoint(SocketTable sockets)
{
    private const string Prefix = "/@connections/";

    public static bool IsFor(string rest) => rest.StartsWith(Prefix, StringComparison.Ordinal) && rest.Length > Prefix.Length;

    public async Task AnswerAsync(HttpContext http, HostedApi api, string rest)
    {
        http.Response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
        if (!ThisMachine.Asks(http))
        {
            await GatewayResponse.ForbiddenAsync(http, api);
            return;
        }

        var connection = sockets.Find(Uri.UnescapeDataString(rest[Prefix.Length..]), api.Id);
        if (connection is null)
        {
            await GoneAsync(http);
        }
        else if (HttpMethods.IsPost(http.Request.Method))
        {
            await PushAsync(http, connection);
        }
        else if (HttpMethods.IsDelete(http.Request.Method))
        {
            await connection.CloseAsync(WebSocketCloseStatus.NormalClosure, "Connection Closed Normally");
            http.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        else if (HttpMethods.IsGet(http.Request.Method))
        {
            await TellAsync(http, connection);
        }
        else
        {
            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        }
    }

    private static async Task PushAsync(HttpContext http, SocketConnection connection)
    {
        using var message = new PooledBuffer();
        if (!await WholeBody.TryReadAsync(http.Request, message) || message.Length > HostLimits.Message)
        {
            http.Response.Headers["x-amzn-ErrorType"] = "PayloadTooLargeException";
            await GatewayResponse.MessageAsync(http, 413, "Payload too large");
        }
        else if (!await connection.SendAsync(message.Written, isBinary: !System.Text.Unicode.Utf8.IsValid(message.WrittenSpan), http.RequestAborted))
        {
            await GoneAsync(http);
        }
    }

    private static async Task TellAsync(HttpContext http, SocketConnection connection)
    {
        using var body = new PooledBuffer();
        using (var json = new Utf8JsonWriter(body, EventParts.Options))
        {
            json.WriteStartObject();
            json.WriteString("connectedAt"u8, connection.Info.ConnectedAt.UtcDateTime);
            json.WriteStartObject("identity"u8);
            json.WriteString("sourceIp"u8, connection.Info.SourceIp);
            json.WriteString("userAgent"u8, connection.Info.UserAgent);
            json.WriteEndObject();
            json.WriteString("lastActiveAt"u8, connection.LastActiveAt.UtcDateTime);
            json.WriteEndObject();
        }

        await GatewayResponse.BytesAsync(http, 200, "application/json", body.Written.ToArray());
    }

    private static Task GoneAsync(HttpContext http)
    {
        http.Response.Headers["x-amzn-ErrorType"] = "GoneException";
        return GatewayResponse.MessageAsync(http, 410, null);
    }
}
