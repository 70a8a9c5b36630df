using System.ComponentModel;
using Serverless.Runtime.Api;

namespace Serverless.Runtime;

/// <summary>One invocation of a function. A host may use one object for all of them: what a handler keeps it must copy.</summary>
public sealed class Invocation
{
    // Written out, so that the loop can fill them in one method: at a cold start each setter that is called is compiled.
    private string _requestId = "";
    private string _invokedFunctionArn = "";
    private string? _traceId;
    private string? _clientContext;
    private string? _cognitoIdentity;
    private string? _tenantId;
    private long _deadlineMs;
    private CancellationToken _aborted;

    /// <summary>Id of the request (`Lambda-Runtime-Aws-Request-Id`).</summary>
    public string RequestId { get => _requestId; set => _requestId = value; }

    /// <summary>ARN the function was called by; empty when unknown.</summary>
    public string InvokedFunctionArn { get => _invokedFunctionArn; set => _invokedFunctionArn = value; }

    /// <summary>
    /// X-Ray trace header; null when absent. Where Lambda sends several invocations at once (Managed Instances) it is here alone: the variable
    /// `_X_AMZN_TRACE_ID` belongs to the process and cannot name the trace of each.
    /// </summary>
    public string? TraceId { get => _traceId; set => _traceId = value; }

    /// <summary>Client context JSON; null when absent.</summary>
    public string? ClientContext { get => _clientContext; set => _clientContext = value; }

    /// <summary>Cognito identity JSON; null when absent.</summary>
    public string? CognitoIdentity { get => _cognitoIdentity; set => _cognitoIdentity = value; }

    /// <summary>Tenant id; null when absent.</summary>
    public string? TenantId { get => _tenantId; set => _tenantId = value; }

    /// <summary>When the service ends the invocation, in milliseconds since the Unix epoch; 0 when unknown.</summary>
    public long DeadlineMs { get => _deadlineMs; set => _deadlineMs = value; }

    /// <summary>What else ends the invocation early: the client's disconnect or SIGTERM, where the host knows of them.</summary>
    public CancellationToken Aborted { get => _aborted; set => _aborted = value; }

    /// <summary>The real `ILambdaContext` when the managed runtime passed one; else null.</summary>
    public object? LambdaContext { get; set; }

    /// <summary>
    /// True when the function's router chose the entry by method and path, because nothing in front named a route: the entry takes
    /// the route's variables from the path. Set for each invocation by the router.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool IsRoutedByPath { get; set; }

    /// <summary>Set by a host that can stream the answer; null = the answer is written to the response buffer.</summary>
    public ResponseStreaming? Streaming { get; set; }

    /// <summary>Takes over what the Runtime API says of an invocation.</summary>
    internal void Begin(HttpResponse next, CancellationToken aborted)
    {
        _requestId = next.RequestId!;
        _invokedFunctionArn = next.InvokedFunctionArn ?? "";
        _traceId = next.TraceId;
        _clientContext = next.ClientContext;
        _cognitoIdentity = next.CognitoIdentity;
        _tenantId = next.TenantId;
        _deadlineMs = next.DeadlineMs;
        _aborted = aborted;
    }
}
