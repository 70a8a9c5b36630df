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

    private static int Crossings(LayeredGraph graph) => graph.Layers.Sum(CrossingsBelow);

    /// <summary>Arrows cross where their upper ends are in one order and their lower ends in the other: inversions, counted with a Fenwick tree.</summary>
    private static int CrossingsBelow(List<Slot> layer)
    {
        var ends = layer.SelectMany(static s => s.Below.Select(static b => b.Order).OrderBy(static o => o)).ToArray();
        if (ends.Length < 2)
            return 0;
        var counts = new int[ends.Max() + 2];
        var crossings = 0;
        for (var seen = 0; seen < ends.Length; seen++)
        {
            var before = 0;
            for (var i = ends[seen] + 1; i > 0; i -= i & -i)
                before += counts[i];
            crossings += seen - before;
            for (var i = ends[seen] + 1; i < counts.Length; i += i & -i)
                counts[i]++;
        }

        return crossings;
    }
}
