namespace Serverless.Analyzers.Tests.Handlers.Formats;

/// <summary>Whoever can send a request to a function.</summary>
public enum EventShape
{
    /// <summary>An HTTP API, payload format 2.0.</summary>
    Http2,

    /// <summary>A function URL: format 2.0 without routes.</summary>
    FunctionUrl,

    /// <summary>An HTTP API, payload format 1.0.</summary>
    Http1,

    /// <summary>A REST API.</summary>
    Rest,

    /// <summary>A load balancer.</summary>
    LoadBalancer,

    /// <summary>A load balancer with multi-value headers.</summary>
    LoadBalancerMulti,
}
