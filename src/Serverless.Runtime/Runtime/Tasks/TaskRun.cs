using System.Buffers;
using System.Text;
using System.Text.Json;
using Serverless.Runtime.Api;

namespace Serverless.Runtime;

/// <summary>
/// Runs one task of a state machine in this process, once: calls its handler with the input the state handed over, sends heartbeats
/// meanwhile, and reports the result or the failure to the state that waits. The handler is the generated one that Lambda would call.
/// </summary>
/// <param name="environment">What the container is told.</param>
/// <param name="api">Where to report; null = the result is the last line of standard output and the exit code says how it went.</param>
/// <param name="output">Standard output.</param>
/// <param name="clock">Time of heartbeats and limits.</param>
internal sealed class TaskRun(TaskEnvironment environment, StepFunctionsApi? api, Stream output, TimeProvider clock) : IDisposable
{
    /// <summary>The result was taken.</summary>
    public const int Succeeded = 0;

    /// <summary>The task failed, and the failure was reported.</summary>
    public const int Failed = 1;

    /// <summary>Nobody waits for the task any more.</summary>
    public const int NobodyWaits = 3;

    /// <summary>The service did not take the report.</summary>
    public const int NotReported = 4;

    /// <summary>The error of a task whose container was told to stop: a deployment, Spot, or somebody ended it.</summary>
    public const string StoppedError = "TaskStopped";

    private static readonly TimeSpan LongestPatience = TimeSpan.FromMinutes(2);

    private readonly CancellationTokenSource _aborted = new();
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What remains of the stop timeout for the report.</summary>
    private TimeSpan StopMargin => TimeSpan.FromSeconds(Math.Min(5, environment.StopTimeout.TotalSeconds / 3));

    /// <summary>SIGTERM: the handler's token is cancelled, and it has most of the stop timeout to end.</summary>
    public void Stop()
    {
        _stopped.TrySetResult();
        Abort();
    }

    /// <summary>The exit code of the process.</summary>
    public async Task<int> RunAsync()
    {
        using var beats = new CancellationTokenSource();
        var beating = environment.Heartbeat is { } heartbeat && api is not null ? BeatAsync(heartbeat / 3, beats.Token) : Task.CompletedTask;
        try
        {
            var work = Task.Run(WorkAsync);
            var ended = await Task.WhenAny(work, StopLimitAsync(), GoneLimitAsync()).ConfigureAwait(false);
            if (_gone.Task.IsCompleted)
            {
                FunctionLog.Write(FunctionLogLevel.Warning, environment.Task + ": nobody waits for the result any more; the work was stopped");
                return NobodyWaits;
            }

            // Heartbeats end first: one that arrived after the answer would be told that nobody waits.
            await beats.CancelAsync().ConfigureAwait(false);
            await beating.ConfigureAwait(false);
            return ended == work ? await ReportAsync(work).ConfigureAwait(false) : await ReportStopAsync("The method did not end within the stop timeout.").ConfigureAwait(false);
        }
        finally
        {
            await beats.CancelAsync().ConfigureAwait(false);
            await beating.ConfigureAwait(false);
        }
    }

    public void Dispose() => _aborted.Dispose();

    private async Task<ReadOnlyMemory<byte>> WorkAsync()
    {
        if (FunctionTable.Find(environment.Task) is not { } function)
            throw new FunctionNotFoundException(TaskEnvironment.TaskVariable + " is '" + environment.Task + "', which is no task of this program.");
        var call = TaskCall.Parse(environment.Input);
        function.Initialize?.Invoke();
        var response = new ArrayBufferWriter<byte>();
        var invocation = new Invocation
        {
            RequestId = Guid.NewGuid().ToString(),
            DeadlineMs = (call.At ?? clock.GetUtcNow()).ToUnixTimeMilliseconds() + (function.TimeoutSeconds * 1000L),
            Aborted = _aborted.Token,
        };
        await function.Handler(call.Payload, invocation, response).ConfigureAwait(false);
        Check(response.WrittenSpan);
        return response.WrittenMemory;
    }

    /// <summary>A stream of the user's may hold anything, and the service would refuse the whole call.</summary>
    /// <exception cref="JsonException">No JSON.</exception>
    private static void Check(ReadOnlySpan<byte> result)
    {
        var reader = new Utf8JsonReader(result);
        while (reader.Read())
        {
        }
    }

