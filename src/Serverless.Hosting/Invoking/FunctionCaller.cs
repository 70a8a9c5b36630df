using System.Diagnostics;
using Serverless.Runtime;

namespace Serverless.Hosting.Invoking;

/// <summary>How a call of a function ended.</summary>
internal enum CallOutcome
{
    /// <summary>The answer is written.</summary>
    Answered,

    /// <summary>It threw; logged.</summary>
    Failed,

    /// <summary>It did not end in time. It may still run, so its buffers must not be used again.</summary>
    TimedOut,
}

/// <summary>Result of a call.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Exception">What it threw; else null.</param>
internal readonly record struct CallResult(CallOutcome Outcome, Exception? Exception);

/// <summary>
/// Calls handlers as Lambda would: with a deadline after which nobody waits any more. Lambda stops the process then; here
/// other requests share it, so the handler is told through its token and left alone.
/// </summary>
internal sealed class FunctionCaller(CancellationToken stopping)
{
    /// <summary>ARN under which a function of this program is called.</summary>
    public static string Arn(FunctionDescription function) => "arn:aws:lambda:local:000000000000:function:" + function.Id;

    /// <summary>Calls one function.</summary>
    /// <param name="function">Which.</param>
    /// <param name="payload">The event.</param>
    /// <param name="invocation">Without deadline and token: they are set here.</param>
    /// <param name="answer">Receives the answer.</param>
    /// <param name="limit">How long the front door waits; the function's own timeout may be shorter.</param>
    /// <param name="disconnected">The client went away.</param>
    public async Task<CallResult> CallAsync(
        FunctionDescription function, ReadOnlyMemory<byte> payload, Invocation invocation, PooledBuffer answer, TimeSpan? limit, CancellationToken disconnected)
    {
        var time = TimeSpan.FromSeconds(function.TimeoutSeconds);
        if (limit < time)
            time = limit.Value;
        // Somebody who looks at a breakpoint has no deadline.
        if (Debugger.IsAttached)
            time = TimeSpan.FromHours(12);
        invocation.DeadlineMs = DateTimeOffset.UtcNow.Add(time).ToUnixTimeMilliseconds();
        using var aborted = CancellationTokenSource.CreateLinkedTokenSource(disconnected, stopping);
        invocation.Aborted = aborted.Token;
        // On the pool, so that a handler that blocks cannot hold the request past its deadline.
        var running = Task.Run(() => function.Handler(payload, invocation, answer).AsTask(), CancellationToken.None);
        try
        {
            await running.WaitAsync(time, CancellationToken.None);
            return new CallResult(CallOutcome.Answered, null);
        }
        catch (TimeoutException) when (!running.IsCompleted)
        {
            FunctionLog.Write(FunctionLogLevel.Error, $"{function.Id} timed out after {time.TotalSeconds:0.###} s", invocation.RequestId);
            await aborted.CancelAsync();
            return new CallResult(CallOutcome.TimedOut, null);
        }
#pragma warning disable CA1031 // Whatever a handler throws is this invocation's failure.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            if (!disconnected.IsCancellationRequested || exception is not OperationCanceledException)
                FunctionLog.Write(FunctionLogLevel.Error, function.Id + " failed", invocation.RequestId, exception);
            return new CallResult(CallOutcome.Failed, exception);
        }
    }
}
