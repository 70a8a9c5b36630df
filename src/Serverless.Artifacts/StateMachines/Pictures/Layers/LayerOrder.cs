namespace Serverless.Artifacts.Pictures.Layers;

/// <summary>Orders each layer so that few arrows cross: every slot moves to the middle of its neighbours, up and down in turn; the best order seen stays.</summary>
internal static class LayerOrder
{
    private const int Rounds = 12;

    public static void Improve(LayeredGraph graph)
    {
        var best = Snapshot(graph);
        var fewest = Crossings(graph);
        for (var round = 0; round < Rounds && fewest > 0; round++)
        {
            var down = round % 2 == 0;
            for (var i = 0; i < graph.Layers.Count; i++)
                Sort(graph.Layers[down ? i : graph.Layers.Count - 1 - i], down);
            var crossings = Crossings(graph);
            if (crossings < fewest)
                (fewest, best) = (crossings, Snapshot(graph));
        }

        for (var i = 0; i < graph.Layers.Count; i++)
            Set(graph.Layers[i], best[i]);
    }

    private static void Sort(List<Slot> layer, bool down)
    {
        var sorted = layer.Select(s => (Slot: s, At: Middle(s, down ? s.Above : s.Below))).OrderBy(static e => e.At).ThenBy(static e => e.Slot.Order).Select(static e => e.Slot).ToArray();
        Set(layer, sorted);
    }

    private static double Middle(Slot slot, List<Slot> neighbours) => neighbours.Count == 0 ? slot.Order : neighbours.Average(static n => n.Order);

    private static void Set(List<Slot> layer, Slot[] slots)
    {
        for (var i = 0; i < slots.Length; i++)
        {
            slots[i].Order = i;
            layer[i] = slots[i];
        }
    }

    private static Slot[][] Snapshot(LayeredGraph graph) => graph.Layers.Select(static l => l.ToArray()).ToArray();

    private static int Crossings(LayeredGraph graph)
    {
        var crossings = 0;
        foreach (var layer in graph.Layers)
        {
            var ends = layer.SelectMany(static s => s.Below.Select(b => (From: s.Order, To: b.Order))).ToArray();
            for (var i = 0; i < ends.Length; i++)
            {
                for (var j = i + 1; j < ends.Length; j++)
                {
                    if ((ends[i].From - ends[j].From) * (ends[i].To - ends[j].To) < 0)
                        crossings++;
                }
            }
        }

        return crossings;
    }
}
