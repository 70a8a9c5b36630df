using System.Buffers;

namespace Serverless.Runtime;

/// <summary>
/// A generated handler: reads the event, calls the user's method, writes the answer. Every host (Runtime API loop, class
/// library entry point, Kestrel) calls this one shape.
/// </summary>
/// <param name="payload">The event as UTF-8 JSON. Valid until the returned task completes.</param>
/// <param name="invocation">Who asks and until when.</param>
/// <param name="response">Receives the answer as UTF-8 JSON.</param>
public delegate ValueTask FunctionHandler(ReadOnlyMemory<byte> payload, Invocation invocation, IBufferWriter<byte> response);

/// <summary>One invocation of a function.</summary>
public sealed class Invocation
{
    /// <summary>Id of the request (`Lambda-Runtime-Aws-Request-Id`).</summary>
    public string RequestId { get; set; } = "";

    /// <summary>ARN the function was called by; empty when unknown.</summary>
    public string InvokedFunctionArn { get; set; } = "";

    /// <summary>X-Ray trace header; null when absent.</summary>
    public string? TraceId { get; set; }

    /// <summary>Client context JSON; null when absent.</summary>
    public string? ClientContext { get; set; }

    /// <summary>Cognito identity JSON; null when absent.</summary>
    public string? CognitoIdentity { get; set; }

    /// <summary>Tenant id; null when absent.</summary>
    public string? TenantId { get; set; }

    /// <summary>When the service ends the invocation, in milliseconds since the Unix epoch; 0 when unknown.</summary>
    public long DeadlineMs { get; set; }

    /// <summary>What else ends the invocation early: the client's disconnect or SIGTERM, where the host knows of them.</summary>
    public CancellationToken Aborted { get; set; }

    /// <summary>The real `ILambdaContext` when the managed runtime passed one; else null.</summary>
    public object? LambdaContext { get; set; }
}
