namespace Serverless.Artifacts.Pictures.Layers;

/// <summary>The points of each arrow: out of the bottom of its source, through its lanes, into the top of its target; ways back leave and arrive at the side.</summary>
internal static class EdgeRoutes
{
    public const int LabelSize = 11;

    private const int Port = 26;

    public static IEnumerable<PlacedEdge> Of(LayeredGraph graph)
    {
        var leaving = Ports(graph, static lane => lane.Slots[0], static lane => lane.Slots[1]);
        var arriving = Ports(graph, static lane => lane.Slots[lane.Slots.Count - 1], static lane => lane.Slots[lane.Slots.Count - 2]);
        var labels = new LabelPlaces();
        foreach (var lane in graph.Lanes)
            yield return Forward(lane, leaving[lane], arriving[lane], labels);
        foreach (var edge in BackRoutes.Of(graph))
            yield return edge;
        foreach (var (edge, slot) in graph.Loops)
            yield return Loop(edge, slot);
    }

    /// <summary>A state that leads to itself.</summary>
    private static PlacedEdge Loop(DiagramEdge edge, Slot slot)
    {
        const int Reach = 16;
        const int Half = 8;
        var right = slot.Center + (slot.Width / 2);
        var middle = slot.Top + (slot.Height / 2);
        return new PlacedEdge(
            edge,
            [new(right, middle + Half), new(right + Reach, middle + Half), new(right + Reach, middle - Half), new(right, middle - Half)],
            edge.Label is null ? null : new(right + Reach, middle - Half - 4));
    }

    /// <summary>Arrows at one side of a node stand side by side, in the order of where they go.</summary>
    private static Dictionary<Lane, int> Ports(LayeredGraph graph, Func<Lane, Slot> end, Func<Lane, Slot> other)
    {
        var ports = new Dictionary<Lane, int>();
        foreach (var group in graph.Lanes.GroupBy(end))
        {
            var lanes = group.OrderBy(l => other(l).Center).ToArray();
            var step = lanes.Length < 2 ? 0 : Math.Min(Port, (group.Key.Width - 20) / lanes.Length);
            for (var i = 0; i < lanes.Length; i++)
                ports[lanes[i]] = group.Key.Center + ((((2 * i) - (lanes.Length - 1)) * step) / 2);
        }

        return ports;
    }

    private static PlacedEdge Forward(Lane lane, int from, int to, LabelPlaces labels)
    {
        var upper = lane.Slots[0];
        var lower = lane.Slots[lane.Slots.Count - 1];
        var points = new List<PicturePoint> { new(from, upper.Top + upper.Height) };
        for (var i = 1; i < lane.Slots.Count - 1; i++)
            points.Add(new(lane.Slots[i].Center, lane.Slots[i].Top));
        points.Add(new(to, lower.Top));
        return new PlacedEdge(lane.Edge, points, lane.Edge.Label is { } label ? labels.Find(label, points[0], points[1]) : null);
    }
}
