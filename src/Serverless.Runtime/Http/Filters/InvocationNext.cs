using System.Diagnostics.CodeAnalysis;

namespace Serverless.Http;

/// <summary>What is inside an invocation filter: the next one, the function.</summary>
[SuppressMessage("Performance", "CA1815", Justification = "It is called, never compared.")]
public readonly struct InvocationNext
{
    private readonly object _target;
    private readonly int _index;

    /// <summary>For tests of a filter: what it lets through to.</summary>
    /// <param name="next">The function.</param>
    public InvocationNext(Func<ValueTask> next)
    {
        ArgumentNullException.ThrowIfNull(next);
        _target = next;
    }

    /// <summary>Called by generated code.</summary>
    public InvocationNext(FunctionInvocation invocation, int index)
    {
        ArgumentNullException.ThrowIfNull(invocation);
        _target = invocation;
        _index = index;
    }

    /// <summary>Lets the invocation through, once: what the function writes cannot be taken back.</summary>
    public ValueTask InvokeAsync() => _target is FunctionInvocation invocation ? invocation.NextInvocationAsync(_index) : ((Func<ValueTask>)_target)();
}
