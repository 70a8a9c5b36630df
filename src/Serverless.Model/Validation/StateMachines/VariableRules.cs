namespace Serverless.Model.Validation.StateMachines;

/// <summary>
/// SVLS2307: variables are definitely assigned before they are read, as in C#. Step Functions evaluates an unassigned one to nothing and
/// fails the execution. Inner graphs read what is assigned outside and may assign no name of it.
/// </summary>
internal sealed class VariableRules
{
    private const int LongestName = 80;

    private readonly List<Fault> _faults;

    private readonly bool _isJsonata;

    private VariableRules(List<Fault> faults, bool isJsonata)
    {
        _faults = faults;
        _isJsonata = isJsonata;
    }

    public static void Check(StateMachine machine, List<Fault> faults) =>
        new VariableRules(faults, machine.QueryLanguage == QueryLanguage.JSONata).Check(machine.Graph, new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), null);

    /// <param name="graph">The graph.</param>
    /// <param name="entry">Variables that are assigned when it starts.</param>
    /// <param name="outer">Variables that some graph around it assigns.</param>
    /// <param name="boundary">The distributed Map around the graph, whose children are executions of their own; null = none.</param>
    private void Check(StateGraph graph, HashSet<string> entry, HashSet<string> outer, MapState? boundary)
    {
        var states = graph.States.ToDictionary(static s => s.Name, StringComparer.Ordinal);
        var assigned = Flow(graph, states, entry);
        var own = new HashSet<string>(graph.States.SelectMany(StateData.Assigned), StringComparer.Ordinal);
        var visible = new HashSet<string>(own.Concat(outer), StringComparer.Ordinal);
        foreach (var state in graph.States)
        {
            CheckNames(state, outer);
            if (!assigned.TryGetValue(state.Name, out var known))
                continue;
            foreach (var variable in StateData.Of(state).SelectMany(ReadVariables.Of).Distinct(StringComparer.Ordinal))
            {
                if (!known.Contains(variable))
                    Report(state.PlaceOf(Parts.Use(variable)), variable, ReasonOfBoundary(variable, own, outer, boundary) ?? Reason(variable, state, graph, states, assigned, visible));
            }

            var isDistributed = state is MapState { Distributed: not null };
            foreach (var inner in Transitions.GraphsOf(state))
                Check(inner, isDistributed ? new HashSet<string>(StringComparer.Ordinal) : known, visible, isDistributed ? (MapState)state : boundary);
        }
    }

    /// <summary>What is assigned on every way to each state: starts from everything and takes away until nothing changes.</summary>
    private static Dictionary<string, HashSet<string>> Flow(StateGraph graph, Dictionary<string, State> states, HashSet<string> entry)
    {
        var assigned = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var waiting = new Queue<string>();
        if (states.ContainsKey(graph.StartAt))
        {
            assigned[graph.StartAt] = new HashSet<string>(entry, StringComparer.Ordinal);
            waiting.Enqueue(graph.StartAt);
        }

        while (waiting.Count > 0)
        {
            var state = states[waiting.Dequeue()];
            foreach (var transition in Transitions.Of(state))
            {
                if (!states.ContainsKey(transition.Target))
                    continue;
                var after = new HashSet<string>(assigned[state.Name].Concat(StateData.AssignedBy(state, transition).Select(static a => a.Variable)), StringComparer.Ordinal);
                if (!assigned.TryGetValue(transition.Target, out var known))
                {
                    assigned.Add(transition.Target, after);
                    waiting.Enqueue(transition.Target);
                }
                else if (known.Count > known.Count(after.Contains))
                {
                    known.IntersectWith(after);
                    waiting.Enqueue(transition.Target);
                }
            }
        }

        return assigned;
    }

    private static string? ReasonOfBoundary(string variable, HashSet<string> own, HashSet<string> outer, MapState? boundary) =>
        boundary is null || own.Contains(variable) || !outer.Contains(variable)
            ? null
            : $"the states of the distributed map '{boundary.Name}' run in executions of their own, which do not see the variables of this one; hand the value on with .Select(…) or .BatchInput(…)";

    private static string Reason(
        string variable, State state, StateGraph graph, Dictionary<string, State> states, Dictionary<string, HashSet<string>> assigned, HashSet<string> visible)
    {
        if (!visible.Contains(variable))
            return "no state before this one assigns a variable of this name; use Assign or Set where the value is known";
        foreach (var from in graph.States)
        {
            foreach (var transition in Transitions.Of(from))
            {
                if (transition.Target == state.Name && assigned.TryGetValue(from.Name, out var known) && !known.Contains(variable)
                    && StateData.AssignedBy(from, transition).All(a => a.Variable != variable) && states.ContainsKey(from.Name))
                {
                    return transition.IsCatch
                        ? $"it is not assigned when '{from.Name}' fails, and that leads here; assign it before, or take the execution's input with [BindExecutionInput]"
                        : $"it is not assigned on the way over '{from.Name}'; assign it on every way that leads here";
                }
            }
        }

        return "it is not assigned yet when this state starts; a state's own variables are there for the states behind it. A parameter of another name is the state's input";
    }

    private void CheckNames(State state, HashSet<string> outer)
    {
        foreach (var variable in StateData.Assigned(state).Distinct(StringComparer.Ordinal))
        {
            var place = state.PlaceOf(Parts.Assign(variable));
            if (outer.Contains(variable))
                Report(place, variable, "a state outside of this branch assigns a variable of this name, and a branch cannot change or hide it; give this one another name");
            else if (variable == "states")
                Report(place, variable, "the name is reserved for $states");
            else if (variable.Length > LongestName || variable.Length == 0 || !char.IsLetter(variable[0]) || !variable.All(static c => c == '_' || char.IsLetterOrDigit(c)))
                Report(place, variable, "a variable's name has 1 to 80 letters, digits and underscores, and starts with a letter");
            else if (_isJsonata && JsonataFunctions.Has(variable))
                Report(place, variable, "JSONata has a function of this name, which the variable would hide in expressions; give it another name");
        }
    }

    private void Report(DeclarationRef at, params string[] arguments) => _faults.Add(Fault.Of(RuleIds.VariableFault, at, arguments));
}
