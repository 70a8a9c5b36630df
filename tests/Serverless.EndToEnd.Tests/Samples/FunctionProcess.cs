using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Serverless.Testing;

namespace Serverless.EndToEnd.Tests.Samples;

/// <summary>
/// One function of a sample, run as Lambda runs an executable: a process that asks the Runtime API for work. The process lives on
/// between invocations, as an execution environment does.
/// </summary>
public sealed class FunctionProcess : IDisposable
{
    private readonly RuntimeApiServer _api = new();
    private readonly SampleProcess _process;
    private int _invocations;

    /// <summary>Starts the process.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="function">Logical id of the function: the handler string.</param>
    /// <param name="environment">Its variables.</param>
    public FunctionProcess(Sample sample, string function, IEnumerable<KeyValuePair<string, string>> environment) =>
        _process = new(sample, [.. environment, new("AWS_LAMBDA_RUNTIME_API", _api.Address), new("_HANDLER", function), new("AWS_LAMBDA_FUNCTION_NAME", function)]);

    /// <summary>Calls the function.</summary>
    /// <returns>What it answered.</returns>
    /// <exception cref="FunctionFailedException">It reported an error.</exception>
    public async Task<JsonNode?> InvokeAsync(JsonNode? payload)
    {
        var id = $"request-{Interlocked.Increment(ref _invocations)}";
        var deadline = DateTimeOffset.UtcNow.AddSeconds(30).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        _api.OnNext(RuntimeApiReply.Invocation(id, payload?.ToJsonString() ?? "null", $"Lambda-Runtime-Deadline-Ms: {deadline}"));
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromSeconds(60);)
        {
            foreach (var post in _api.Posts)
            {
                if (post.Path.EndsWith($"/invocation/{id}/response", StringComparison.Ordinal))
                    return JsonNode.Parse(post.Text);
                if (post.Path.EndsWith($"/invocation/{id}/error", StringComparison.Ordinal) || post.Path.EndsWith("/init/error", StringComparison.Ordinal))
                    throw new FunctionFailedException(post.Text);
            }

            await Task.Delay(5);
        }

        throw new InvalidOperationException($"No answer to {id}:\n{_process.Output}");
    }

    /// <summary>Ends the process.</summary>
    public void Dispose()
    {
        _process.Dispose();
        _api.Dispose();
    }
}
