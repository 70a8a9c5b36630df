using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local;

// What a test answers with. The last answer that fits a call counts, so a test may refine what its set-up gave.
public sealed partial class StateMachineRunner
{
    private readonly List<Answer> _answers = [];

    /// <summary>True when activities may be answered from outside while the execution runs.</summary>
    internal bool WaitsForActivities => Options.Time != TimeMode.Skip;

    /// <summary>Answers for a service.</summary>
    /// <param name="resource">
    /// As in ASL, <c>dynamodb:putItem</c>. Without a pattern it is for all patterns; <c>batch:submitJob.sync</c> is for that one alone; <c>sqs:*</c> is for all
    /// actions.
    /// </param>
    /// <param name="answer">
    /// The service's answer: an object (members of anonymous ones stay as written), a <see cref="JsonNode"/> or null. Of a <c>.sync</c> call it is
    /// the finished job; of a callback it is what the call itself gives, the task then waits for its token. Throw
    /// <see cref="TaskFailedException"/> to fail.
    /// </param>
    /// <returns>This runner.</returns>
    public StateMachineRunner Service(string resource, Func<TaskCall, object?> answer) => Add(AnswerKind.Service, ForResource(resource), Sync(answer));

    /// <inheritdoc cref="Service(string, Func{TaskCall, object?})"/>
    public StateMachineRunner Service(string resource, Func<TaskCall, Task<object?>?> answer) => Add(AnswerKind.Service, ForResource(resource), answer);

    /// <summary>Answers for a function instead of its code.</summary>
    /// <param name="function">Logical id, or the name in its ARN.</param>
    /// <param name="answer">What the function returns. Throw <see cref="TaskFailedException"/> to fail: its error is what Lambda would report.</param>
    /// <returns>This runner.</returns>
    public StateMachineRunner Function(string function, Func<TaskCall, object?> answer) => Add(AnswerKind.Work, call => call.Function == function, Sync(answer));

    /// <inheritdoc cref="Function(string, Func{TaskCall, object?})"/>
    public StateMachineRunner Function(string function, Func<TaskCall, Task<object?>?> answer) => Add(AnswerKind.Work, call => call.Function == function, answer);

    /// <summary>Answers for one state, whatever it calls.</summary>
    /// <param name="state">Name of the state: <c>nameof(DocumentPipeline.GetMetadata)</c>.</param>
    /// <param name="answer">What its work gives: of a function its result, of a service the service's answer. Throw <see cref="TaskFailedException"/> to fail.</param>
    /// <returns>This runner.</returns>
    public StateMachineRunner State(string state, Func<TaskCall, object?> answer) => Add(AnswerKind.Work, call => call.State == state, Sync(answer));

    /// <inheritdoc cref="State(string, Func{TaskCall, object?})"/>
    public StateMachineRunner State(string state, Func<TaskCall, Task<object?>?> answer) => Add(AnswerKind.Work, call => call.State == state, answer);

    /// <summary>Answers for the calls that a test picks.</summary>
    /// <param name="fits">Picks.</param>
    /// <param name="answer">The service's answer; for a function called by <c>lambda:invoke</c> with its envelope.</param>
    /// <returns>This runner.</returns>
    public StateMachineRunner When(Func<TaskCall, bool> fits, Func<TaskCall, object?> answer)
    {
        ArgumentNullException.ThrowIfNull(fits);
        return Add(AnswerKind.Service, fits, Sync(answer));
    }

    /// <inheritdoc cref="When(Func{TaskCall, bool}, Func{TaskCall, object?})"/>
    public StateMachineRunner When(Func<TaskCall, bool> fits, Func<TaskCall, Task<object?>?> answer)
    {
        ArgumentNullException.ThrowIfNull(fits);
        return Add(AnswerKind.Service, fits, answer);
    }

    /// <summary>Plays the one who answers a task token, or works on an activity.</summary>
    /// <param name="state">Name of the state that waits.</param>
    /// <param name="answer">
    /// Called when the task has its token; what it returns is the success, <see cref="TaskFailedException"/> the failure. To answer late:
    /// <c>await Task.Delay(TimeSpan.FromDays(2), call.Time)</c> first. To never answer: <see cref="TaskCall.NeverAsync"/>.
    /// </param>
    /// <returns>This runner.</returns>
    public StateMachineRunner Callback(string state, Func<TaskCall, object?> answer) => Add(AnswerKind.CallbackResult, call => call.State == state && call.Token is not null, Sync(answer));

    /// <inheritdoc cref="Callback(string, Func{TaskCall, object?})"/>
    public StateMachineRunner Callback(string state, Func<TaskCall, Task<object?>?> answer) => Add(AnswerKind.CallbackResult, call => call.State == state && call.Token is not null, answer);

