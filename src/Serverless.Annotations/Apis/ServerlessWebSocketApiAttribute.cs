using System.Diagnostics;

namespace Serverless;

/// <summary>
/// An API Gateway WebSocket API, on an assembly or class like <see cref="ServerlessHttpApiAttribute"/>. Its routes are methods with
/// <see cref="WebSocketRouteAttribute"/>; messages are pushed through an injected <c>IWebSocketConnections</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class ServerlessWebSocketApiAttribute : Attribute
{
    /// <summary>The logical id is the class name with <c>Api</c> appended unless it ends so; for the assembly <c>{LastPartOfAssemblyName}WebSocketApi</c>.</summary>
    public ServerlessWebSocketApiAttribute()
    {
    }

    /// <summary>Pins the logical id: changing it replaces the API and its address.</summary>
    /// <param name="logicalId">Letters and digits, unique (SVLS2003).</param>
    public ServerlessWebSocketApiAttribute(string logicalId) => LogicalId = logicalId;

    /// <summary>The logical id as written; null = derived.</summary>
    public string? LogicalId { get; }

    /// <summary>Name in the console. Default: the logical id.</summary>
    public string? Name { get; set; }

    /// <summary>What the API is for. Default: the class' documentation summary.</summary>
    public string? Description { get; set; }

    /// <summary>Stage, part of the address. Default: <c>live</c>.</summary>
    public string? StageName { get; set; }

    /// <summary>
    /// What of a message chooses its route. Default: <c>$request.body.action</c>, the member <c>action</c> of a JSON message.
    /// </summary>
    public string? RouteSelectionExpression { get; set; }

    /// <summary>Who may connect: <c>nameof</c> of a Lambda authorizer, <see cref="Authorizers.Iam"/> or <see cref="Authorizers.None"/>. Asked on <c>$connect</c>, which the API then needs (SVLS2201). Default: everybody (SVLS0906).</summary>
    public string? Authorizer { get; set; }

    /// <summary>Steady-state messages per second of each route, above 0. Default: 100.</summary>
    public double ThrottleRate { get; set; } = 100;

    /// <summary>Messages above the rate that are served at once, above 0. Default: 200.</summary>
    public int ThrottleBurst { get; set; } = 200;

    /// <summary>True = caller, route, status and error of every message are logged. Default: true.</summary>
    public bool AccessLogs { get; set; } = true;

    /// <summary>Format of access log lines, with <c>$context</c> variables. Default: JSON.</summary>
    public string? AccessLogFormat { get; set; }

    /// <summary>Retention of access logs in days; one of the values CloudWatch Logs knows (SVLS2001). Default: 30.</summary>
    public int AccessLogRetentionDays { get; set; } = 30;

    /// <summary>What API Gateway itself logs of an execution; payloads are never logged. Default: <see cref="ApiExecutionLogs.Off"/>.</summary>
    public ApiExecutionLogs ExecutionLogs { get; set; }

    /// <summary>Custom domain; needs <see cref="CertificateArn"/> (SVLS2203). Default: none.</summary>
    public string? DomainName { get; set; }

    /// <summary>Certificate of the domain, ARN or <c>@Id</c>.</summary>
    public string? CertificateArn { get; set; }

    /// <summary>First path segment under the domain that leads here. Default: the root.</summary>
    public string? BasePath { get; set; }

    /// <summary>Route 53 zone that receives the domain's records. Default: none are made.</summary>
    public string? HostedZoneId { get; set; }

    /// <summary>True = reachable under its custom domain only. Default: false.</summary>
    public bool DisableExecuteApiEndpoint { get; set; }
}
