using System.Globalization;
using Serverless.Runtime.Api;

namespace Serverless.Runtime;

/// <summary>
/// Several loops in one process, where Lambda sends an environment several invocations at once (Managed Instances). Each has its own
/// thread, connection and buffers, so that nothing of one invocation can stand in the answer of another. Threads and not tasks: a loop
/// spends its life in a blocking read, which would starve the pool that the handlers need.
/// </summary>
internal sealed class ConcurrentLoops(FunctionDescription function, TerminationSignal termination)
{
    private readonly object _gate = new();
    private int _running;
    private int _code;

    /// <summary>How many invocations the service sends at once; 1 when the variable is absent or malformed.</summary>
    /// <param name="maximumConcurrency">`AWS_LAMBDA_MAX_CONCURRENCY`.</param>
    public static int Count(string? maximumConcurrency)
    {
        if (maximumConcurrency is null)
            return 1;
        if (int.TryParse(maximumConcurrency, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0)
            return count;
        FunctionLog.Write(FunctionLogLevel.Warning, "AWS_LAMBDA_MAX_CONCURRENCY is no number above 0; invocations are taken one after the other");
        return 1;
    }

    /// <summary>Runs until the service or a signal ends it. The exit code of the process.</summary>
    /// <param name="count">How many loops.</param>
    /// <param name="connect">Makes the connection of one loop.</param>
    public int Run(int count, Func<RuntimeApiClient> connect)
    {
        termination.Listen();
        _running = count;
        for (var i = 0; i < count; i++)
        {
            // Background: one that waits for an invocation cannot be ended otherwise.
            new Thread(() => RunOne(connect)) { IsBackground = true, Name = "Invocations " + i.ToString(CultureInfo.InvariantCulture) }.Start();
        }

        lock (_gate)
        {
            // Loops that wait for an invocation do not return; what runs is waited for.
            while (_running > 0 && !termination.IsDrained)
                Monitor.Wait(_gate);
            return _code;
        }
    }

    private void RunOne(Func<RuntimeApiClient> connect)
    {
        using var api = connect();
        var code = new RuntimeLoop(api, function, termination, isAlone: false).Run();
        if (code != 0)
            termination.Close();
        lock (_gate)
        {
            _running--;
            _code = Math.Max(_code, code);
            Monitor.PulseAll(_gate);
        }
    }
}
