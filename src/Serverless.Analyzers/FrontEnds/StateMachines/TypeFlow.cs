using Microsoft.CodeAnalysis;
using Serverless.Model;
using Serverless.Model.Validation.StateMachines;

namespace Serverless.Analyzers.FrontEnds.StateMachines;

/// <summary>
/// SVLS2306: what a state hands on fits what the next one takes, and a result what its lambdas take. Types are the compiler's, so it is judged
/// here and not on the model; where one is not known nothing is claimed.
/// </summary>
internal sealed class TypeFlow
{
    /// <summary>A loop may bring ever new data to a state; what so many ways do not show is not looked for.</summary>
    private const int MostVisits = 16;

    private readonly MachineScope _scope;
    private readonly TypeFit _fit;
    private readonly HashSet<(DeclarationRef Place, string From)> _reported = [];
    private readonly Dictionary<string, GivenData?> _variables = new(StringComparer.Ordinal);

    private TypeFlow(MachineScope scope)
    {
        _scope = scope;
        _fit = new TypeFit(scope);
    }

    public static void Check(StateMachine machine, MachineScope scope)
    {
        var input = machine.S3Starts.Count > 0 ? scope.Reading.Types["Serverless.S3ObjectEvent"] : null;
        var flow = new TypeFlow(scope);
        flow.Check(machine.Graph, GivenData.Of(input), "the execution's event");
        flow.CheckVariables();
    }

    /// <summary>Follows the data through a graph. What its ends agree on is its result.</summary>
    private GivenData? Check(StateGraph graph, GivenData? input, string source)
    {
        var states = graph.States.ToDictionary(static s => s.Name, StringComparer.Ordinal);
        var seen = new HashSet<(string, GivenData?)>();
        var visits = new Dictionary<string, int>(StringComparer.Ordinal);
        var waiting = new Queue<(string Name, GivenData? Data, string Source)>();
        var ends = new List<GivenData?>();
        waiting.Enqueue((graph.StartAt, input, source));
        while (waiting.Count > 0)
        {
            var (name, data, from) = waiting.Dequeue();
            if (!states.TryGetValue(name, out var state) || !seen.Add((name, data)))
                continue;
            visits[name] = visits.TryGetValue(name, out var count) ? count + 1 : 1;
            if (visits[name] > MostVisits)
                return null;
            var types = _scope.Types.TryGetValue(name, out var known) ? known : new StateTypes();
            if (types.Input is { } wanted && types.InputPlace is { } place)
                Report(name, data, wanted, place, from);
            var result = ResultOf(state, types, data, from);
            CheckResultUses(name, result);
            NoteVariables(state, result);

            var output = types.PassesThrough ? data : GivenData.Of(types.Output) ?? (HasOwnOutput(state) ? null : result);
            foreach (var transition in Transitions.Of(state))
            {
                if (transition.IsCatch)
                {
                    waiting.Enqueue((transition.Target, CaughtBy(state, transition), $"the failure of '{name}'"));
                    continue;
                }

                var way = GivenData.Of(types.OutputOf(transition.Part));
                waiting.Enqueue((transition.Target, way ?? output, types.PassesThrough && way is null ? from : $"'{name}'"));
            }

            if (Transitions.IsEnd(state) && state is not FailState)
                ends.Add(state is SucceedState && types.Output is null && state.Output is null ? data : output);
        }

        return ends.Count > 0 && ends.TrueForAll(e => e is not null && e.Equals(ends[0])) ? ends[0] : null;
    }

