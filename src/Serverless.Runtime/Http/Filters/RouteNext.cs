using System.Diagnostics.CodeAnalysis;

namespace Serverless.Http;

/// <summary>What is inside a route filter: the next one, the handler.</summary>
[SuppressMessage("Performance", "CA1815", Justification = "It is called, never compared.")]
public readonly struct RouteNext
{
    private readonly object _target;
    private readonly int _index;

    /// <summary>For tests of a filter: what it lets through to.</summary>
    /// <param name="next">Yields the reply.</param>
    public RouteNext(Func<ValueTask<HttpReply>> next)
    {
        ArgumentNullException.ThrowIfNull(next);
        _target = next;
    }

    /// <summary>Called by generated code.</summary>
    public RouteNext(RouteInvocation invocation, int index)
    {
        ArgumentNullException.ThrowIfNull(invocation);
        _target = invocation;
        _index = index;
    }

    /// <summary>Calls the handler. May be called again, to try again.</summary>
    public ValueTask<HttpReply> InvokeAsync() =>
        _target is RouteInvocation invocation ? invocation.NextRouteAsync(_index) : ((Func<ValueTask<HttpReply>>)_target)();
}
