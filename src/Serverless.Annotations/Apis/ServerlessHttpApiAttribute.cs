using System.Diagnostics;

namespace Serverless;

/// <summary>
/// An API Gateway HTTP API: on the assembly the default API of all routes, on a class the API of its routes or, on an empty class, of
/// the routes that name it by <c>Api = typeof(…)</c>. The kind to start with: cheaper and faster than a REST API.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class ServerlessHttpApiAttribute : Attribute
{
    /// <summary>The logical id is the class name with <c>Api</c> appended unless it ends so; for the assembly <c>{LastPartOfAssemblyName}Api</c>.</summary>
    public ServerlessHttpApiAttribute()
    {
    }

    /// <summary>Pins the logical id: changing it replaces the API and its address.</summary>
    /// <param name="logicalId">Letters and digits, unique (SVLS2003).</param>
    public ServerlessHttpApiAttribute(string logicalId) => LogicalId = logicalId;

    /// <summary>The logical id as written; null = derived.</summary>
    public string? LogicalId { get; }

    /// <summary>Name in the console. Default: the logical id.</summary>
    public string? Name { get; set; }

    /// <summary>What the API is for. Default: the class' documentation summary.</summary>
    public string? Description { get; set; }

    /// <summary>Stage. Default: <c>$default</c>.</summary>
    public string? StageName { get; set; }

    /// <summary>Who may call routes that do not say otherwise: a declared name, <see cref="Authorizers.Iam"/> or <see cref="Authorizers.None"/>. Default: everybody (SVLS0906).</summary>
    public string? Authorizer { get; set; }

    /// <summary>Steady-state requests per second of each route, above 0. Default: 100.</summary>
    public double ThrottleRate { get; set; } = 100;

    /// <summary>Requests above the rate that are served at once, above 0. Default: 200.</summary>
    public int ThrottleBurst { get; set; } = 200;

    /// <summary>True = caller, route, status, latency and error of every request are logged. Default: true.</summary>
    public bool AccessLogs { get; set; } = true;

    /// <summary>Format of access log lines, with <c>$context</c> variables. Default: JSON.</summary>
    public string? AccessLogFormat { get; set; }

    /// <summary>Retention of access logs in days; one of the values CloudWatch Logs knows (SVLS2001). Default: 30.</summary>
    public int AccessLogRetentionDays { get; set; } = 30;

    /// <summary>Custom domain; needs <see cref="CertificateArn"/> (SVLS2203). Default: none.</summary>
    public string? DomainName { get; set; }

    /// <summary>Certificate of the domain, ARN or <c>@Id</c>.</summary>
    public string? CertificateArn { get; set; }

    /// <summary>First path segment under the domain that leads here. Default: the root.</summary>
    public string? BasePath { get; set; }

    /// <summary>Route 53 zone that receives the domain's records. Default: none are made.</summary>
    public string? HostedZoneId { get; set; }

    /// <summary>S3 address of the truststore that client certificates are checked against. Default: no mutual TLS.</summary>
    public string? MutualTlsTruststore { get; set; }

    /// <summary>True = reachable under its custom domain only. Default: false.</summary>
    public bool DisableExecuteApiEndpoint { get; set; }

    /// <summary>Origins browsers may call from; <c>*</c> together with credentials is refused (SVLS2002). Default: no CORS.</summary>
    public string[]? CorsOrigins { get; set; }

    /// <summary>Methods browsers may use. Default: those of the routes.</summary>
    public string[]? CorsMethods { get; set; }

    /// <summary>Request headers browsers may send.</summary>
    public string[]? CorsHeaders { get; set; }

    /// <summary>Response headers scripts may read.</summary>
    public string[]? CorsExposedHeaders { get; set; }

    /// <summary>Seconds a browser keeps the preflight answer, 0 to 86,400. Default: 0.</summary>
    public int CorsMaxAge { get; set; }

    /// <summary>True = cookies and authorization may be sent. Default: false.</summary>
    public bool CorsCredentials { get; set; }
}
