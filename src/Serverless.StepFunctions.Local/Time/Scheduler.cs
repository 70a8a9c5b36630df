using System.Diagnostics;

namespace Serverless.StepFunctions.Local;

/// <summary>
/// Runs one execution: everything of the engine happens on it, one thing after another, so a run is the same every time. It owns the
/// execution's clock. Time only passes when nothing else can happen and no call into the user's code is at work.
/// </summary>
internal sealed class Scheduler : SynchronizationContext, IDisposable
{
    private readonly object _gate = new();
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _work = new();
    private readonly PriorityQueue<ScheduledTimer, (DateTimeOffset Due, long Order)> _timers = new();
    private readonly TimeMode _mode;
    private readonly TimeSpan _patience;
    private readonly List<TaskCompletionSource> _idle = [];
    private DateTimeOffset _now;
    private DateTimeOffset _target;
    private bool _isRunning;
    private bool _isOver;
    private bool _isImpatient;
    private int _busyCalls;
    private long _order;
    private Timer? _alarm;

    public Scheduler(TimeMode mode, DateTimeOffset start, TimeSpan patience)
    {
        _mode = mode;
        _now = _target = start;
        _patience = patience;
    }

    /// <summary>The execution's time.</summary>
    public DateTimeOffset Now
    {
        get
        {
            lock (_gate)
                return _mode == TimeMode.Real ? DateTimeOffset.UtcNow : _now;
        }
    }

