namespace Serverless.Model.Validation.StateMachines;

/// <summary>SVLS2307: the task token in a state that waits for no callback. The context object has none there, and the expression fails.</summary>
internal static class TokenRules
{
    public static void Check(State state, List<Fault> faults)
    {
        if (state is TaskState { Resource: { } resource } && TaskResource.Parse(resource).Pattern == IntegrationPatterns.Callback)
            return;
        if (StateData.Of(state).Any(NamesToken))
            faults.Add(Fault.Of(RuleIds.VariableFault, state.PlaceOf(Parts.Token), "TaskToken", "the state waits for no callback, so that there is no token"));
    }

    private static bool NamesToken(AslData? data) => data switch
    {
        AslExpression expression => expression.Jsonata.Contains("$states.context.Task"),
        AslPath path => path.Path.Contains("$$.Task"),
        AslObject obj => obj.Members.Any(static m => NamesToken(m.Value)),
        AslList list => list.Items.Any(static i => NamesToken(i)),
        _ => false,
    };
}
