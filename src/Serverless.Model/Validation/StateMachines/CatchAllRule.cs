namespace Serverless.Model.Validation.StateMachines;

/// <summary>`[CatchAll]`: one catcher for every step of the machine's own path.</summary>
/// <param name="Rule">Catches `States.ALL`.</param>
/// <param name="At">Where its target was written.</param>
/// <param name="Wrap">The main path becomes the one branch of a Parallel, so that a step without catchers of its own is covered too.</param>
internal sealed record CatchAllRule(CatchRule Rule, DeclarationRef At, bool Wrap = false)
{
    private const string AllErrors = "States.ALL";

    /// <summary>The state with the catcher as its last one, where its kind has catchers and none of its own catches everything already.</summary>
    public State AddTo(State state)
    {
        if (state is not (TaskState or ParallelState or MapState) || state.Name == Rule.Next || state.Catch.Any(static c => c.Errors.Contains(AllErrors)))
            return state;
        return state with
        {
            Catch = state.Catch.Append(Rule).ToEquatableArray(),
            Places = state.Places.Append(new Place(Parts.Catch(state.Catch.Count), At)).ToEquatableArray(),
        };
    }
}
