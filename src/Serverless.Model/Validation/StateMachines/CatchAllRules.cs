namespace Serverless.Model.Validation.StateMachines;

/// <summary>SVLS2312: steps of the main path that can fail and have no Catch to put `[CatchAll]` on.</summary>
internal static class CatchAllRules
{
    public static void Check(StateMachine machine, CatchAllRule catchAll, List<Fault> faults)
    {
        foreach (var state in MainPath(machine.Graph, catchAll.Rule.Next))
        {
            if (Reason(state) is { } reason)
                faults.Add(Fault.Of(RuleIds.OutsideCatchAll, state.Declaration, state.Name, reason));
        }
    }

    /// <summary>What can be reached without the catcher itself: the failure path is not its own to guard.</summary>
    private static IEnumerable<State> MainPath(StateGraph graph, string failure)
    {
        var states = graph.States.ToDictionary(static s => s.Name, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal) { failure };
        var waiting = new Queue<string>();
        waiting.Enqueue(graph.StartAt);
        while (waiting.Count > 0)
        {
            var name = waiting.Dequeue();
            if (!states.TryGetValue(name, out var state) || !seen.Add(name))
                continue;
            yield return state;
            foreach (var transition in Transitions.Of(state))
                waiting.Enqueue(transition.Target);
        }
    }

    private static string? Reason(State state) => state switch
    {
        ChoiceState => "an expression that gives nothing, or no rule that matches",
        PassState or WaitState or SucceedState when StateData.Of(state).Any(IsComputed) => "an expression that gives nothing",
        _ => null,
    };

    private static bool IsComputed(AslData? data) => data switch
    {
        AslExpression or AslPath => true,
        AslObject obj => obj.Members.Any(static m => IsComputed(m.Value)),
        AslList list => list.Items.Any(static i => IsComputed(i)),
        _ => false,
    };
}