    /// <summary>Plays the one who answers a task token, with the calls a worker would make.</summary>
    /// <param name="state">Name of the state that waits.</param>
    /// <param name="worker">
    /// Gets the token and what the call was made with; calls <see cref="SendTaskHeartbeat"/>, <see cref="SendTaskSuccess(TaskToken, object?)"/>,
    /// <see cref="SendTaskFailure"/>. A worker that returns without success or failure has left the task to its timeout.
    /// </param>
    /// <returns>This runner.</returns>
    public StateMachineRunner Callback(string state, Func<TaskToken, JsonNode?, Task> worker)
    {
        ArgumentNullException.ThrowIfNull(worker);
        return Add(AnswerKind.Callback, call => call.State == state && call.Token is not null, async call =>
        {
            await worker(call.Token!.Value, call.Arguments).ConfigureAwait(false);
            return null;
        });
    }

    /// <summary>Sets an object that distributed Maps read instead of S3.</summary>
    /// <param name="bucket">Name of the bucket; for a bucket of the application its logical id.</param>
    /// <param name="key">Key.</param>
    /// <param name="content">CSV, JSON or JSON lines.</param>
    /// <returns>This runner.</returns>
    public StateMachineRunner S3Object(string bucket, string key, string content)
    {
        ArgumentNullException.ThrowIfNull(bucket);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(content);
        Objects.Put(bucket, key, content, Options.StartOfTime);
        return this;
    }

    /// <summary>An object that was set, or that a result writer wrote; null = there is none.</summary>
    /// <param name="bucket">Name of the bucket.</param>
    /// <param name="key">Key.</param>
    public string? ReadS3Object(string bucket, string key) => Objects.Find(bucket, key)?.Content;

    /// <summary>Keys of the objects of a bucket, in order.</summary>
    /// <param name="bucket">Name of the bucket.</param>
    /// <param name="prefix">What they begin with.</param>
    public IReadOnlyList<string> ListS3Objects(string bucket, string prefix = "") => [.. Objects.List(bucket, prefix).Select(static o => o.Key)];

    /// <summary>Ends a waiting task well, as <c>SendTaskSuccess</c> does.</summary>
    /// <param name="token">Its token.</param>
    /// <param name="output">The task's result.</param>
    /// <exception cref="TaskTokenException">No task waits for this token (any more).</exception>
    public void SendTaskSuccess(TaskToken token, object? output)
    {
        if (!Tokens.Find(token).Result.TrySetResult(Node(output)))
            throw new TaskTokenException("TaskTimedOut", $"The task with the token '{token.Value}' is over.");
    }

    /// <summary>Fails a waiting task, as <c>SendTaskFailure</c> does.</summary>
    /// <param name="token">Its token.</param>
    /// <param name="error">Error name.</param>
    /// <param name="cause">What happened; null = nothing is said.</param>
    /// <exception cref="TaskTokenException">No task waits for this token (any more).</exception>
    public void SendTaskFailure(TaskToken token, string error, string? cause = null)
    {
        if (!Tokens.Find(token).Result.TrySetException(new StateFailure(error, cause)))
            throw new TaskTokenException("TaskTimedOut", $"The task with the token '{token.Value}' is over.");
    }

    /// <summary>Says that somebody still works on a waiting task, as <c>SendTaskHeartbeat</c> does.</summary>
    /// <param name="token">Its token.</param>
    /// <exception cref="TaskTokenException">No task waits for this token (any more).</exception>
    public void SendTaskHeartbeat(TaskToken token) => Tokens.Find(token).Heartbeat?.Invoke();

    internal Answer? FindAnswer(TaskCall call) => _answers.FindLast(a => a.Kind is AnswerKind.Service or AnswerKind.Work && a.Fits(call));

    internal Answer? FindCallback(TaskCall call) => _answers.FindLast(a => a.Kind is AnswerKind.Callback or AnswerKind.CallbackResult && a.Fits(call));

    private static Func<TaskCall, Task<object?>?> Sync(Func<TaskCall, object?> answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return call => Task.FromResult(answer(call));
    }

    private static Func<TaskCall, bool> ForResource(string resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        if (resource.EndsWith('*'))
            return call => call.Resource.StartsWith(resource[..^1], StringComparison.Ordinal);
        return call => call.Resource == resource || (!resource.Contains('.', StringComparison.Ordinal) && call.Resource.StartsWith(resource + ".", StringComparison.Ordinal));
    }

    private StateMachineRunner Add(AnswerKind kind, Func<TaskCall, bool> fits, Func<TaskCall, Task<object?>?> answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        // `call => null` and `call => condition ? throw … : null` are taken for answers that give a task.
        _answers.Add(new Answer(kind, fits, call => answer(call) ?? Task.FromResult<object?>(null)));
        return this;
    }
}
