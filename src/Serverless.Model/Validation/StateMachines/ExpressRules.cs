namespace Serverless.Model.Validation.StateMachines;

/// <summary>SVLS2304: what an Express machine cannot do.</summary>
internal static class ExpressRules
{
    public static void Check(StateMachine machine, List<Fault> faults) => Check(machine.Graph, machine.Type == WorkflowType.Express, faults);

    /// <summary>The children of a distributed Map are executions of their own, of a kind of their own.</summary>
    private static void Check(StateGraph graph, bool isExpress, List<Fault> faults)
    {
        foreach (var state in graph.States)
        {
            if (isExpress)
                Check(state, faults);
            var isExpressInside = state is MapState { Distributed: { } distributed } ? distributed.Children == WorkflowType.Express : isExpress;
            foreach (var inner in Transitions.GraphsOf(state))
                Check(inner, isExpressInside, faults);
        }
    }

    private static void Check(State state, List<Fault> faults)
    {
        if (state is MapState { Distributed: not null })
            faults.Add(Fault.Of(RuleIds.NotAllowedInExpress, state.Declaration, "a distributed map", "its executions are started by a Standard machine only; run the items inside with State.Map"));
        if (state is not TaskState { Resource: { } resource })
            return;
        if (resource.EndsWith(".waitForTaskToken", StringComparison.Ordinal))
            Report(state, "a callback", "an execution lasts five minutes and keeps no tokens; use a Standard machine", faults);
        else if (resource.StartsWith("states:startExecution.sync", StringComparison.Ordinal))
            Report(state, "waiting for another machine's run", "it starts runs and goes on: add .NoWait(), or make the other machine an Express one", faults);
        else if (resource.EndsWith(".sync", StringComparison.Ordinal) || resource.EndsWith(".sync:2", StringComparison.Ordinal))
            Report(state, "waiting for a job (.sync)", "it makes the request and goes on; leave '.sync' out or use a Standard machine", faults);
    }

    private static void Report(State state, string what, string reason, List<Fault> faults) =>
        faults.Add(Fault.Of(RuleIds.NotAllowedInExpress, state.PlaceOf(Parts.Resource), what, reason));
}
