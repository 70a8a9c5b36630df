using Microsoft.CodeAnalysis;
using Serverless.Model;
using Serverless.Model.Validation.StateMachines;

namespace Serverless.Analyzers.FrontEnds.StateMachines;

/// <summary>What a run of another machine gives: the type that all of its ends agree on.</summary>
internal static class MachineOutput
{
    /// <summary>Null when the ends differ, or when one of them is not known.</summary>
    public static ITypeSymbol? Of(INamedTypeSymbol machine, MachineScope caller)
    {
        if (caller.Callers.Any(c => SymbolEqualityComparer.Default.Equals(c, machine)) || SymbolEqualityComparer.Default.Equals(machine, caller.Type))
            return null;
        // What is wrong in the other machine is reported where it is read for itself.
        var silent = new Reading(caller.Reading.Compilation, caller.Reading.Project, caller.Reading.CancellationToken);
        var read = StateMachineReader.ReadStates(machine, silent, [.. caller.Callers, caller.Type], out var scope);
        return read is null || scope is null ? null : Of(read.Graph, scope);
    }

    private static ITypeSymbol? Of(StateGraph graph, MachineScope scope)
    {
        var states = graph.States.ToDictionary(static s => s.Name, StringComparer.Ordinal);
        var seen = new HashSet<(string, ITypeSymbol?)>();
        var waiting = new Queue<(string Name, ITypeSymbol? Input)>();
        waiting.Enqueue((graph.StartAt, null));
        ITypeSymbol? common = null;
        while (waiting.Count > 0)
        {
            var (name, input) = waiting.Dequeue();
            if (!states.TryGetValue(name, out var state) || !seen.Add((name, input)))
                continue;
            var types = scope.Types.TryGetValue(name, out var known) ? known : new StateTypes();
            var output = types.PassesThrough ? input ?? types.Input : types.Output;
            if (Transitions.IsEnd(state) && state is not FailState)
            {
                if (output is null || (common is not null && !SymbolEqualityComparer.Default.Equals(common, output)))
                    return null;
                common = output;
            }

            // What a catcher hands on is its own matter: an error, unless it computes something.
            foreach (var transition in Transitions.Of(state))
                waiting.Enqueue((transition.Target, transition.IsCatch ? null : types.OutputOf(transition.Part) ?? output));
        }

        return common;
    }
}
