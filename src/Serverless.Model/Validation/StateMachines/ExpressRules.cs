namespace Serverless.Model.Validation.StateMachines;

/// <summary>SVLS2304: what an Express machine cannot do.</summary>
internal static class ExpressRules
{
    public static void Check(State state, List<Fault> faults)
    {
        if (state is not TaskState { Resource: { } resource })
            return;
        if (resource.EndsWith(".waitForTaskToken", StringComparison.Ordinal))
            Report(state, "a callback", "an execution lasts five minutes and keeps no tokens; use a Standard machine", faults);
        else if (resource.EndsWith(".sync", StringComparison.Ordinal) || resource.EndsWith(".sync:2", StringComparison.Ordinal))
            Report(state, "waiting for a job (.sync)", "it makes the request and goes on; leave '.sync' out or use a Standard machine", faults);
    }

    private static void Report(State state, string what, string reason, List<Fault> faults) =>
        faults.Add(Fault.Of(RuleIds.NotAllowedInExpress, state.PlaceOf(Parts.Resource), what, reason));
}
