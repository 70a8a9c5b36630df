using Microsoft.CodeAnalysis;
using Serverless.Model;
using Serverless.Model.Validation.StateMachines;

namespace Serverless.Analyzers.FrontEnds.StateMachines;

/// <summary>
/// SVLS2306: what a state hands on fits what the next one takes. Types are the compiler's, so it is judged here and not on the model;
/// where one is not known nothing is claimed.
/// </summary>
internal sealed class TypeFlow
{
    private readonly MachineScope _scope;
    private readonly TypeFit _fit;
    private readonly HashSet<(string State, string From)> _reported = [];

    private TypeFlow(MachineScope scope)
    {
        _scope = scope;
        _fit = new TypeFit(scope);
    }

    public static void Check(StateMachine machine, MachineScope scope)
    {
        var input = machine.S3Starts.Count > 0 ? scope.Reading.Types["Serverless.S3ObjectEvent"] : null;
        new TypeFlow(scope).Check(machine.Graph, input, "the execution's event");
        CheckVariables(scope);
    }

    private void Check(StateGraph graph, ITypeSymbol? input, string source)
    {
        var states = graph.States.ToDictionary(static s => s.Name, StringComparer.Ordinal);
        var seen = new HashSet<(string, ITypeSymbol?)>();
        var waiting = new Queue<(string Name, ITypeSymbol? Type, string Source)>();
        waiting.Enqueue((graph.StartAt, input, source));
        while (waiting.Count > 0)
        {
            var (name, type, from) = waiting.Dequeue();
            if (!states.TryGetValue(name, out var state) || !seen.Add((name, type)))
                continue;
            var types = _scope.Types.TryGetValue(name, out var known) ? known : new StateTypes();
            if (types.Input is { } wanted && type is not null && types.InputPlace is { } place && _fit.Problem(type, wanted) is { } problem && _reported.Add((name, from)))
                _scope.Reading.Report(new Fault(RuleIds.OutputDoesNotFit, place, EquatableArray.Of(name, TypeFit.Name(wanted), from, TypeFit.Name(type), problem), IsWarning: true));
            var output = types.PassesThrough ? type : types.Output;
            foreach (var transition in Transitions.Of(state).Where(static t => !t.IsCatch))
            {
                var way = types.OutputOf(transition.Part);
                waiting.Enqueue((transition.Target, way ?? output, types.PassesThrough && way is null ? from : $"'{name}'"));
            }

            var childInput = types.PassesInputToChildren ? type : types.ChildInput;
            foreach (var inner in Transitions.GraphsOf(state))
                Check(inner, childInput, types.PassesInputToChildren ? from : $"'{name}'");
        }
    }

    /// <summary>A parameter that is a variable has the variable's type.</summary>
    private static void CheckVariables(MachineScope scope)
    {
        var fit = new TypeFit(scope);
        foreach (var (variable, wanted, user, place) in scope.VariableUses)
        {
            if (scope.Variables.TryGetValue(variable, out var type) && type is not null && fit.Problem(type, wanted) is { } problem)
                scope.Reading.Report(new Fault(RuleIds.OutputDoesNotFit, place, EquatableArray.Of(user, TypeFit.Name(wanted), $"the variable '{variable}'", TypeFit.Name(type), problem), IsWarning: true));
        }
    }
}
