using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Serverless.Hosting.WebSockets;

/// <summary>The opening handshake of RFC 6455, by hand: the answer may be a refusal, and the stream is wanted before the socket.</summary>
internal static class Handshake
{
    private const string Magic = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    public static bool IsAsked(HttpContext http) =>
        http.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true } && http.Request.Headers.Upgrade.Contains("websocket", StringComparer.OrdinalIgnoreCase);

    /// <summary>Null when well formed; else the status that refuses it.</summary>
    public static int? Fault(HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method))
            return StatusCodes.Status405MethodNotAllowed;
        if (request.Headers.SecWebSocketVersion != "13")
            return StatusCodes.Status426UpgradeRequired;
        Span<byte> nonce = stackalloc byte[18];
        return Convert.TryFromBase64String(request.Headers.SecWebSocketKey.ToString(), nonce, out var length) && length == 16 ? null : StatusCodes.Status400BadRequest;
    }

    /// <summary>Switches protocols; the stream then carries frames.</summary>
    public static Task<Stream> AcceptAsync(HttpContext http, string? subProtocol)
    {
        var headers = http.Response.Headers;
        headers.Connection = HeaderNames.Upgrade;
        headers.Upgrade = "websocket";
#pragma warning disable CA5350 // The protocol asks for SHA-1; nothing is protected by it.
        headers.SecWebSocketAccept = Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(http.Request.Headers.SecWebSocketKey + Magic)));
#pragma warning restore CA5350
        if (subProtocol is not null)
            headers.SecWebSocketProtocol = subProtocol;
        return http.Features.GetRequiredFeature<IHttpUpgradeFeature>().UpgradeAsync();
    }
}
