namespace Serverless.Artifacts.Pictures.Layers;

/// <summary>The diagram cut into layers.</summary>
internal sealed class LayeredGraph
{
    private const int LaneWidth = 14;

    private LayeredGraph()
    {
    }

    public List<Slot> Slots { get; } = [];

    public List<List<Slot>> Layers { get; } = [];

    public List<Lane> Lanes { get; } = [];

    /// <summary>Arrows that lead up. They have no part in the layers: they go beside what stands there.</summary>
    public List<(DiagramEdge Edge, Slot From, Slot To)> Back { get; } = [];

    /// <summary>Arrows from a node to itself.</summary>
    public List<(DiagramEdge Edge, Slot Slot)> Loops { get; } = [];

    public bool HasLabelBelow(int layer) => Lanes.Any(lane => lane.Edge.Label is not null && lane.Slots[0].Layer == layer);

    public static LayeredGraph Of(Diagram diagram, Dictionary<string, NodeSize> sizes)
    {
        var graph = new LayeredGraph();
        var slots = new Dictionary<string, Slot>(StringComparer.Ordinal);
        foreach (var node in diagram.Nodes)
        {
            var slot = new Slot(node, 0, sizes[node.Id].Width, sizes[node.Id].Height);
            slots.Add(node.Id, slot);
            graph.Slots.Add(slot);
        }

        var edges = diagram.Edges.Where(e => e.From != e.To && slots.ContainsKey(e.From) && slots.ContainsKey(e.To)).ToArray();
        graph.Loops.AddRange(diagram.Edges.Where(e => e.From == e.To && slots.ContainsKey(e.From)).Select(e => (e, slots[e.From])));
        var back = BackEdges.Of(diagram, edges);
        AssignLayers(diagram, slots, edges, back);
        foreach (var edge in edges)
        {
            if (back.Contains(edge))
                graph.Back.Add((edge, slots[edge.From], slots[edge.To]));
            else
                graph.AddLane(edge, slots[edge.From], slots[edge.To]);
        }

        foreach (var slot in graph.Slots)
        {
            while (graph.Layers.Count <= slot.Layer)
                graph.Layers.Add([]);
            slot.Order = graph.Layers[slot.Layer].Count;
            graph.Layers[slot.Layer].Add(slot);
        }

        return graph;
    }

    /// <summary>As far down as the longest way leads; what nothing leads to stands right above what it leads to.</summary>
    private static void AssignLayers(Diagram diagram, Dictionary<string, Slot> slots, DiagramEdge[] edges, HashSet<DiagramEdge> back)
    {
        var forward = edges.Select(e => back.Contains(e) ? (Upper: slots[e.To], Lower: slots[e.From]) : (Upper: slots[e.From], Lower: slots[e.To])).ToArray();
        for (var round = 0; round < diagram.Nodes.Count; round++)
        {
            var moved = false;
            foreach (var (upper, lower) in forward)
            {
                if (lower.Layer <= upper.Layer)
                {
                    lower.Layer = upper.Layer + 1;
                    moved = true;
                }
            }

            if (!moved)
                break;
        }

        for (var i = 1; i < diagram.Nodes.Count; i++)
        {
            var slot = slots[diagram.Nodes[i].Id];
            if (forward.Any(e => e.Lower == slot))
                continue;
            var below = forward.Where(e => e.Upper == slot).Select(static e => e.Lower.Layer).ToArray();
            if (below.Length > 0)
                slot.Layer = below.Min() - 1;
        }
    }

    private void AddLane(DiagramEdge edge, Slot upper, Slot lower)
    {
        var slots = new List<Slot> { upper };
        for (var layer = upper.Layer + 1; layer < lower.Layer; layer++)
        {
            var lane = new Slot(null, layer, LaneWidth, 0);
            Slots.Add(lane);
            Join(slots[slots.Count - 1], lane);
            slots.Add(lane);
        }

        Join(slots[slots.Count - 1], lower);
        slots.Add(lower);
        Lanes.Add(new Lane(edge, slots));
    }

    private static void Join(Slot upper, Slot lower)
    {
        upper.Below.Add(lower);
        lower.Above.Add(upper);
    }
}
