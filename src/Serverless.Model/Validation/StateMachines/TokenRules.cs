namespace Serverless.Model.Validation.StateMachines;

/// <summary>
/// SVLS2307: the task token where there is none. SVLS2314: a function that is waited for and does not get the token. Services with a
/// callback are a matter of their arguments.
/// </summary>
internal static class TokenRules
{
    private const string Callback = ".waitForTaskToken";

    public static void Check(State state, List<Fault> faults)
    {
        var task = state as TaskState;
        var waits = task?.Resource is { } resource && resource.EndsWith(Callback, StringComparison.Ordinal);
        if (waits && task!.Function is not null && !Holds(task.Arguments, static d => NamesToken(d) || IsWholeContext(d)))
            faults.Add(Fault.Of(RuleIds.NoTaskToken, state.PlaceOf(Parts.Arguments), task.Resource!));
        if (!waits && StateData.Of(state).Any(static d => Holds(d, NamesToken)))
            faults.Add(Fault.Of(RuleIds.VariableFault, state.PlaceOf(Parts.Token), "TaskToken", "the state waits for no callback, so that there is no token"));
    }

    private static bool Holds(AslData? data, Func<AslData, bool> condition) => data switch
    {
        null => false,
        AslObject obj => obj.Members.Any(m => Holds(m.Value, condition)),
        AslList list => list.Items.Any(i => Holds(i, condition)),
        _ => condition(data),
    };

    private static bool NamesToken(AslData data) => data switch
    {
        AslExpression expression => expression.Jsonata.Contains("$states.context.Task"),
        AslPath path => path.Path.Contains("$$.Task"),
        _ => false,
    };

    /// <summary>The token is in it too.</summary>
    private static bool IsWholeContext(AslData data) => data is AslExpression { Jsonata: "$states.context" } or AslPath { Path: "$$" };
}
