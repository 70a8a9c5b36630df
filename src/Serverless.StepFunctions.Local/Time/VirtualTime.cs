namespace Serverless.StepFunctions.Local;

/// <summary>
/// The time of executions as a <see cref="TimeProvider"/>: give it to the objects under test, and
/// <c>Task.Delay(TimeSpan.FromHours(2), runner.Time)</c> takes two hours of the execution's time and none of the test's. Inside a task it is
/// the time of the execution that called it; outside, the time at which executions start.
/// </summary>
public sealed class VirtualTime : TimeProvider
{
    private static readonly AsyncLocal<CallContext?> Current = new();

    private readonly RunnerOptions _options;

    internal VirtualTime(RunnerOptions options) => _options = options;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Current.Value?.Scheduler.Now ?? _options.StartOfTime;

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Called outside a task.</exception>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var context = Current.Value ?? throw new InvalidOperationException("Virtual time passes only inside an execution: outside a task nothing moves it.");
        return new VirtualTimer(context, () => callback(state), dueTime, period);
    }

    internal static object? Enter(Scheduler scheduler, ExternalCall call)
    {
        var previous = Current.Value;
        Current.Value = new CallContext(scheduler, call);
        return previous;
    }

    internal static void Leave(object? previous) => Current.Value = (CallContext?)previous;

    private sealed record CallContext(Scheduler Scheduler, ExternalCall Call);

    private sealed class VirtualTimer : ITimer
    {
        private readonly object _gate = new();
        private readonly CallContext _context;
        private readonly Action _callback;
        private TimeSpan _period;
        private ScheduledTimer? _timer;
        private bool _isDisposed;

        public VirtualTimer(CallContext context, Action callback, TimeSpan dueTime, TimeSpan period)
        {
            _context = context;
            _callback = callback;
            Change(dueTime, period);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_gate)
            {
                if (_isDisposed)
                    return false;
                _timer?.TryCancel();
                _period = period;
                _timer = dueTime == Timeout.InfiniteTimeSpan ? null : _context.Scheduler.Schedule(dueTime, Fire, _context.Call);
                return true;
            }
        }

        public void Dispose()
        {
            lock (_gate)
            {
                _isDisposed = true;
                _timer?.TryCancel();
                _timer = null;
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }

        private void Fire()
        {
            lock (_gate)
            {
                if (_isDisposed)
                    return;
                _timer = _period > TimeSpan.Zero ? _context.Scheduler.Schedule(_period, Fire, _context.Call) : null;
            }

            // User code goes on here until it awaits again: not on the engine's context.
            var scheduler = SynchronizationContext.Current;
            SynchronizationContext.SetSynchronizationContext(null);
            try
            {
                _callback();
            }
            finally
            {
                SynchronizationContext.SetSynchronizationContext(scheduler);
            }
        }
    }
}
