using System.Diagnostics.CodeAnalysis;

namespace Serverless.Http;

/// <summary>What is inside a request filter: the next one, binding, the route filters, the handler.</summary>
[SuppressMessage("Performance", "CA1815", Justification = "It is called, never compared.")]
public readonly struct RequestNext
{
    private readonly object _target;
    private readonly int _index;

    /// <summary>For tests of a filter: what it lets through to.</summary>
    /// <param name="next">Yields the reply.</param>
    public RequestNext(Func<ValueTask<HttpReply>> next)
    {
        ArgumentNullException.ThrowIfNull(next);
        _target = next;
    }

    /// <summary>Called by generated code.</summary>
    public RequestNext(RouteInvocation invocation, int index)
    {
        ArgumentNullException.ThrowIfNull(invocation);
        _target = invocation;
        _index = index;
    }

    /// <summary>The invocation: its deadline, items and services. Arguments are not bound yet. Null in a test that gave a function.</summary>
    public FunctionInvocation? Invocation => _target as FunctionInvocation;

    /// <summary>Lets the request through. May be called again, to try again.</summary>
    public ValueTask<HttpReply> InvokeAsync() =>
        _target is RouteInvocation invocation ? invocation.NextRequestAsync(_index) : ((Func<ValueTask<HttpReply>>)_target)();
}
