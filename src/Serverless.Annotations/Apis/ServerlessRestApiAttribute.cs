using System.Diagnostics;

namespace Serverless;

/// <summary>
/// An API Gateway REST API, on an assembly or class like <see cref="ServerlessHttpApiAttribute"/>. Costs 3.5 times as much a request; one
/// that uses nothing an HTTP API lacks is SVLS2204.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class ServerlessRestApiAttribute : Attribute
{
    /// <summary>The logical id is the class name with <c>Api</c> appended unless it ends so; for the assembly <c>{LastPartOfAssemblyName}Api</c>.</summary>
    public ServerlessRestApiAttribute()
    {
    }

    /// <summary>Pins the logical id: changing it replaces the API and its address.</summary>
    /// <param name="logicalId">Letters and digits, unique (SVLS2003).</param>
    public ServerlessRestApiAttribute(string logicalId) => LogicalId = logicalId;

    /// <summary>The logical id as written; null = derived.</summary>
    public string? LogicalId { get; }

    /// <summary>Name in the console. Default: the logical id.</summary>
    public string? Name { get; set; }

    /// <summary>What the API is for. Default: the class' documentation summary.</summary>
    public string? Description { get; set; }

    /// <summary>Stage. Default: <c>live</c>.</summary>
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

    /// <summary>S3 address of the truststore that client certificates are checked against. Default: no mutual TLS.</summary>
    public string? MutualTlsTruststore { get; set; }

    /// <summary>True = reachable under its custom domain only. Default: false.</summary>
    public bool DisableExecuteApiEndpoint { get; set; }

    /// <summary>Origins browsers may call from; <c>*</c> together with credentials is SVLS0907. Default: no CORS.</summary>
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

    /// <summary>Endpoint type; a private one needs <see cref="VpcEndpointIds"/> or <see cref="ResourcePolicy"/> (SVLS2002). Default: <see cref="RestEndpoint.Regional"/>.</summary>
    public RestEndpoint Endpoint { get; set; }

    /// <summary>VPC endpoints that a private API may be called from, ids or <c>@Id</c>. Without a <see cref="ResourcePolicy"/> they are its policy.</summary>
    public string[]? VpcEndpointIds { get; set; }

    /// <summary>What is checked before a function is called. Default: <see cref="RequestValidation.All"/>; written, it is a reason for a REST API (SVLS2204).</summary>
    public RequestValidation Validate { get; set; }

    /// <summary>Size of the cache in GB: 0.5, 1.6, 6.1, 13.5, 28.4, 58.2, 118 or 237; billed by the hour (SVLS2505). Default: no cache.</summary>
    public double CacheSizeGB { get; set; }

    /// <summary>Seconds an answer is cached, 0 to 3,600; needs <see cref="CacheSizeGB"/> (SVLS2002). Default: 300.</summary>
    public int CacheTtl { get; set; } = 300;

    /// <summary>True = cached answers are encrypted; needs <see cref="CacheSizeGB"/> (SVLS2002). Default: true.</summary>
    public bool CacheEncrypted { get; set; } = true;

    /// <summary>Share of requests that go to the canary deployment, 0 to 100 percent. Default: no canary.</summary>
    public double CanaryPercent { get; set; }

    /// <summary>True = the canary uses the stage's cache. Default: false.</summary>
    public bool CanaryUsesStageCache { get; set; }

    /// <summary>Web ACL of AWS WAF: ARN, <c>@Id</c>, or <c>managed</c> for one with AWS's common rules and a rate limit. Default: none.</summary>
    public string? WebAcl { get; set; }

    /// <summary>True = X-Ray traces sampled requests. Default: the application's.</summary>
    public bool Tracing { get; set; }

    /// <summary>Media types that are passed as bytes. Default: derived from the routes.</summary>
    public string[]? BinaryMediaTypes { get; set; }

    /// <summary>Bytes from which answers are compressed, 0 to 10,485,760. Default: never.</summary>
    public int MinimumCompressionSize { get; set; }

    /// <summary>Resource policy of the API, a JSON object with <c>Statement</c>; resources may be short: <c>execute-api:/*</c>. Default: none.</summary>
    public string? ResourcePolicy { get; set; }

    /// <summary>Where the API key is taken from. Default: <see cref="Serverless.ApiKeySource.Header"/>.</summary>
    public ApiKeySource ApiKeySource { get; set; }
}
