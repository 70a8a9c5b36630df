namespace Serverless.StepFunctions.Local;

/// <summary>An execution that runs: a test moves its time, answers its tokens, or stops it.</summary>
public sealed class RunningExecution
{
    private readonly StateMachineRunner _runner;
    private readonly Scheduler _scheduler;
    private readonly CancellationTokenSource _stop;

    internal RunningExecution(StateMachineRunner runner, string id, Scheduler scheduler, CancellationTokenSource stop, Task<Execution> ended)
    {
        _runner = runner;
        _scheduler = scheduler;
        _stop = stop;
        Id = id;
        Ended = ended;
    }

    /// <summary>Its ARN.</summary>
    public string Id { get; }

    /// <summary>Its time now.</summary>
    public DateTimeOffset Now => _scheduler.Now;

    /// <summary>Completes when it has ended.</summary>
    public Task<Execution> Ended { get; }

    /// <summary>
    /// Moves manual time on, from one thing that is due to the next, and returns when all of it has happened and nothing works any more.
    /// </summary>
    /// <param name="time">How far; zero = only what is due already.</param>
    /// <exception cref="InvalidOperationException">Time is not manual.</exception>
    public Task AdvanceAsync(TimeSpan time) => _scheduler.AdvanceAsync(time);

    /// <summary>The token that a state waits for, as soon as it does.</summary>
    /// <param name="state">Name of the state.</param>
    public Task<TaskToken> TokenOfAsync(string state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return _runner.Tokens.Of(state);
    }

    /// <summary>Stops it, as <c>StopExecution</c> does: it ends as <see cref="ExecutionStatus.Aborted"/>.</summary>
    public Task<Execution> StopAsync()
    {
        try
        {
            _stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has ended.
        }

        return Ended;
    }
}
