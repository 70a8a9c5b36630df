using Microsoft.CodeAnalysis;
using Serverless.Model;
using Serverless.Model.Validation.StateMachines;

namespace Serverless.Analyzers.FrontEnds.StateMachines;

/// <summary>
/// SVLS2306: `[BindExecutionInput]` is what the execution was started with. A child of a distributed Map is an execution of its own: its input is
/// the item or batch, not what the machine got.
/// </summary>
internal static class ExecutionInputFlow
{
    public static void Check(StateMachine machine, MachineScope scope)
    {
        if (scope.ExecutionInputUses.Count == 0)
            return;
        var input = machine.S3Starts.Count > 0 ? scope.Reading.Types["Serverless.S3ObjectEvent"] : null;
        Check(machine.Graph, input, "the execution's event", scope, new TypeFit(scope));
    }

    private static void Check(StateGraph graph, ITypeSymbol? input, string source, MachineScope scope, TypeFit fit)
    {
        foreach (var state in graph.States)
        {
            foreach (var (wanted, user, place) in scope.ExecutionInputUses)
            {
                if (user == state.Name && input is not null && fit.Problem(input, wanted) is { } problem)
                    scope.Reading.Report(new Fault(RuleIds.OutputDoesNotFit, place, EquatableArray.Of(user, TypeFit.Name(wanted), source, TypeFit.Name(input), problem), IsWarning: true));
            }

            var isDistributed = state is MapState { Distributed: not null };
            var child = isDistributed && scope.Types.TryGetValue(state.Name, out var types) ? types.ChildInput : null;
            foreach (var inner in Transitions.GraphsOf(state))
                Check(inner, isDistributed ? child : input, isDistributed ? $"the execution of a child of '{state.Name}'" : source, scope, fit);
        }
    }
}
