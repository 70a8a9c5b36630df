using System.Globalization;
using Serverless.Model;

namespace Serverless.Artifacts.Pictures;

/// <summary>
/// Makes the picture of a machine. Where three or more steps of a graph lead to the same state on the same failure, one arrow says so:
/// a machine with `[CatchAll]` would otherwise be a web.
/// </summary>
internal sealed class DiagramBuilder
{
    private const int FewestBundled = 3;
    private const int LongestTitle = 34;

    /// <summary>Not `start` and `end`: the latter is a keyword of Mermaid.</summary>
    private const string StartId = "first";
    private const string EndId = "last";

    private int _count;

    public static Diagram Of(StateMachine machine) => new DiagramBuilder().Build(machine.Graph, isMachine: true);

    private Diagram Build(StateGraph graph, bool isMachine)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var state in graph.States)
        {
            if (!ids.ContainsKey(state.Name))
                ids.Add(state.Name, NextId());
        }

        var nodes = new List<DiagramNode>();
        var edges = new List<DiagramEdge>();
        var end = new DiagramNode(EndId, NodeShape.End, "End");
        if (isMachine)
            nodes.Add(new DiagramNode(StartId, NodeShape.Start, "Start"));
        foreach (var state in InOrder(graph))
            nodes.Add(NodeOf(state, ids[state.Name]));
        if (isMachine && ids.TryGetValue(graph.StartAt, out var first))
            edges.Add(new DiagramEdge(StartId, first, EdgeKind.Next));
        var bundles = BundlesOf(graph);
        foreach (var state in graph.States)
            AddEdges(state, ids, bundles, edges, isMachine ? end : null);
        foreach (var bundle in bundles)
        {
            if (!ids.TryGetValue(bundle.Target, out var target))
                continue;
            var node = new DiagramNode(NextId(), NodeShape.Failure, bundle.IsEvery ? "failure of any step" : $"failure of {Number(bundle.States.Count)} steps", ErrorsOf(bundle.Errors)) { Tip = string.Join(", ", bundle.States) };
            nodes.Add(node);
            edges.Add(new DiagramEdge(node.Id, target, EdgeKind.Catch));
        }

        if (edges.Exists(static e => e.To == EndId))
            nodes.Add(end);
        return new Diagram(nodes, edges);
    }

    /// <summary>The first state first: readers and layout start there.</summary>
    private static IEnumerable<State> InOrder(StateGraph graph) => graph.States.OrderBy(s => s.Name == graph.StartAt ? 0 : 1);

    private DiagramNode NodeOf(State state, string id)
    {
        var shape = state switch
        {
            TaskState => NodeShape.Task,
            PassState => NodeShape.Pass,
            ChoiceState => NodeShape.Choice,
            WaitState => NodeShape.Wait,
            SucceedState => NodeShape.Succeed,
            FailState => NodeShape.Fail,
            _ => NodeShape.Container,
        };
        IReadOnlyList<StateGraph> inner = state switch
        {
            ParallelState parallel => parallel.Branches,
            MapState map => [map.Processor],
            _ => [],
        };
        return new DiagramNode(id, shape, ConditionText.Shorten(state.Name, LongestTitle), StateDetail.Of(state))
        {
            Inner = inner.Select(graph => Build(graph, isMachine: false)).ToArray(),
            Tip = state.Comment,
        };
    }

    private static void AddEdges(State state, Dictionary<string, string> ids, List<Bundle> bundles, List<DiagramEdge> edges, DiagramNode? end)
    {
        var from = ids[state.Name];
        if (state.Next is { } next)
            Add(next, EdgeKind.Next, null);
        else if (end is not null && state is not (FailState or ChoiceState))
            edges.Add(new DiagramEdge(from, end.Id, EdgeKind.Next));
        if (state is ChoiceState choice)
        {
            foreach (var rule in choice.Choices)
                Add(rule.Next, EdgeKind.Rule, ConditionText.Of(rule.Condition));
            if (choice.Default is { } otherwise)
                Add(otherwise, EdgeKind.Otherwise, "else");
        }

        foreach (var rule in state.Catch)
        {
            if (!bundles.Exists(b => b.Holds(state, rule)))
                Add(rule.Next, EdgeKind.Catch, ErrorsOf(rule.Errors) ?? "failure");
        }

        void Add(string target, EdgeKind kind, string? label)
        {
            if (ids.TryGetValue(target, out var to))
                edges.Add(new DiagramEdge(from, to, kind, label));
        }
    }

    private static List<Bundle> BundlesOf(StateGraph graph) => graph.States
        .SelectMany(static state => state.Catch.Select(rule => (State: state, Rule: rule, Key: rule.Next + "\n" + string.Join("\n", rule.Errors))))
        .GroupBy(static entry => entry.Key, StringComparer.Ordinal)
        .Where(static group => group.Count() >= FewestBundled)
        .Select(group => new Bundle(
            group.First().Rule.Next,
            group.First().Rule.Errors,
            group.Select(static entry => entry.State.Name).ToArray(),
            group.First().Rule.Errors.Contains("States.ALL") && group.Count() >= Reachable(graph, group.First().Rule.Next)))
        .ToList();

    /// <summary>Steps that can fail and are not part of what the failure itself leads to.</summary>
    private static int Reachable(StateGraph graph, string failure)
    {
        var behind = new HashSet<string>(StringComparer.Ordinal) { failure };
        for (var grew = true; grew;)
        {
            grew = false;
            foreach (var state in graph.States.Where(s => behind.Contains(s.Name)))
            {
                if (state.Next is { } next && behind.Add(next))
                    grew = true;
            }
        }

        return graph.States.Count(s => s is TaskState or ParallelState or MapState && !behind.Contains(s.Name));
    }

    /// <summary>Null when every failure is meant.</summary>
    private static string? ErrorsOf(EquatableArray<string> errors) =>
        errors.Contains("States.ALL") ? null : ConditionText.Shorten(string.Join(", ", errors));

    private string NextId() => "s" + Number(++_count);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private sealed record Bundle(string Target, EquatableArray<string> Errors, IReadOnlyList<string> States, bool IsEvery)
    {
        public bool Holds(State state, CatchRule rule) => rule.Next == Target && rule.Errors.Equals(Errors) && States.Contains(state.Name);
    }
}
