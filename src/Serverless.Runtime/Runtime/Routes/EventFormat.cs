using System.ComponentModel;

namespace Serverless.Runtime;

/// <summary>Who sent an event, and so which form its answer has. One function may hear from several, so it is found out at run time.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum EventFormat : byte
{
    /// <summary>Payload format 2.0: HTTP APIs and function URLs.</summary>
    Version2,

    /// <summary>Payload format 1.0: REST APIs, and HTTP APIs that ask for it.</summary>
    Version1,

    /// <summary>An Application Load Balancer, one value for each header.</summary>
    LoadBalancer,

    /// <summary>An Application Load Balancer whose target group has multi-value headers switched on.</summary>
    LoadBalancerMultiValue,

    /// <summary>A client that wants to connect to a WebSocket API: the status accepts or refuses him.</summary>
    WebSocketConnect,

    /// <summary>A message or the end of a connection of a WebSocket API: only the body of an answer can reach the client.</summary>
    WebSocketMessage,
}
