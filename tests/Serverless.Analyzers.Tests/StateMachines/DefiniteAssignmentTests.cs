using System.Globalization;
using Serverless.Model;
using Serverless.Model.Validation.StateMachines;

namespace Serverless.Analyzers.Tests.StateMachines;

/// <summary>
/// SVLS2307 against a checker that has nothing in common with it: random machines with choices, catchers, loops, branches and maps are
/// walked path by path, and a read is a fault when some path comes to it without the variable.
/// </summary>
public sealed class DefiniteAssignmentTests
{
    private const int Machines = 3000;

    private static readonly string[] Variables = ["a", "b", "c"];

    [Fact]
    public void Reads_of_unassigned_variables_are_those_that_some_path_has()
    {
        var (faulty, sound, catches, loops, branches, distributed) = (0, 0, 0, 0, 0, 0);
        for (var seed = 0; seed < Machines; seed++)
        {
            var graph = new RandomGraph(seed).Next();
            var expected = new PathWalk().Walk(graph).Order(StringComparer.Ordinal).ToArray();
            var found = Analyse(graph).Order(StringComparer.Ordinal).ToArray();

            Assert.True(expected.SequenceEqual(found), $"seed {seed.ToString(CultureInfo.InvariantCulture)}: paths say [{string.Join(", ", expected)}], the analysis [{string.Join(", ", found)}]\n{MachineText.Of(Machine(graph))}");
            _ = expected.Length > 0 ? faulty++ : sound++;
            var all = Transitions.All(graph).ToArray();
            catches += all.Any(static s => s.Catch.Count > 0) ? 1 : 0;
            loops += all.Any(s => Transitions.Of(s).Any(t => string.CompareOrdinal(t.Target, s.Name) <= 0)) ? 1 : 0;
            branches += all.Any(static s => s is ParallelState) ? 1 : 0;
            distributed += all.Any(static s => s is MapState { Distributed: not null }) ? 1 : 0;
        }

        // Each kind occurs often enough to mean something.
        Assert.All([faulty, sound, catches, loops, branches, distributed], static count => Assert.True(count > Machines / 30, count.ToString(CultureInfo.InvariantCulture)));
    }

    private static StateMachine Machine(StateGraph graph) => new() { LogicalId = "M", Declaration = new DeclarationRef("T:M"), Graph = graph };

    /// <summary>`state/variable` of each read that is reported; other faults of the rule are about names.</summary>
    private static IEnumerable<string> Analyse(StateGraph graph)
    {
        var faults = new List<Fault>();
        VariableRules.Check(Machine(graph), faults);
        return faults.Where(static f => f.At.Argument is null).Select(static f => f.At.Symbol + "/" + f.Arguments[0]).Distinct();
    }

    /// <summary>
    /// Walks every path that visits no state twice. That is enough: what a path assigns never gets less by a detour, so the shortest way to
    /// an unassigned read has no circle.
    /// </summary>
    private sealed class PathWalk
    {
        private readonly HashSet<string> _faults = new(StringComparer.Ordinal);

        public HashSet<string> Walk(StateGraph graph)
        {
            Walk(graph, graph.StartAt, [], []);
            return _faults;
        }

        private void Walk(StateGraph graph, string name, HashSet<string> assigned, HashSet<string> visited)
        {
            if (visited.Contains(name) || graph.States.FirstOrDefault(s => s.Name == name) is not { } state)
                return;
            foreach (var variable in Variables)
            {
                if (Reads(state, variable) && !assigned.Contains(variable))
                    _faults.Add(name + "/" + variable);
            }

            switch (state)
            {
                case ParallelState parallel:
                    foreach (var branch in parallel.Branches)
                        Walk(branch, branch.StartAt, assigned, []);
                    break;
                case MapState map:
                    Walk(map.Processor, map.Processor.StartAt, map.Distributed is null ? assigned : [], []);
                    break;
            }

            foreach (var (target, sets) in Ways(state))
                Walk(graph, target, [.. assigned, .. sets], [.. visited, name]);
        }

        private static IEnumerable<(string Target, IEnumerable<string> Sets)> Ways(State state)
        {
            var own = state.Assign.Select(static a => a.Variable);
            if (state.Next is { } next)
                yield return (next, own);
            foreach (var rule in state is ChoiceState choice ? choice.Choices : [])
                yield return (rule.Next, rule.Assign.Select(static a => a.Variable));
            if (state is ChoiceState { Default: { } otherwise })
                yield return (otherwise, own);
            foreach (var rule in state.Catch)
                yield return (rule.Next, rule.Assign.Select(static a => a.Variable));
        }

