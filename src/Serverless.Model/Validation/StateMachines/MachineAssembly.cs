namespace Serverless.Model.Validation.StateMachines;

/// <summary>
/// Puts the states of a machine, written side by side, into the graphs of the Amazon States Language: a branch is what can be reached from its
/// first state, the rest that can be reached is the machine's own path. What does not fit into that is SVLS2301, 2302 or 2305.
/// </summary>
internal sealed class MachineAssembly
{
    private readonly Dictionary<string, State> _states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _owners = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private readonly StateMachine _machine;
    private readonly CatchAllRule? _catchAll;
    private readonly List<Fault> _faults;
    private bool _hasUnknownTargets;
    private bool _hasEqualNames;

    private MachineAssembly(StateMachine machine, CatchAllRule? catchAll, List<Fault> faults)
    {
        _machine = machine;
        _catchAll = catchAll;
        _faults = faults;
        foreach (var state in machine.Graph.States)
        {
            if (_states.ContainsKey(state.Name))
            {
                _hasEqualNames = true;
                Report(RuleIds.CrossesBranch, state.PlaceOf(Parts.Name), state.Name, "another state of this machine has the same name, and names are unique over all branches; give one of them another name");
                continue;
            }

            _order.Add(state.Name);
            _states.Add(state.Name, state);
        }
    }

    /// <param name="machine">Its graph holds every state; branches and processors hold the name of their first state alone.</param>
    /// <param name="catchAll">Goes on every step of the machine's own path.</param>
    /// <param name="faults">Receives what is wrong.</param>
    public static StateMachine Assemble(StateMachine machine, CatchAllRule? catchAll, List<Fault> faults) => new MachineAssembly(machine, catchAll, faults).Assemble();

    private StateMachine Assemble()
    {
        CheckTargets();
        var graph = _catchAll is { Wrap: true } wrapping ? Wrap(wrapping) : Plain();
        ReportUnreachable();
        return _machine with { Graph = graph };
    }

    private StateGraph Plain()
    {
        const string Main = "";
        var main = Collect(_machine.Graph.StartAt, Main, null);
        var failure = _catchAll is { } rule && !_owners.ContainsKey(rule.Rule.Next) ? Collect(rule.Rule.Next, Main, null) : [];
        if (_catchAll is { } catchAll)
        {
            foreach (var name in main)
                _states[name] = catchAll.AddTo(_states[name]);
        }

        return new StateGraph(_machine.Graph.StartAt, Build(main.Concat(failure)));
    }

    /// <summary>The main path as the one branch of a Parallel. Its result is the branch's, its failure that of any step.</summary>
    private StateGraph Wrap(CatchAllRule catchAll)
    {
        var name = _states.ContainsKey("Main") ? _machine.LogicalId + "Main" : "Main";
        var failure = Collect(catchAll.Rule.Next, "", null);
        var main = new ParallelState
        {
            Name = name,
            Declaration = _machine.Declaration,
            Output = _machine.QueryLanguage == QueryLanguage.JSONata ? new AslExpression("$states.result[0]") : null,
            OutputPath = _machine.QueryLanguage == QueryLanguage.JSONata ? null : "$[0]",
            Catch = EquatableArray.Of(catchAll.Rule),
            Places = EquatableArray.Of(new Place(Parts.Catch(0), catchAll.At), new Place(Parts.Branch(0), _machine.StartPlace ?? _machine.Declaration)),
        };
        var branch = Fill(new StateGraph(_machine.Graph.StartAt, default), main, 0);
        return new StateGraph(name, EquatableArray.Of<State>(main with { Branches = EquatableArray.Of(branch) }).Concat(Build(failure)).ToEquatableArray());
    }

    private void CheckTargets()
    {
        var names = _order;
        if (_machine.Graph.StartAt.Length > 0 && !_states.ContainsKey(_machine.Graph.StartAt))
            ReportTarget(_machine.StartPlace ?? _machine.Declaration, "StartAt", _machine.Graph.StartAt, names);
        if (_catchAll is { } catchAll && !_states.ContainsKey(catchAll.Rule.Next))
            ReportTarget(catchAll.At, "CatchAll", catchAll.Rule.Next, names);
        foreach (var name in names)
        {
            var state = _states[name];
            foreach (var transition in Transitions.Of(state).Concat(Transitions.Into(state)))
            {
                if (!_states.ContainsKey(transition.Target))
                    ReportTarget(state.PlaceOf(transition.Part), name, transition.Target, names);
            }
        }
    }

