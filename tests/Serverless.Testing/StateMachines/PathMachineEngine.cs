using System.Text.Json.Nodes;
using Serverless.Testing.Tools;

namespace Serverless.Testing.StateMachines;

/// <summary>
/// Runs JSONPath machines on aws-local-stepfunctions, an engine that nothing of this project has to do with. Tasks are answered by the test.
/// Its known gaps: no variables, no distributed Map, no heartbeats; `Is…: false` never holds; a `ResultPath` of `$` adds a member of that name; `StringSplit` splits at the whole
/// text and keeps empty parts; backslashes vanish from what functions give.
/// </summary>
public sealed class PathMachineEngine : IDisposable
{
    private readonly NodeServer _node = new("path-machines.mjs");

    /// <summary>Runs a machine to its end.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="input">The execution's input.</param>
    /// <param name="task">Answers a task: state and input to result. An exception fails the task with its type's name as error.</param>
    /// <param name="context">What the context object has beyond the execution's input.</param>
    /// <param name="validate">Whether the engine's own validator judges the definition first.</param>
    public async Task<PathMachineResult> RunAsync(
        JsonNode definition, JsonNode? input, Func<string, JsonNode?, JsonNode?>? task = null, JsonObject? context = null, bool validate = false)
    {
        var request = new JsonObject { ["definition"] = definition.DeepClone(), ["input"] = input?.DeepClone(), ["context"] = context?.DeepClone(), ["validate"] = validate };
        await _node.WriteLineAsync(request.ToJsonString());
        while (true)
        {
            var message = JsonNode.Parse(await _node.ReadLineAsync())!.AsObject();
            if (message["call"] is not { } call)
                return new PathMachineResult(message["output"], (string?)message["error"], (string?)message["cause"]);
            await _node.WriteLineAsync(Answer(call.GetValue<int>(), (string)message["task"]!, message["input"], task).ToJsonString());
        }
    }

    /// <summary>Ends the engine.</summary>
    public void Dispose() => _node.Dispose();

    private static JsonObject Answer(int call, string state, JsonNode? input, Func<string, JsonNode?, JsonNode?>? task)
    {
        try
        {
            return new JsonObject { ["call"] = call, ["result"] = task is null ? throw new InvalidOperationException($"Nobody answers the task '{state}'.") : task(state, input)?.DeepClone() };
        }
        catch (Exception exception)
        {
            return new JsonObject { ["call"] = call, ["error"] = exception.GetType().Name, ["cause"] = exception.Message };
        }
    }
}

/// <summary>How a run ended: with an output, or with an error.</summary>
/// <param name="Output">The output of a run that succeeded.</param>
/// <param name="Error">The error's name; null = it succeeded.</param>
/// <param name="Cause">What happened.</param>
public sealed record PathMachineResult(JsonNode? Output, string? Error, string? Cause);