    public override SynchronizationContext CreateCopy() => this;

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_gate)
        {
            _work.Enqueue((d, state));
            Start();
        }
    }

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException("Nothing here waits for the engine.");

    /// <summary>Starts an asynchronous method on the scheduler.</summary>
    public Task<T> RunAsync<T>(Func<Task<T>> start)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(_ => _ = CompleteAsync(), null);
        return result.Task;

        async Task CompleteAsync()
        {
            try
            {
                result.SetResult(await start());
            }
#pragma warning disable CA1031 // Whatever it is, the caller gets it.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                result.SetException(exception);
            }
        }
    }

    /// <summary>Ends when the time has passed.</summary>
    /// <exception cref="OperationCanceledException">Before that.</exception>
    public async Task DelayAsync(TimeSpan time, CancellationToken cancelled)
    {
        cancelled.ThrowIfCancellationRequested();
        var passed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var timer = Schedule(time, passed.SetResult, null);
        await using var registration = cancelled.UnsafeRegister(_ =>
        {
            if (timer.TryCancel())
                passed.TrySetCanceled(cancelled);
        }, null);
        await passed.Task;
    }

    /// <summary>Calls back when the time has passed.</summary>
    /// <param name="time">From now; longer than the calendar goes = at its end.</param>
    /// <param name="callback">Called on the scheduler.</param>
    /// <param name="owner">The call into user code that waits for it, or null.</param>
    public ScheduledTimer Schedule(TimeSpan time, Action callback, ExternalCall? owner)
    {
        lock (_gate)
        {
            var now = _mode == TimeMode.Real ? DateTimeOffset.UtcNow : _now;
            var due = time >= DateTimeOffset.MaxValue - now ? DateTimeOffset.MaxValue : now + (time < TimeSpan.Zero ? TimeSpan.Zero : time);
            var timer = new ScheduledTimer(this, due, callback, owner);
            _timers.Enqueue(timer, (due, _order++));
            if (owner is not null)
                Waits(owner, 1);
            Start();
            return timer;
        }
    }

    /// <summary>Makes a call into user code. While it works, virtual time stands still.</summary>
    public async Task<T> CallAsync<T>(Func<Task<T>> call, CancellationToken cancelled)
    {
        var external = new ExternalCall();
        lock (_gate)
            _busyCalls++;
        var previous = VirtualTime.Enter(this, external);
        try
        {
            // Without this context, so that code that blocks on its own tasks does not wait for itself.
            SetSynchronizationContext(null);
            Task<T> running;
            try
            {
                running = call();
            }
            finally
            {
                SetSynchronizationContext(this);
                VirtualTime.Leave(previous);
            }

            return await running.WaitAsync(cancelled);
        }
        finally
        {
            lock (_gate)
            {
                external.IsOver = true;
                if (external.Timers == 0)
                    _busyCalls--;
                _isImpatient = false;
                Start();
            }
        }
    }

    /// <summary>Manual time: moves on, and returns when everything due has happened and nothing works any more.</summary>
    public Task AdvanceAsync(TimeSpan time)
    {
        lock (_gate)
        {
            if (_mode != TimeMode.Manual)
                throw new InvalidOperationException("Only manual time is moved by a test: start the execution with TimeMode.Manual.");
            _target = _now + time;
            return Idle();
        }
    }

    /// <summary>Ends when nothing works any more and nothing is due.</summary>
    public Task IdleAsync()
    {
        lock (_gate)
            return Idle();
    }

    /// <summary>No time passes any more.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isOver = true;
            _timers.Clear();
            _alarm?.Dispose();
            foreach (var idle in _idle)
                idle.TrySetResult();
            _idle.Clear();
        }
    }

    internal bool TryCancel(ScheduledTimer timer)
    {
        lock (_gate)
        {
            if (timer.IsOver)
                return false;
            timer.IsOver = true;
            if (timer.Owner is { } owner)
                Waits(owner, -1);
            return true;
        }
    }

    private Task Idle()
    {
        var idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _idle.Add(idle);
        Start();
        return idle.Task;
    }

    /// <summary>A call that waits for virtual time does not keep it from passing.</summary>
    private void Waits(ExternalCall call, int change)
    {
        var before = call.Timers;
        call.Timers += change;
        if (call.IsOver)
            return;
        if (before == 0 && call.Timers > 0)
            _busyCalls--;
        else if (before > 0 && call.Timers == 0)
            _busyCalls++;
    }

    private void Start()
    {
        if (_isRunning)
            return;
        _isRunning = true;
        ThreadPool.UnsafeQueueUserWorkItem(static scheduler => scheduler.Drain(), this, preferLocal: false);
    }

    private void Drain()
    {
        var previous = Current;
        SetSynchronizationContext(this);
        try
        {
            while (Next() is { } step)
                step();
        }
        finally
        {
            SetSynchronizationContext(previous);
        }
    }

    private Action? Next()
    {
        lock (_gate)
        {
            if (_work.TryDequeue(out var work))
                return () => work.Callback(work.State);
            while (_timers.TryPeek(out var timer, out _) && timer.IsOver)
                _timers.Dequeue();
            if (_timers.TryPeek(out var next, out _) && MayHappen(next.Due))
            {
                _timers.Dequeue();
                next.IsOver = true;
                if (next.Due > _now)
                    _now = next.Due;
                if (next.Owner is { } owner)
                    Waits(owner, -1);
                return next.Callback;
            }

            _isRunning = false;
            if (_busyCalls == 0 || _isOver)
            {
                if (_mode == TimeMode.Manual && _target > _now)
                    _now = _target;
                foreach (var idle in _idle)
                    idle.TrySetResult();
                _idle.Clear();
            }

            SetAlarm();
            return null;
        }
    }

    private bool MayHappen(DateTimeOffset due) => _mode switch
    {
        TimeMode.Real => due <= DateTimeOffset.UtcNow,
        TimeMode.Manual => due <= _target && (_busyCalls == 0 || _isImpatient || due <= _now),
        _ => _busyCalls == 0 || _isImpatient || due <= _now,
    };

    /// <summary>Something has to look again later: real time passes, or a call into user code may never answer.</summary>
    private void SetAlarm()
    {
        if (_isOver || !_timers.TryPeek(out var next, out _))
            return;
        var wait = _mode == TimeMode.Real ? next.Due - DateTimeOffset.UtcNow
            : _busyCalls > 0 && !Debugger.IsAttached && (_mode == TimeMode.Skip || next.Due <= _target) ? _patience
            : (TimeSpan?)null;
        if (wait is not { } time)
            return;
        _alarm ??= new Timer(static scheduler => ((Scheduler)scheduler!).Wake(), this, Timeout.Infinite, Timeout.Infinite);
        _alarm.Change(time < TimeSpan.Zero ? TimeSpan.Zero : time > TimeSpan.FromDays(1) ? TimeSpan.FromDays(1) : time, Timeout.InfiniteTimeSpan);
    }

    private void Wake()
    {
        lock (_gate)
        {
            if (_isOver)
                return;
            _isImpatient = _mode != TimeMode.Real && _busyCalls > 0;
            Start();
        }
    }
}

/// <summary>A call into user code: from the engine's view it works, or it waits for virtual time.</summary>
internal sealed class ExternalCall
{
    /// <summary>Virtual timers it waits for.</summary>
    public int Timers { get; set; }

    public bool IsOver { get; set; }
}

/// <summary>Something that is due.</summary>
internal sealed class ScheduledTimer(Scheduler scheduler, DateTimeOffset due, Action callback, ExternalCall? owner)
{
    public DateTimeOffset Due { get; } = due;

    public Action Callback { get; } = callback;

    public ExternalCall? Owner { get; } = owner;

    /// <summary>It fired or was cancelled.</summary>
    public bool IsOver { get; set; }

    /// <summary>False when it fired already.</summary>
    public bool TryCancel() => scheduler.TryCancel(this);
}