        private static bool Reads(State state, string variable)
        {
            var text = "$" + variable + ".";
            return Texts(state).Any(t => t.Contains(text, StringComparison.Ordinal));
        }

        private static IEnumerable<string> Texts(State state)
        {
            var data = state switch
            {
                PassState pass => [pass.Output],
                TaskState task => [task.Arguments, task.Output],
                ChoiceState choice => choice.Choices.Select(static c => (AslData?)c.Condition).Concat(choice.Choices.SelectMany(static c => c.Assign).Select(static a => (AslData?)a.Value)),
                MapState map => [map.Items, map.ItemSelector],
                ParallelState parallel => [parallel.Arguments],
                _ => (IEnumerable<AslData?>)[],
            };
            return data.Concat(state.Assign.Select(static a => a.Value)).Concat(state.Catch.SelectMany(static c => c.Assign).Select(static a => a.Value)).OfType<AslExpression>().Select(static e => e.Jsonata);
        }
    }

    private sealed class RandomGraph(int seed)
    {
        private readonly Random _random = new(seed);
        private int _names;

        public StateGraph Next() => Graph(2);

        private StateGraph Graph(int depth)
        {
            var names = Enumerable.Range(0, _random.Next(2, 6)).Select(_ => "S" + (_names++).ToString("00", CultureInfo.InvariantCulture)).ToArray();
            return new StateGraph(names[0], names.Select((name, i) => State(name, names, i, depth)).ToEquatableArray());
        }

        private State State(string name, string[] names, int index, int depth)
        {
            var at = new DeclarationRef(name);
            // Mostly forward, sometimes back.
            string Target() => names[_random.Next(4) == 0 ? _random.Next(names.Length) : Math.Min(names.Length - 1, index + 1 + _random.Next(2))];
            var next = index == names.Length - 1 && _random.Next(3) > 0 ? null : Target();
            var places = Variables.Select(v => new Place(Parts.Assign(v), at with { Argument = "assign" })).ToEquatableArray();
            CatchRule[] catches = _random.Next(3) == 0 ? [new CatchRule(EquatableArray.Of("States.ALL"), Target(), Assign())] : [];
            return _random.Next(depth > 0 ? 6 : 4) switch
            {
                0 => new PassState { Name = name, Declaration = at, Places = places, Output = Read(), Assign = Assign(), Next = next },
                1 => new ChoiceState { Name = name, Declaration = at, Places = places, Choices = Enumerable.Range(0, _random.Next(1, 3)).Select(_ => new ChoiceRule(Read() ?? new AslExpression("true"), Target(), Assign())).ToEquatableArray(), Default = Target(), Assign = Assign() },
                2 or 3 => new TaskState { Name = name, Declaration = at, Places = places, Resource = "sns:publish", Arguments = Read(), Output = Read(), Assign = Assign(), Catch = catches.ToEquatableArray(), Next = next },
                4 => new ParallelState { Name = name, Declaration = at, Places = places, Arguments = Read(), Branches = Enumerable.Range(0, _random.Next(1, 3)).Select(_ => Graph(depth - 1)).ToEquatableArray(), Assign = Assign(), Catch = catches.ToEquatableArray(), Next = next },
                _ => new MapState { Name = name, Declaration = at, Places = places, Items = Read(), Processor = Graph(depth - 1), Distributed = _random.Next(2) == 0 ? new DistributedMap() : null, Assign = Assign(), Catch = catches.ToEquatableArray(), Next = next },
            };
        }

        private AslExpression? Read() => _random.Next(3) switch
        {
            0 => new AslExpression("$" + Variable() + ".x & ($d_ := 1; $d_)"),
            // Its own variables, and what only looks like one.
            1 => new AslExpression("$map([1], function($a){ $a }) & '$b' & $count($states.input)"),
            _ => null,
        };

        private EquatableArray<Assignment> Assign() => _random.Next(2) == 0 ? default : EquatableArray.Of(new Assignment(Variable(), (AslData?)Read() ?? new AslNumber("1")));

        private string Variable() => Variables[_random.Next(Variables.Length)];
    }
}