    private void ReportTarget(DeclarationRef at, string from, string target, IEnumerable<string> names)
    {
        _hasUnknownTargets = true;
        var nearest = NearestName.Of(target, names);
        _faults.Add(new Fault(
            RuleIds.UnknownTargetState,
            at,
            EquatableArray.Of(from, target, nearest is null ? "name a member of the class with nameof" : $"did you mean '{nearest}'?"),
            nearest is null ? default : EquatableArray.Of(FixProperties.Replacement + "=" + nearest)));
    }

    /// <summary>Gives every state that can be reached from a start, and belongs to nobody yet, to an owner.</summary>
    private List<string> Collect(string start, string owner, State? container, string startPart = "")
    {
        var collected = new List<string>();
        if (!_states.ContainsKey(start))
            return collected;
        if (container is not null && _owners.TryGetValue(start, out var taken))
        {
            if (!_hasEqualNames)
                Report(RuleIds.CrossesBranch, container.PlaceOf(startPart), start, $"it already belongs to {Describe(taken)}; the first state of a branch is reached from '{container.Name}' alone");
            return collected;
        }

        var waiting = new Queue<string>();
        _owners[start] = owner;
        waiting.Enqueue(start);
        while (waiting.Count > 0)
        {
            var name = waiting.Dequeue();
            collected.Add(name);
            foreach (var transition in Transitions.Of(_states[name]))
            {
                if (!_states.ContainsKey(transition.Target))
                    continue;
                if (!_owners.TryGetValue(transition.Target, out var other))
                {
                    _owners.Add(transition.Target, owner);
                    waiting.Enqueue(transition.Target);
                }
                else if (other != owner)
                {
                    Report(RuleIds.CrossesBranch, _states[name].PlaceOf(transition.Part), transition.Target,
                        $"'{name}' belongs to {Describe(owner)} and '{transition.Target}' to {Describe(other)}; no transition leaves a branch, it ends and the state that holds it goes on");
                }
            }
        }

        return collected;
    }

    /// <summary>The states of a graph in the order of the source, with what they contain.</summary>
    private EquatableArray<State> Build(IEnumerable<string> names)
    {
        var members = new HashSet<string>(names, StringComparer.Ordinal);
        var states = new List<State>();
        foreach (var name in _order)
        {
            if (members.Contains(name))
                states.Add(Fill(_states[name]));
        }

        return states.ToEquatableArray();
    }

    private State Fill(State state) => state switch
    {
        ParallelState parallel => parallel with { Branches = parallel.Branches.Select((b, i) => Fill(b, state, i)).ToEquatableArray() },
        MapState map => map with { Processor = Fill(map.Processor, state, 0) },
        _ => state,
    };

    private StateGraph Fill(StateGraph graph, State container, int index)
    {
        var part = Parts.Branch(index);
        return graph with { States = Build(Collect(graph.StartAt, container.Name + "/" + index, container, part)) };
    }

    /// <summary>Behind a target that does not exist nothing is reached, which is no second mistake.</summary>
    private void ReportUnreachable()
    {
        if (_hasUnknownTargets)
            return;
        foreach (var name in _order)
        {
            if (!_owners.ContainsKey(name))
                Report(RuleIds.UnreachableState, _states[name].Declaration, name, "it is left out of the definition; lead to it with Next, or remove it");
        }
    }

    private static string Describe(string owner)
    {
        if (owner.Length == 0)
            return "the machine's own path";
        var slash = owner.LastIndexOf('/');
        return $"branch {int.Parse(owner.Substring(slash + 1), System.Globalization.CultureInfo.InvariantCulture) + 1} of '{owner.Substring(0, slash)}'";
    }

    private void Report(string ruleId, DeclarationRef at, params string[] arguments) => _faults.Add(Fault.Of(ruleId, at, arguments));
}
