namespace Serverless.Model.Validation.StateMachines;

/// <summary>SVLS2303: a path that comes to no end, and a choice that may find no way.</summary>
internal static class EndRules
{
    public static void Check(StateGraph graph, List<Fault> faults)
    {
        CheckEnd(graph, faults);
        foreach (var state in graph.States)
        {
            if (state is ChoiceState { Default: null })
            {
                faults.Add(new Fault(
                    RuleIds.NoEnd,
                    state.Declaration,
                    EquatableArray.Of(state.Name, "has no Otherwise: when no rule matches, the execution fails with States.NoChoiceMatched; add .Otherwise(nameof(…))"),
                    IsWarning: true));
            }

            foreach (var inner in Transitions.GraphsOf(state))
                Check(inner, faults);
        }
    }

    /// <summary>Walks back from the ends; the first state that is not met goes round for ever. One fault for each graph: the others follow from it.</summary>
    private static void CheckEnd(StateGraph graph, List<Fault> faults)
    {
        var ending = new HashSet<string>(StringComparer.Ordinal);
        bool grown;
        do
        {
            grown = false;
            foreach (var state in graph.States)
            {
                if (!ending.Contains(state.Name) && (Transitions.IsEnd(state) || Transitions.Of(state).Any(t => ending.Contains(t.Target) || !Has(graph, t.Target))))
                    grown |= ending.Add(state.Name);
            }
        }
        while (grown);

        foreach (var state in graph.States)
        {
            if (ending.Contains(state.Name))
                continue;
            faults.Add(Fault.Of(RuleIds.NoEnd, state.Declaration, state.Name, "never comes to an end: every way from it leads back; leave out Next on one of the states, or lead to State.Succeed() or State.Fail(…)"));
            return;
        }
    }

    /// <summary>A target that is not there is another fault, not this one.</summary>
    private static bool Has(StateGraph graph, string name) => graph.States.Any(s => s.Name == name);
}
