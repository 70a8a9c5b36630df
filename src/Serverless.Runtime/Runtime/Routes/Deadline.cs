using System.ComponentModel;

namespace Serverless.Runtime;

/// <summary>
/// The time a handler has: what remains of the invocation minus half a second (at most a tenth of the timeout), so that a 504
/// still reaches the caller. The token source is used again for the next invocation of the thread when nothing cancelled it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Deadline : IDisposable
{
    [ThreadStatic]
    private static CancellationTokenSource? s_free;

    private CancellationTokenSource? _source;
    private CancellationTokenRegistration _aborted;

    /// <summary>The handler's token; never cancelled before <see cref="Start"/>.</summary>
    public readonly CancellationToken Token => _source?.Token ?? CancellationToken.None;

    /// <summary>True when the time is over, or the host gave up on the invocation.</summary>
    public readonly bool IsReached => _source is { IsCancellationRequested: true };

    /// <summary>Starts the clock.</summary>
    /// <param name="invocation">Says until when.</param>
    /// <param name="timeoutSeconds">The configured timeout, for the margin and for hosts that do not know a deadline.</param>
    public void Start(Invocation invocation, int timeoutSeconds)
    {
        ArgumentNullException.ThrowIfNull(invocation);
        var source = s_free ?? new CancellationTokenSource();
        s_free = null;
        _source = source;
        source.CancelAfter(Remaining(invocation.DeadlineMs, timeoutSeconds, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()));
        if (invocation.Aborted.CanBeCanceled)
            _aborted = invocation.Aborted.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), source);
    }

    /// <summary>Milliseconds a handler has.</summary>
    internal static int Remaining(long deadlineMs, int timeoutSeconds, long nowMs)
    {
        var total = timeoutSeconds * 1000L;
        var remaining = deadlineMs > 0 ? deadlineMs - nowMs : total;
        var margin = Math.Min(500, total / 10);
        return (int)Math.Clamp(remaining - margin, 0, int.MaxValue);
    }

    /// <summary>Stops the clock. A token that a handler kept is not cancelled afterwards.</summary>
    public void Dispose()
    {
        _aborted.Dispose();
        if (_source is not { } source)
            return;
        _source = null;
        if (s_free is null && source.TryReset())
            s_free = source;
        else
            source.Dispose();
    }
}
