using System.ComponentModel;
using Serverless.Runtime;

namespace Serverless.Http;

/// <summary>One invocation of a function as its filters see it. Generated code derives from it; a test of a filter may.</summary>
/// <param name="functionId">Logical id of the function.</param>
/// <param name="payload">The event as UTF-8 JSON.</param>
/// <param name="invocation">The invocation.</param>
/// <param name="timeoutSeconds">The configured timeout, 1 to 900.</param>
public abstract class FunctionInvocation(string functionId, ReadOnlyMemory<byte> payload, Invocation invocation, int timeoutSeconds)
{
    private Dictionary<object, object?>? _items;
    private Deadline _deadline;
    private bool _hasStarted;

    /// <summary>Logical id of the function.</summary>
    public string FunctionId { get; } = functionId;

    /// <summary>The event as UTF-8 JSON. Valid until the filter returns.</summary>
    public ReadOnlyMemory<byte> Payload { get; } = payload;

    /// <summary>Id of the invocation.</summary>
    public string RequestId => Invocation.RequestId;

    /// <summary>Cancelled before the time is over: half a second or a tenth of the timeout earlier, whichever is less. The same for every filter and the handler.</summary>
    public CancellationToken Deadline
    {
        get
        {
            if (!_hasStarted)
            {
                _hasStarted = true;
                _deadline.Start(Invocation, timeoutSeconds);
            }

            return _deadline.Token;
        }
    }

    /// <summary>The container's services, of this invocation where some are scoped; null in a project without <c>[ServerlessStartup]</c>.</summary>
    public virtual IServiceProvider? Services => null;

    /// <summary>What filters tell each other in one invocation. Made when it is first asked for.</summary>
    public IDictionary<object, object?> Items => _items ??= [];

    /// <summary>The invocation.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Invocation Invocation { get; } = invocation ?? throw new ArgumentNullException(nameof(invocation));

    /// <summary>True when somebody asked for the deadline and it is over.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool IsDeadlineReached => _deadline.IsReached;

    /// <summary>Stops the clock.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void End() => _deadline.Dispose();

    /// <summary>The filter at a place, or what is inside the last one.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract ValueTask NextInvocationAsync(int index);
}
