using System.Text.Json.Nodes;

namespace Serverless.Testing.StateMachines;

/// <summary>Variables of an execution, a branch or an iteration. Inner scopes read the outer ones and may not assign or shadow them.</summary>
internal sealed class Scope(Scope? outer)
{
    private readonly Dictionary<string, JsonNode?> _values = new(StringComparer.Ordinal);

    /// <summary>All variables that can be read here, as they are now.</summary>
    public JsonObject Snapshot()
    {
        var all = outer?.Snapshot() ?? [];
        foreach (var (name, value) in _values)
            all[name] = value?.DeepClone();
        return all;
    }

    public void Assign(string name, JsonNode? value)
    {
        if (outer?.Has(name) == true)
            throw new StateMachineException("States.Runtime", $"the variable {name} belongs to an outer scope");
        _values[name] = value?.DeepClone();
    }

    private bool Has(string name) => _values.ContainsKey(name) || outer?.Has(name) == true;
}
