using System.ComponentModel;
using Serverless.Runtime;

namespace Serverless.Http;

/// <summary>One request of a route as its filters see it. Generated code derives from it; a test of a filter may.</summary>
public abstract class RouteInvocation : FunctionInvocation
{
    private readonly RouteEvent _event;
    private RouteRequest? _request;

    /// <summary>Called by generated code.</summary>
    /// <param name="functionId">Logical id of the function.</param>
    /// <param name="request">The event, read.</param>
    /// <param name="payload">The event as UTF-8 JSON.</param>
    /// <param name="invocation">The invocation.</param>
    /// <param name="timeoutSeconds">The configured timeout, 1 to 900.</param>
    protected RouteInvocation(string functionId, in RouteEvent request, ReadOnlyMemory<byte> payload, Invocation invocation, int timeoutSeconds)
        : base(functionId, payload, invocation, timeoutSeconds) => _event = request;

    /// <summary>The request.</summary>
    public RouteRequest Request => _request ??= new RouteRequest(in _event, Invocation);

    /// <summary>`GET /orders/{id}`.</summary>
    public string RouteKey => Request.RouteKey;

    /// <summary>The handler's arguments, in the order of its parameters. Bound when the route filters run; defaults before.</summary>
    public RouteArguments Arguments => new(this);

    /// <summary>How many parameters the handler has.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract int ArgumentCount { get; }

    /// <summary>The event.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected ref readonly RouteEvent Event => ref _event;

    /// <summary>Writes the reply that came out of the filters.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ValueTask WriteAsync(ReplyTarget target, HttpReply reply) =>
        Replies.ReplyAsync(target, Payload, Invocation, reply, reply.TakesTime ? Deadline : default);

    /// <summary>The request filter at a place, or what is inside the last one.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract ValueTask<HttpReply> NextRequestAsync(int index);

    /// <summary>The route filter at a place, or the handler.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract ValueTask<HttpReply> NextRouteAsync(int index);

    /// <summary>An argument.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract object? GetArgument(int position);

    /// <summary>Replaces an argument.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract void SetArgument(int position, object? value);
}
