using System.Text.Json.Nodes;
using Serverless.Testing.Tools;

namespace Serverless.Testing.StateMachines;

/// <summary>
/// Evaluates the expressions of a state machine with the reference implementation of JSONata in the version Step Functions runs.
/// One node process, one request at a time.
/// </summary>
public sealed class JsonataEvaluator : IDisposable
{
    private readonly NodeServer _node = new("jsonata.mjs");
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Replaces every `{% … %}` of a template by its value.</summary>
    /// <exception cref="StateMachineException">`States.QueryEvaluationError`: an expression failed or yielded nothing.</exception>
    public async Task<JsonNode?> EvaluateAsync(JsonNode? template, JsonObject states, JsonObject variables)
    {
        var request = new JsonObject { ["template"] = template?.DeepClone(), ["states"] = states.DeepClone(), ["variables"] = variables.DeepClone() };
        await _turn.WaitAsync();
        JsonNode answer;
        try
        {
            await _node.WriteLineAsync(request.ToJsonString());
            answer = JsonNode.Parse(await _node.ReadLineAsync())!;
        }
        finally
        {
            _turn.Release();
        }

        return answer["error"] is { } error
            ? throw new StateMachineException("States.QueryEvaluationError", error.GetValue<string>())
            : answer["value"]?.DeepClone();
    }

    /// <summary>Ends the process.</summary>
    public void Dispose()
    {
        _node.Dispose();
        _turn.Dispose();
    }
}