    private async Task<int> ReportAsync(Task<ReadOnlyMemory<byte>> work)
    {
        ReadOnlyMemory<byte> result;
        try
        {
            result = await work.ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever a handler throws is the failure of the task.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            FunctionLog.Write(FunctionLogLevel.Error, "The task failed", environment.Task, exception);
            var cause = Encoding.UTF8.GetString(ErrorDocument.Of(exception, StepFunctionsApi.MaximumCause).Span);
            return _stopped.Task.IsCompleted ? await ReportStopAsync(cause).ConfigureAwait(false) : await FailAsync(exception.GetType().Name, cause).ConfigureAwait(false);
        }

        if (result.Length > StepFunctionsApi.MaximumOutput)
        {
            FunctionLog.Write(FunctionLogLevel.Error, "The result is larger than a state machine takes (262,144 bytes)", environment.Task);
            return await FailAsync("TaskOutputTooLarge", $"The result has {result.Length} bytes; a state machine takes {StepFunctionsApi.MaximumOutput}.").ConfigureAwait(false);
        }

        if (api is null)
        {
            WriteResult(result);
            return Succeeded;
        }

        return Code(await api.SucceedAsync(environment.Token!, result, Patience(), CancellationToken.None).ConfigureAwait(false), Succeeded);
    }

    private Task<int> ReportStopAsync(string cause)
    {
        FunctionLog.Write(FunctionLogLevel.Warning, environment.Task + ": the container was told to stop before the task ended");
        return FailAsync(StoppedError, cause);
    }

    private async Task<int> FailAsync(string error, string cause) =>
        api is null ? Failed : Code(await api.FailAsync(environment.Token!, error, cause, Patience(), CancellationToken.None).ConfigureAwait(false), Failed);

    /// <summary>After SIGTERM little time is left; else a report is worth some minutes, since the work is done.</summary>
    private TimeSpan Patience() => _stopped.Task.IsCompleted ? StopMargin : LongestPatience;

    private static int Code(TaskReport report, int code) => report switch
    {
        TaskReport.Taken => code,
        TaskReport.Gone => NobodyWaits,
        _ => NotReported,
    };

    private async Task BeatAsync(TimeSpan interval, CancellationToken cancellationToken)
    {
        try
        {
            // The first at once: the time until the container started counts as well.
            while (await api!.BeatAsync(environment.Token!, interval, cancellationToken).ConfigureAwait(false) is not TaskReport.Gone)
                await Task.Delay(interval, clock, cancellationToken).ConfigureAwait(false);
            _gone.TrySetResult();
            Abort();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The work is done.
        }
#pragma warning disable CA1031 // Without credentials, say: the state notices that heartbeats are missing, and the report will fail too.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            FunctionLog.Write(FunctionLogLevel.Error, "Heartbeats cannot be sent", environment.Task, exception);
        }
    }

    /// <summary>Ends when the time for an orderly end after SIGTERM is over.</summary>
    private async Task StopLimitAsync()
    {
        await _stopped.Task.ConfigureAwait(false);
        await Task.Delay(environment.StopTimeout - StopMargin, clock).ConfigureAwait(false);
    }

    /// <summary>Ends a little after it is known that nobody waits: the method may clean up.</summary>
    private async Task GoneLimitAsync()
    {
        await _gone.Task.ConfigureAwait(false);
        await Task.Delay(environment.StopTimeout - StopMargin, clock).ConfigureAwait(false);
    }

    /// <summary>On a line of its own, the last one. The result stands in it as a text, because the reader of a log may alter JSON (digits of long numbers).</summary>
    private void WriteResult(ReadOnlyMemory<byte> result)
    {
        var line = new ArrayBufferWriter<byte>(result.Length + 32);
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            json.WriteString("output"u8, result.Span);
            json.WriteEndObject();
        }

        line.Write("\n"u8);
        output.Write(line.WrittenSpan);
        output.Flush();
    }

    private void Abort()
    {
        try
        {
            _aborted.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The task has ended meanwhile.
        }
        catch (AggregateException exception)
        {
            FunctionLog.Write(FunctionLogLevel.Error, "What the task registered for its cancellation failed", environment.Task, exception);
        }
    }
}
