using System.Net;
using Microsoft.AspNetCore.Http;
using Serverless.Hosting.Authorization;
using Serverless.Hosting.Routing;

namespace Serverless.Hosting.Gateway;

/// <summary>One request on its way through a front door, and what was found out about it so far.</summary>
internal sealed class GatewayRequest(HttpContext http, HostedApi api, RouteMatch match, string path)
{
    private static readonly string[] NoValues = [];

    public HttpContext Http { get; } = http;

    public HostedApi Api { get; } = api;

    public Route Route { get; } = match.Route;

    public IReadOnlyList<KeyValuePair<string, string>> Variables { get; } = match.Variables ?? [];

    /// <summary>Percent-encoded, without base path and stage.</summary>
    public string Path { get; } = path;

    public string DecodedPath { get; } = Uri.UnescapeDataString(path);

    /// <summary>As an API's own address has it: with the stage, where there is one in the path.</summary>
    public string PathWithStage => Api.HasStageInPath ? "/" + Api.Stage + DecodedPath : DecodedPath;

    public string RequestId { get; } = Guid.NewGuid().ToString();

    /// <summary>The short id that API Gateway answers with.</summary>
    public string ExtendedRequestId { get; } = Guid.NewGuid().ToString("N")[..15] + "=";

    public DateTimeOffset Time { get; } = DateTimeOffset.UtcNow;

    /// <summary>Who calls; null = nobody asked.</summary>
    public Caller? Caller { get; set; }

    /// <summary>API key, where the route needs one.</summary>
    public string? ApiKey { get; set; }

    /// <summary>The connection that begins with this request; null where it is no handshake.</summary>
    public WebSockets.SocketInfo? Socket { get; set; }

    public List<KeyValuePair<string, string>> Query { get; } = QueryPairs.Read(http.Request.QueryString);

    public string SourceIp => Address(Http);

    public string? Header(string name) => Http.Request.Headers[name] is { Count: > 0 } values ? string.Join(',', values.ToArray()) : null;

    public string? QueryValue(string name)
    {
        string? value = null;
        foreach (var pair in Query)
        {
            if (string.Equals(pair.Key, name, StringComparison.Ordinal))
                value = pair.Value;
        }

        return value;
    }

    /// <summary>An expression of API Gateway: `$request.header.x`, `$context.routeKey`, `$stageVariables.x`; null when it finds nothing.</summary>
    public string? Value(string expression)
    {
        var parts = expression.StartsWith("method.", StringComparison.Ordinal) || expression.StartsWith("route.", StringComparison.Ordinal)
            ? expression[(expression.IndexOf('.', StringComparison.Ordinal) + 1)..].Split('.', 3)
            : expression.StartsWith('$') ? expression[1..].Split('.', 3) : NoValues;
        return parts switch
        {
            ["request", "header", var name] => Header(name),
            ["request", "querystring", var name] => QueryValue(name),
            ["request", "path", var name] => Variables.FirstOrDefault(v => v.Key == name).Value,
            ["request", "path"] => DecodedPath,
            ["stageVariables", var name] => Api.StageVariables.FirstOrDefault(v => v.Key == name).Value,
            ["context", var name] => Context(name),
            ["context", "identity", "sourceIp"] => SourceIp,
            ["context", "identity", "userAgent"] => Header("User-Agent"),
            ["context", "http", "sourceIp"] => SourceIp,
            ["context", "authorizer", var name] => Caller?.Value(name),
            _ => null,
        };
    }

    public static string Address(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress ?? IPAddress.Loopback;
        return (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString();
    }

    private string? Context(string name) => name switch
    {
        "routeKey" => Route.Pattern.Key,
        "httpMethod" => Http.Request.Method,
        "path" => PathWithStage,
        "resourcePath" => EventParts.Resource(Route),
        "stage" => Api.Stage,
        "apiId" => Api.Id,
        "accountId" => EventParts.Account,
        "requestId" => RequestId,
        "extendedRequestId" => ExtendedRequestId,
        "domainName" => Http.Request.Host.Host,
        "protocol" => Http.Request.Protocol,
        _ => null,
    };
}
