namespace Serverless.Model.Validation.StateMachines;

/// <summary>The values that a state evaluates when it starts, and those that go with each way out of it.</summary>
internal static class StateData
{
    /// <summary>Everything evaluated with the variables as they are on entry.</summary>
    public static IEnumerable<AslData?> Of(State state)
    {
        yield return state.Output;
        yield return state.ResultSelector;
        foreach (var path in (string?[])[state.InputPath, state.OutputPath])
        {
            if (path is not (null or "null"))
                yield return new AslPath(path);
        }

        foreach (var assignment in state.Assign)
            yield return assignment.Value;
        foreach (var rule in state.Catch)
        {
            yield return rule.Output;
            foreach (var assignment in rule.Assign)
                yield return assignment.Value;
        }

        foreach (var data in OfKind(state))
            yield return data;
    }

    /// <summary>Variables that a way out of the state has assigned.</summary>
    public static EquatableArray<Assignment> AssignedBy(State state, Transition transition)
    {
        if (transition.IsCatch)
            return state.Catch[int.Parse(transition.Part.Substring(transition.Part.IndexOf('/') + 1), System.Globalization.CultureInfo.InvariantCulture)].Assign;
        if (state is ChoiceState choice && transition.Part != Parts.Default && transition.Part.StartsWith("Choice/", StringComparison.Ordinal))
            return choice.Choices[int.Parse(transition.Part.Substring("Choice/".Length), System.Globalization.CultureInfo.InvariantCulture)].Assign;
        return state.Assign;
    }

    /// <summary>All variables the state assigns on some way.</summary>
    public static IEnumerable<string> Assigned(State state) => state.Assign
        .Concat(state.Catch.SelectMany(static c => c.Assign))
        .Concat(state is ChoiceState choice ? choice.Choices.SelectMany(static c => c.Assign) : [])
        .Select(static a => a.Variable);

    private static IEnumerable<AslData?> OfKind(State state) => state switch
    {
        TaskState task => [task.Arguments, task.TimeoutSeconds, task.HeartbeatSeconds],
        PassState pass => [pass.Result],
        ChoiceState choice => choice.Choices.SelectMany(static c => c.Assign.Select(static a => (AslData?)a.Value).Concat([c.Condition, c.Output])),
        WaitState wait => [wait.Value],
        FailState fail => [fail.Error, fail.Cause],
        ParallelState parallel => [parallel.Arguments],
        MapState map => OfMap(map),
        _ => [],
    };

    private static IEnumerable<AslData?> OfMap(MapState map)
    {
        IEnumerable<AslData?> data = [map.Items, map.ItemSelector, map.MaxConcurrency];
        return map.Distributed is not { } distributed ? data : data.Concat([
            distributed.Reader?.Location, distributed.Reader?.MaxItems,
            distributed.Batcher?.MaxItemsPerBatch, distributed.Batcher?.MaxInputBytesPerBatch, distributed.Batcher?.BatchInput,
            distributed.ToleratedFailurePercentage, distributed.ToleratedFailureCount, distributed.Writer?.Location,
        ]);
    }
}
