using Serverless.Hosting.Gateway;
using Serverless.Runtime;

namespace Serverless.Hosting;

/// <summary>Limits of API Gateway and Lambda that the host keeps, so that what works here works there. Tests shorten the times.</summary>
internal sealed record HostLimits
{
    /// <summary>Bytes of an event or an answer (6 MB and what the service allows above).</summary>
    public const int Payload = 6_291_556;

    /// <summary>Bytes of a request's body before it is an event: API Gateway's own limit.</summary>
    public const int RequestBody = 10 * 1024 * 1024;

    /// <summary>Bytes of request line and headers together.</summary>
    public const int RequestHead = 10_240;

    /// <summary>How long an HTTP API waits for a function.</summary>
    public TimeSpan Integration { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a REST or WebSocket API waits for a function.</summary>
    public TimeSpan RestIntegration { get; init; } = TimeSpan.FromSeconds(29);

    /// <summary>Bytes of a message on a WebSocket.</summary>
    public const int Message = 128 * 1024;

    /// <summary>Bytes of one frame of it.</summary>
    public const int Frame = 32 * 1024;

    /// <summary>How long a WebSocket may say nothing.</summary>
    public TimeSpan SocketIdle { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a WebSocket lives.</summary>
    public TimeSpan SocketLife { get; init; } = TimeSpan.FromHours(2);

    /// <summary>From SIGTERM to the end of running requests. Below the 30 s after which a container is killed.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>From SIGTERM until handlers are told to stop; what is left of the drain time is theirs to answer.</summary>
    public TimeSpan DrainQuietly { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a front door waits for the target of a route; null = as long as the function may take.</summary>
    public TimeSpan? Of(FrontDoor door, RouteDescription route)
    {
        var limit = door switch
        {
            FrontDoor.FunctionUrl => (TimeSpan?)null,
            FrontDoor.HttpApi => Integration,
            _ => RestIntegration,
        };
        return route.TimeoutMilliseconds is { } declared && !(limit < TimeSpan.FromMilliseconds(declared)) ? TimeSpan.FromMilliseconds(declared) : limit;
    }
}