    /// <summary>What a state gets back before `Output`: from its branches, its items, its function or its service.</summary>
    private GivenData? ResultOf(State state, StateTypes types, GivenData? data, string from)
    {
        var childInput = types.PassesInputToChildren ? data : GivenData.Of(types.ChildInput);
        var childSource = types.PassesInputToChildren ? from : $"'{state.Name}'";
        GivenElement[] children = [.. Transitions.GraphsOf(state).Select(g => new GivenElement(Check(g, childInput, childSource)))];
        // In JSONPath machines a result is selected, placed into the input and cut by paths.
        if (_scope.QueryLanguage != QueryLanguage.JSONata)
            return null;
        return state switch
        {
            ParallelState => new GivenList(children.ToEquatableArray(), IsOfBranches: true),
            MapState { Distributed.Writer: not null } => GivenData.Of(types.Result ?? types.Output),
            MapState => new GivenList(children.ToEquatableArray(), IsOfBranches: false),
            TaskState { Function: null, Resource: { } resource } when IsPlainTask(state.Name) => ResultShapes.Find(resource) is { } shape ? new GivenResult(shape, resource) : null,
            _ => GivenData.Of(types.Result ?? (types.HasOutput ? null : types.Output)),
        };
    }

    /// <summary>True for `State.Task`: nested executions look like it in the model, but their lambdas take the output of the run.</summary>
    private bool IsPlainTask(string state) => _scope.Members.Any(m => m.StateName == state && m.Chain?.Factory.TargetMethod.Name == "Task");

    private static bool HasOwnOutput(State state) => state is not TaskState { Function: not null } && state.Output is not null;

    /// <summary>A catcher hands on the error, unless it computes something of its own.</summary>
    private GivenData? CaughtBy(State state, Transition transition)
    {
        var index = int.Parse(transition.Part.Substring(transition.Part.IndexOf('/') + 1), System.Globalization.CultureInfo.InvariantCulture);
        var rule = state.Catch[index];
        return _scope.QueryLanguage == QueryLanguage.JSONata && rule.Output is null ? GivenData.Of(_scope.Reading.Types["Serverless.StepFunctions.StateError"]) : null;
    }

    /// <summary>Parameters of `Output` and `Set` that are the result: one for each branch of a Parallel, else the first.</summary>
    private void CheckResultUses(string state, GivenData? result)
    {
        foreach (var use in _scope.ResultUses)
        {
            if (use.State != state)
                continue;
            var given = result is GivenList { IsOfBranches: true } list ? use.Index < list.Elements.Count ? list.Elements[use.Index].Data : null : result;
            Report(state, given, use.Type, use.Place, result is GivenResult answer ? $"'{answer.Resource}'" : result is GivenList { IsOfBranches: true } ? $"branch {use.Index + 1}" : "its result");
        }
    }

    /// <summary>Variables that receive a result as it is.</summary>
    private void NoteVariables(State state, GivenData? result)
    {
        foreach (var assignment in state.Assign)
        {
            if (assignment.Value is not AslExpression { Jsonata: var value })
                continue;
            var given = value == "$states.result" ? result : null;
            _variables[assignment.Variable] = _variables.TryGetValue(assignment.Variable, out var before) && !Equals(before, given) ? null : given;
        }
    }

    private void Report(string state, GivenData? given, ITypeSymbol wanted, DeclarationRef place, string from)
    {
        // A lambda reads the names as they are; a function's serialiser does not care for their case.
        var isExact = !_scope.Members.Any(m => m.StateName == state && m.Task is not null);
        if (given is not null && _fit.Problem(given, wanted, isExact) is { } problem && _reported.Add((place, from)))
            _scope.Reading.Report(new Fault(RuleIds.OutputDoesNotFit, place, EquatableArray.Of(state, TypeFit.Name(wanted), from, TypeFit.Name(given), problem), IsWarning: true));
    }

    /// <summary>A parameter that is a variable has the variable's type.</summary>
    private void CheckVariables()
    {
        foreach (var (variable, wanted, user, place) in _scope.VariableUses)
        {
            var given = _scope.Variables.TryGetValue(variable, out var type) && type is not null ? GivenData.Of(type) : _variables.TryGetValue(variable, out var result) && result is GivenResult ? result : null;
            Report(user, given, wanted, place, $"the variable '{variable}'");
        }
    }
}
