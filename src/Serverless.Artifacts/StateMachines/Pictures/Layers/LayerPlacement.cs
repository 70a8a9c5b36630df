namespace Serverless.Artifacts.Pictures.Layers;

/// <summary>
/// Horizontal places: each slot wants to stand under (then over) the middle of its neighbours. A layer takes the places nearest to all
/// wishes that keep order and distance (isotonic regression), so that straight ways stay straight.
/// </summary>
internal static class LayerPlacement
{
    private const int Gap = 24;
    private const int Rounds = 16;

    public static void Place(LayeredGraph graph)
    {
        foreach (var layer in graph.Layers)
        {
            var x = 0;
            foreach (var slot in layer)
            {
                slot.Center = x + (slot.Width / 2);
                x += slot.Width + Gap;
            }
        }

        for (var round = 0; round < Rounds; round++)
        {
            var down = round % 2 == 0;
            for (var i = 0; i < graph.Layers.Count; i++)
                Move(graph.Layers[down ? i : graph.Layers.Count - 1 - i], down);
        }

        DrawTogether(graph);
    }

    /// <summary>Parts that nothing joins have no wish for each other's nearness: they move left as far as they can.</summary>
    private static void DrawTogether(LayeredGraph graph)
    {
        var parts = Parts(graph);
        foreach (var part in parts.OrderBy(static p => p.Min(static s => s.Center)).Skip(1))
        {
            var room = int.MaxValue;
            foreach (var slot in part)
            {
                var left = slot.Order == 0 ? null : graph.Layers[slot.Layer][slot.Order - 1];
                if (left is not null && !part.Contains(left))
                    room = Math.Min(room, slot.Center - (slot.Width / 2) - Gap - (left.Center + (left.Width / 2)));
            }

            if (room is <= 0 or int.MaxValue)
                continue;
            foreach (var slot in part)
                slot.Center -= room;
        }
    }

    private static List<HashSet<Slot>> Parts(LayeredGraph graph)
    {
        var parts = new List<HashSet<Slot>>();
        foreach (var slot in graph.Slots.Where(s => !parts.Exists(p => p.Contains(s))))
        {
            var part = new HashSet<Slot> { slot };
            var waiting = new Queue<Slot>(part);
            while (waiting.Count > 0)
            {
                var next = waiting.Dequeue();
                foreach (var neighbour in next.Above.Concat(next.Below).Where(part.Add))
                    waiting.Enqueue(neighbour);
            }

            parts.Add(part);
        }

        return parts;
    }

    private static void Move(List<Slot> layer, bool down)
    {
        var wishes = new double[layer.Count];
        var offsets = new double[layer.Count];
        for (var i = 0; i < layer.Count; i++)
        {
            if (i > 0)
                offsets[i] = offsets[i - 1] + ((layer[i - 1].Width + layer[i].Width) / 2) + Gap;
            wishes[i] = Wish(layer[i], down) - offsets[i];
        }

        var places = Isotonic(wishes, layer.Select(Weight).ToArray());
        for (var i = 0; i < layer.Count; i++)
            layer[i].Center = (int)Math.Round(places[i] + offsets[i]);
    }

    private static double Wish(Slot slot, bool down)
    {
        var neighbours = down ? slot.Above : slot.Below;
        return neighbours.Count == 0 ? slot.Center : neighbours.Average(static n => n.Center);
    }

    /// <summary>A long arrow should run straight before all else.</summary>
    private static double Weight(Slot slot) => slot.Node is null ? 4 : 1;

    /// <summary>The nearest rising sequence: neighbours that would change order are pooled at their mean.</summary>
    private static double[] Isotonic(double[] values, double[] weights)
    {
        var pools = new List<(double Value, double Weight, int Count)>();
        for (var i = 0; i < values.Length; i++)
        {
            pools.Add((values[i], weights[i], 1));
            while (pools.Count > 1 && pools[pools.Count - 2].Value > pools[pools.Count - 1].Value)
            {
                var (a, b) = (pools[pools.Count - 2], pools[pools.Count - 1]);
                pools.RemoveRange(pools.Count - 2, 2);
                pools.Add((((a.Value * a.Weight) + (b.Value * b.Weight)) / (a.Weight + b.Weight), a.Weight + b.Weight, a.Count + b.Count));
            }
        }

        return pools.SelectMany(static p => Enumerable.Repeat(p.Value, p.Count)).ToArray();
    }
}
