using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>Visits the states of a machine, those of branches and processors included, in the order they are written.</summary>
internal static class StateWalk
{
    public static IEnumerable<State> All(StateGraph graph)
    {
        foreach (var state in graph.States)
        {
            yield return state;
            IEnumerable<StateGraph> inner = state switch
            {
                ParallelState parallel => parallel.Branches,
                MapState map => [map.Processor],
                _ => [],
            };
            foreach (var nested in inner.SelectMany(All))
                yield return nested;
        }
    }
}
