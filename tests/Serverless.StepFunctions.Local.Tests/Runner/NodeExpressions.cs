using System.Text.Json.Nodes;
using Serverless.Testing.StateMachines;

namespace Serverless.StepFunctions.Local.Tests;

/// <summary>The reference implementation of JSONata behind the engine's interface: judges the engine without our own evaluator.</summary>
internal sealed class NodeExpressions(JsonataEvaluator evaluator) : IExpressions
{
    public bool TryEvaluate(string expression, IReadOnlyDictionary<string, JsonNode?> given, DateTimeOffset now, out JsonNode? value)
    {
        var variables = new JsonObject();
        foreach (var (name, node) in given.Where(static v => v.Key != "states"))
            variables[name] = node?.DeepClone();
        try
        {
            var states = (JsonObject)given["states"]!.DeepClone();
            // Off the scheduler, which is blocked meanwhile.
            value = Task.Run(() => evaluator.EvaluateAsync($"{{% {expression} %}}", states, variables)).GetAwaiter().GetResult();
            return true;
        }
        catch (StateMachineException exception)
        {
            throw new ExpressionException(exception.Cause ?? exception.Error);
        }
    }
}
