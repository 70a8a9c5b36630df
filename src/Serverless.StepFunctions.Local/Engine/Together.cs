using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local;

/// <summary>Runs branches or iterations side by side, at most so many at a time; the first failure ends the others.</summary>
internal sealed class Together(CancellationToken cancelled)
{
    /// <summary>Runs them.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="concurrency">How many run at a time.</param>
    /// <param name="run">Runs one of them.</param>
    /// <exception cref="StateFailure">The first failure.</exception>
    public async Task<JsonNode?[]> RunAsync(int count, int concurrency, Func<int, CancellationToken, Task<JsonNode?>> run)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        var results = new JsonNode?[count];
        var next = 0;
        Exception? first = null;
        var workers = new Task[Math.Min(count, Math.Max(1, concurrency))];
        for (var i = 0; i < workers.Length; i++)
            workers[i] = WorkAsync();
        await Task.WhenAll(workers);
        if (first is not null)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(first);
        cancelled.ThrowIfCancellationRequested();
        return results;

        void Stop() => stop.Cancel();

        async Task WorkAsync()
        {
            while (next < count && !stop.IsCancellationRequested)
            {
                var index = next++;
                try
                {
                    results[index] = await run(index, stop.Token);
                }
                catch (OperationCanceledException) when (stop.IsCancellationRequested)
                {
                    return;
                }
#pragma warning disable CA1031 // Thrown again when all have ended.
                catch (Exception exception)
#pragma warning restore CA1031
                {
                    first ??= exception;
                    Stop();
                    return;
                }
            }
        }
    }
}
