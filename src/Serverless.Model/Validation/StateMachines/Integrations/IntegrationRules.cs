namespace Serverless.Model.Validation.StateMachines;

/// <summary>SVLS2309, 2310, 2314: integrations that do not exist, and arguments that the service would refuse.</summary>
internal static class IntegrationRules
{
    public static void Check(State state, List<Fault> faults)
    {
        // What a container is started with is written by the renderer, token included.
        if (state is not TaskState { Resource: { } text, Container: null } task)
            return;
        var resource = TaskResource.Parse(text);
        var problem = ResourceProblems.Find(resource);
        if (problem is not null)
        {
            var fix = problem.Replacement is { } replacement ? EquatableArray.Of(FixProperties.Replacement + "=" + replacement) : default;
            faults.Add(new Fault(RuleIds.UnknownIntegration, state.PlaceOf(Parts.Resource), EquatableArray.Of(text, problem.Text), fix, problem.IsWarning));
            if (!problem.IsWarning)
                return;
        }

        if (resource.Pattern == IntegrationPatterns.Callback && !TaskTokens.Carries(task.Arguments))
            faults.Add(Fault.Of(RuleIds.NoTaskToken, state.PlaceOf(Parts.Arguments), text));

        // A function of the application gets its envelope from the renderer; its arguments are the payload.
        if (task.Function is null)
            CheckArguments(task, resource, faults);
    }

    private static void CheckArguments(TaskState task, TaskResource resource, List<Fault> faults)
    {
        // An expression as a whole is known to the service alone.
        if (task.Arguments is not (null or AslObject))
            return;
        var given = (task.Arguments as AslObject)?.Members.Select(static member => new GivenArgument(member.Name, (member.Value as AslText)?.Value)).ToList();
        foreach (var problem in ArgumentProblems.Find(resource, given))
        {
            var place = problem.Argument is not { } argument ? task.PlaceOf(Parts.Arguments)
                : task.PlaceOf(problem.IsValue ? Parts.ArgumentValue(argument) : Parts.Argument(argument), Parts.Arguments);
            var fix = problem.Replacement is { } replacement ? EquatableArray.Of(FixProperties.Replacement + "=" + replacement) : default;
            faults.Add(new Fault(RuleIds.IntegrationArgument, place, EquatableArray.Of(resource.Name, problem.Text), fix, problem.IsWarning));
        }
    }
}
