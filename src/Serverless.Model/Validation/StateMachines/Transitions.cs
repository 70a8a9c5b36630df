namespace Serverless.Model.Validation.StateMachines;

/// <summary>Where a state can go, and which part of it says so.</summary>
internal readonly record struct Transition(string Target, string Part, bool IsCatch = false);

/// <summary>Ways out of a state and into what it contains.</summary>
internal static class Transitions
{
    /// <summary>Within the state's own graph: `Next`, rules, `Default`, catchers.</summary>
    public static IEnumerable<Transition> Of(State state)
    {
        if (state.Next is { } next)
            yield return new Transition(next, Parts.Next);
        if (state is ChoiceState choice)
        {
            for (var i = 0; i < choice.Choices.Count; i++)
                yield return new Transition(choice.Choices[i].Next, Parts.Choice(i));
            if (choice.Default is { } otherwise)
                yield return new Transition(otherwise, Parts.Default);
        }

        for (var i = 0; i < state.Catch.Count; i++)
            yield return new Transition(state.Catch[i].Next, Parts.Catch(i), IsCatch: true);
    }

    /// <summary>First states of branches and processor.</summary>
    public static IEnumerable<Transition> Into(State state)
    {
        var graphs = GraphsOf(state);
        for (var i = 0; i < graphs.Count; i++)
            yield return new Transition(graphs[i].StartAt, Parts.Branch(i));
    }

    public static IReadOnlyList<StateGraph> GraphsOf(State state) => state switch
    {
        ParallelState parallel => parallel.Branches,
        MapState map => [map.Processor],
        _ => [],
    };

    /// <summary>True when the state ends its path.</summary>
    public static bool IsEnd(State state) => state is SucceedState or FailState || (state is not ChoiceState && state.Next is null);

    /// <summary>Every state of a graph, those inside of others included.</summary>
    public static IEnumerable<State> All(StateGraph graph)
    {
        foreach (var state in graph.States)
        {
            yield return state;
            foreach (var inner in GraphsOf(state))
            {
                foreach (var nested in All(inner))
                    yield return nested;
            }
        }
    }
}
