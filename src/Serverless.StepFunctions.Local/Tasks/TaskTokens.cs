using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local;

/// <summary>The tokens that tasks wait for.</summary>
internal sealed class TaskTokens
{
    private readonly ConcurrentDictionary<string, WaitingTask> _waiting = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<TaskToken>> _asked = new(StringComparer.Ordinal);
    private long _count;

    /// <summary>A token that says where it comes from: tests print it.</summary>
    public string Create(string state) => string.Create(CultureInfo.InvariantCulture, $"token-{Interlocked.Increment(ref _count)}-{state}");

    public WaitingTask Add(string token, string state)
    {
        var task = new WaitingTask();
        _waiting[token] = task;
        Asked(state).TrySetResult(new TaskToken(token));
        return task;
    }

    /// <summary>The task is over: later signals get the service's `TaskTimedOut`.</summary>
    public void Remove(string token, string state)
    {
        if (_waiting.TryGetValue(token, out var task))
            task.IsOver = true;
        _asked.TryRemove(state, out _);
    }

    /// <summary>The token a state waits for, as soon as it does.</summary>
    public Task<TaskToken> Of(string state) => Asked(state).Task;

    /// <exception cref="TaskTokenException">No task has this token, or it is over.</exception>
    public WaitingTask Find(TaskToken token)
    {
        if (token.Value is not { Length: > 0 } value || !_waiting.TryGetValue(value, out var task))
            throw new TaskTokenException("InvalidToken", $"No task has the token '{token.Value}'.");
        return task.IsOver || task.Result.Task.IsCompleted ? throw new TaskTokenException("TaskTimedOut", $"The task with the token '{token.Value}' is over.") : task;
    }

    private TaskCompletionSource<TaskToken> Asked(string state) =>
        _asked.GetOrAdd(state, static _ => new TaskCompletionSource<TaskToken>(TaskCreationOptions.RunContinuationsAsynchronously));
}

/// <summary>A task that waits for its token.</summary>
internal sealed class WaitingTask
{
    public TaskCompletionSource<JsonNode?> Result { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Starts the time between heartbeats again.</summary>
    public Action? Heartbeat { get; set; }

    public bool IsOver { get; set; }
}
