using System.Text.Json;
using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local;

/// <summary>A call that a Task state makes: what an answer of the test gets.</summary>
public sealed class TaskCall
{
    private readonly JsonSerializerOptions _options;

    internal TaskCall(JsonSerializerOptions options) => _options = options;

    /// <summary>What is called, with its pattern: <c>dynamodb:putItem</c>, <c>batch:submitJob.sync</c>; for a function called by its ARN its name.</summary>
    public string Resource { get; internal init; } = "";

    /// <summary>Name of the state.</summary>
    public string State { get; internal init; } = "";

    /// <summary>The branches and iterations around the state: <c>PickAll[3]</c>; empty on the top level.</summary>
    public string Path { get; internal init; } = "";

    /// <summary>Logical id or name of the function, or logical id of a task in a container; null when neither is called.</summary>
    public string? Function { get; internal init; }

    /// <summary>What it is called with. For a function or a task in a container: what its method gets.</summary>
    public JsonNode? Arguments { get; internal init; }

    /// <summary>The state's input.</summary>
    public JsonNode? Input { get; internal init; }

    /// <summary>The context object.</summary>
    public JsonNode? Context { get; internal init; }

    /// <summary>Token of a task that waits for one; null for others.</summary>
    public TaskToken? Token { get; internal init; }

    /// <summary>How often this visit was retried before: 0 for the first attempt.</summary>
    public int RetryCount { get; internal init; }

    /// <summary>The role the state asks for in <c>Credentials</c>; null = the machine's own.</summary>
    public string? CredentialsRoleArn { get; internal init; }

    /// <summary>Ends when the state timed out, a sibling failed or the execution is over.</summary>
    public CancellationToken Cancelled { get; internal init; }

    /// <summary>The execution's time: <c>await Task.Delay(TimeSpan.FromMinutes(5), call.Time)</c> takes five minutes of it.</summary>
    public TimeProvider Time { get; internal init; } = TimeProvider.System;

    /// <summary>The arguments as an object of the application.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <exception cref="JsonException">They are none.</exception>
    public T? ArgumentsAs<T>() => JsonObjects.To<T>(Arguments, _options);

    /// <summary>One argument by its name, nested ones with dots: <c>Item.id.S</c>. Null when it is absent.</summary>
    /// <param name="path">Names, with dots between them.</param>
    public JsonNode? Argument(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var node = Arguments;
        foreach (var name in path.Split('.'))
            node = (node as JsonObject)?[name];
        return node;
    }

    /// <summary>
    /// Waits in the execution's time. As <c>Task.Delay(time, call.Time)</c>, without its limit of 49 days.
    /// </summary>
    /// <param name="time">How long.</param>
    /// <exception cref="OperationCanceledException">Nobody waits for the answer any more.</exception>
    public async Task DelayAsync(TimeSpan time)
    {
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var cancelled = Cancelled.UnsafeRegister(_ => over.TrySetCanceled(Cancelled), null).ConfigureAwait(false);
        await using var timer = Time.CreateTimer(_ => over.TrySetResult(), null, time, Timeout.InfiniteTimeSpan).ConfigureAwait(false);
        await over.Task.ConfigureAwait(false);
    }

    /// <summary>An answer that never comes: the state's timeout ends the call. Costs no time of the test.</summary>
    /// <exception cref="OperationCanceledException">Always, in the end.</exception>
    public async Task<object?> NeverAsync()
    {
        // Longer than any execution.
        await DelayAsync(TimeSpan.FromDays(36_500)).ConfigureAwait(false);
        throw new OperationCanceledException("Nobody waits any more.", Cancelled);
    }
}
