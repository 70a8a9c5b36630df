namespace Serverless.Model.Validation.Definitions;

/// <summary>Which variables are assigned when a state starts: on some way to it, and on every way.</summary>
internal static class VariableFlow
{
    /// <summary>The states that are reached, by name.</summary>
    public static Dictionary<string, (HashSet<string> May, HashSet<string> Must)> Of(DefinitionGraph graph, HashSet<string> entry)
    {
        var flow = new Dictionary<string, (HashSet<string> May, HashSet<string> Must)>(StringComparer.Ordinal);
        var waiting = new Queue<DefinitionState>();
        if (graph.Body["StartAt"] is Json.JsonString start && graph.Find(start.Value) is { } first)
        {
            flow[first.Name] = (Copy(entry), Copy(entry));
            waiting.Enqueue(first);
        }

        while (waiting.Count > 0)
        {
            var state = waiting.Dequeue();
            foreach (var transition in state.Transitions())
            {
                if (graph.Find(transition.Target.Value) is { } next && Meet(flow, next.Name, flow[state.Name], AssignedBy(state, transition)))
                    waiting.Enqueue(next);
            }
        }

        return flow;
    }

    /// <summary>A catcher assigns instead of its state; a rule of a Choice instead of the state's own, which go with the default.</summary>
    private static IReadOnlyList<string> AssignedBy(DefinitionState state, DefinitionTransition transition) =>
        [.. VariableChecks.Assignments(transition.Rule ?? state.Body).Select(VariableChecks.NameOf)];

    private static bool Meet(
        Dictionary<string, (HashSet<string> May, HashSet<string> Must)> flow, string name, (HashSet<string> May, HashSet<string> Must) before, IReadOnlyList<string> assigned)
    {
        if (!flow.TryGetValue(name, out var known))
        {
            var (may, must) = (Copy(before.May), Copy(before.Must));
            may.UnionWith(assigned);
            must.UnionWith(assigned);
            flow[name] = (may, must);
            return true;
        }

        var (mays, musts) = (known.May.Count, known.Must.Count);
        known.May.UnionWith(before.May);
        known.May.UnionWith(assigned);
        known.Must.RemoveWhere(v => !before.Must.Contains(v) && !assigned.Contains(v));
        return known.May.Count != mays || known.Must.Count != musts;
    }

    private static HashSet<string> Copy(HashSet<string> set) => new(set, StringComparer.Ordinal);
}
