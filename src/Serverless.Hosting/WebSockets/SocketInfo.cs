using System.Security.Cryptography;
using Serverless.Hosting.Authorization;
using Serverless.Hosting.Gateway;

namespace Serverless.Hosting.WebSockets;

/// <summary>What events say of a connection from its first to its last.</summary>
internal sealed class SocketInfo(GatewayRequest request)
{
    public HostedApi Api { get; } = request.Api;

    /// <summary>Looks like API Gateway's: 16 characters with a `=` at the end, which addresses have to encode.</summary>
    public string ConnectionId { get; } = Convert.ToBase64String(RandomNumberGenerator.GetBytes(11)).Replace('+', '-').Replace('/', '_');

    public DateTimeOffset ConnectedAt { get; } = request.Time;

    public string DomainName { get; } = request.Http.Request.Host.Host;

    public string SourceIp { get; } = request.SourceIp;

    public string? UserAgent { get; } = request.Header("User-Agent");

    /// <summary>Whom the authorizer let in.</summary>
    public Caller? Caller { get; set; }
}
