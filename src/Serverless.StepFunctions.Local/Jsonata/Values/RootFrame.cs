using System.Text.Json.Nodes;
using Serverless.StepFunctions.Local.Jsonata.Functions;

namespace Serverless.StepFunctions.Local.Jsonata.Values;

/// <summary>The variables that an evaluation is given, and behind them the functions.</summary>
internal sealed class RootFrame(IReadOnlyDictionary<string, JsonNode?> variables) : VariableFrame(null)
{
    protected override bool TryFindOwn(string name, out object? value)
    {
        if (variables.TryGetValue(name, out var node))
        {
            value = JsonValues.Read(node);
            Bind(name, value);
            return true;
        }

        if (FunctionLibrary.All.TryGetValue(name, out var function))
        {
            value = function;
            return true;
        }

        value = null;
        return false;
    }
}
