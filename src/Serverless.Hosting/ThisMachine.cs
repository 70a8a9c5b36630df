using System.Net;
using Microsoft.AspNetCore.Http;

namespace Serverless.Hosting;

/// <summary>Who may reach what is for the developer alone.</summary>
internal static class ThisMachine
{
    /// <summary>
    /// The connection comes from this machine, and by a name of it, so that no page of the web gets here by pointing its own name at 127.0.0.1.
    /// </summary>
    public static bool Is(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) && IsLocalName(http.Request.Host.Host);

    /// <summary>And no page of another origin is behind the request: for what changes something.</summary>
    public static bool Asks(HttpContext http) => Is(http) && (http.Request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none");

    private static bool IsLocalName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
