using Serverless.Model.Json;
using Serverless.Model.Validation.StateMachines;

namespace Serverless.Model.Validation.Definitions;

/// <summary>Ways between states: SVLS2301 (targets), 2302 (states nothing leads to), 2303 (ends), 2305 (borders of branches).</summary>
internal static class GraphChecks
{
    public static void Check(DefinitionGraph graph, DefinitionMachine machine, DefinitionReport report)
    {
        if (graph.Owner is { } owner)
            CheckOwned(graph, owner, report);
        if (graph.Body["States"] is not JsonObject states || Placeholders.IsIntrinsic(states) || !Placeholders.IsWhole(states))
            return;
        if (states.Count == 0)
        {
            report.Structure(graph.Body.Find("States")!, graph.Owner?.Name, Title(graph), "has no states");
            return;
        }

        if (graph.Body["StartAt"] is JsonString start && !Placeholders.Hides(start) && graph.Find(start.Value) is null)
            ReportTarget(Title(graph), start, graph, machine, report, graph.Owner?.Name);
        foreach (var state in graph.States)
        {
            foreach (var transition in state.Transitions())
            {
                if (!Placeholders.Hides(transition.Target) && graph.Find(transition.Target.Value) is null)
                    ReportTarget(state.Title, transition.Target, graph, machine, report, state.Name);
            }
        }

        CheckEnds(graph, report);
        CheckReached(graph, report);
    }

    /// <summary>A branch or a processor as a whole.</summary>
    private static void CheckOwned(DefinitionGraph graph, DefinitionState owner, DefinitionReport report) => FieldChecks.Check(
        graph.Body,
        owner.Type == "Map" ? DefinitionFields.Processor : DefinitionFields.Branch,
        (owner.Type == "Map" ? "The processor of '" : "A branch of '") + owner.Name + "'",
        owner.Name,
        owner.Language,
        report);

    private static string Title(DefinitionGraph graph) => graph.Owner switch
    {
        null => "The state machine",
        { Type: "Map", Name: var name } => $"The processor of '{name}'",
        { Name: var name } => $"A branch of '{name}'",
    };

    private static void ReportTarget(string from, JsonString target, DefinitionGraph graph, DefinitionMachine machine, DefinitionReport report, string? state)
    {
        // Messages put the name between quotation marks of their own.
        var name = from.StartsWith("State '", StringComparison.Ordinal) ? from.Substring(7, from.Length - 8) : from;
        if (machine.AllStates.Any(s => s.Name == target.Value && s.Graph != graph))
        {
            report.Add(DefinitionSeverity.Error, RuleIds.CrossesBranch, target, state, target.Value, "it belongs to another graph; no transition enters or leaves a branch of a Parallel or the processor of a Map");
            return;
        }

        var nearest = NearestName.Of(target.Value, graph.States.Select(static s => s.Name));
        report.Add(DefinitionSeverity.Error, RuleIds.UnknownTargetState, target, state, name, target.Value, nearest is null ? "write the name of a state of the same machine" : $"did you mean '{nearest}'?");
    }

    private static void CheckReached(DefinitionGraph graph, DefinitionReport report)
    {
        if (graph.Body["StartAt"] is not JsonString start || graph.Find(start.Value) is not { } first)
            return;
        var reached = new HashSet<DefinitionState> { first };
        var waiting = new Queue<DefinitionState>(reached);
        while (waiting.Count > 0)
        {
            foreach (var transition in waiting.Dequeue().Transitions())
            {
                // A target that is put in may be any of them.
                if (Placeholders.Hides(transition.Target))
                    return;
                if (graph.Find(transition.Target.Value) is { } next && reached.Add(next))
                    waiting.Enqueue(next);
            }
        }

        foreach (var state in graph.States)
        {
            if (!reached.Contains(state) && graph.Find(state.Name) == state && Placeholders.IsWhole(state.Body))
                report.Add(DefinitionSeverity.Error, RuleIds.UnreachableState, state.Member, state.Name, state.Name, "Step Functions refuses a definition that has such a state");
        }
    }

    /// <summary>Step Functions wants one state that ends; that every state comes to one is for the reader.</summary>
    private static void CheckEnds(DefinitionGraph graph, DefinitionReport report)
    {
        // With a kind of state or a target that is wrong nobody knows what ends.
        if (graph.States.Any(s => s.Type is null || DefinitionFields.OfType(s.Type) is null || !Placeholders.IsWhole(s.Body) || s.Transitions().Any(t => graph.Find(t.Target.Value) is null)))
            return;
        var ending = new HashSet<DefinitionState>(graph.States.Where(MayEnd));
        if (ending.Count == 0)
        {
            var at = graph.Body.Find("States")!;
            report.Add(DefinitionSeverity.Error, RuleIds.NoEnd, at, graph.Owner?.Name, graph.Owner?.Name ?? "States", "has no state that ends: give one 'End': true, or lead to a Succeed or Fail state");
            return;
        }

        bool grown;
        do
        {
            grown = false;
            foreach (var state in graph.States)
            {
                if (!ending.Contains(state) && state.Transitions().Any(t => ending.Contains(graph.Find(t.Target.Value)!)))
                    grown |= ending.Add(state);
            }
        }
        while (grown);

        if (graph.States.FirstOrDefault(s => !ending.Contains(s)) is { } endless)
            report.Add(DefinitionSeverity.Warning, RuleIds.NoEnd, endless.Member, endless.Name, endless.Name, "never comes to an end: every way from it leads back");
    }

    private static bool MayEnd(DefinitionState state) => state.Type switch
    {
        "Succeed" or "Fail" => true,
        "Choice" => false,
        _ => state.Body["End"] is { } end && end is not JsonBoolean { Value: false },
    };
}
