namespace Serverless.StepFunctions.Local;

/// <summary>Timeout and heartbeat of an attempt, in the execution's time.</summary>
internal sealed class TaskLimits : IDisposable
{
    private readonly Scheduler _scheduler;
    private readonly CancellationTokenSource _over;
    private readonly ScheduledTimer? _timeout;
    private readonly double? _heartbeatSeconds;
    private ScheduledTimer? _heartbeat;
    private StateFailure? _failure;

    /// <summary>Starts the clock.</summary>
    /// <param name="scheduler">Of the execution.</param>
    /// <param name="timeoutSeconds">Null = practically never.</param>
    /// <param name="heartbeatSeconds">Null = no heartbeat is expected.</param>
    /// <param name="cancelled">Ends the attempt early.</param>
    public TaskLimits(Scheduler scheduler, double? timeoutSeconds, double? heartbeatSeconds, CancellationToken cancelled)
    {
        _scheduler = scheduler;
        _over = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        _heartbeatSeconds = heartbeatSeconds;
        _timeout = timeoutSeconds is { } seconds
            ? scheduler.Schedule(TimeSpan.FromSeconds(seconds), () => End(new StateFailure(ErrorNames.Timeout, null)), null)
            : null;
        Beat();
    }

    public CancellationToken Token => _over.Token;

    /// <summary>The failure that ended the attempt; null = the time is not over.</summary>
    public StateFailure? Failure => _failure;

    /// <summary>A heartbeat came.</summary>
    public void Beat()
    {
        _heartbeat?.TryCancel();
        if (_heartbeatSeconds is { } seconds)
            _heartbeat = _scheduler.Schedule(TimeSpan.FromSeconds(seconds), () => End(new StateFailure(ErrorNames.Timeout, null) { Alias = ErrorNames.HeartbeatTimeout }), null);
    }

    /// <summary>Nobody sends any.</summary>
    public void ExpectNoHeartbeats() => _heartbeat?.TryCancel();

    public void Dispose()
    {
        _timeout?.TryCancel();
        _heartbeat?.TryCancel();
        // A call that goes on after its time must hear of it.
        _over.Cancel();
        _over.Dispose();
    }

    private void End(StateFailure failure)
    {
        _failure ??= failure;
        _over.Cancel();
    }
}
