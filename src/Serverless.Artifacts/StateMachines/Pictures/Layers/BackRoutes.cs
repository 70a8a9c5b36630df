namespace Serverless.Artifacts.Pictures.Layers;

/// <summary>
/// Ways back: up a corridor where nothing stands, from side to side. Where another box stands beside an end, the way goes through the gap
/// below the source's layer or above the target's. The nearest corridor is taken; right of everything there is always one.
/// </summary>
internal sealed class BackRoutes
{
    private const int Distance = 16;
    private const int Clearance = 10;
    private const int GapDistance = 12;

    /// <summary>A way through a gap is longer than it measures: it bends twice more.</summary>
    private const int GapCost = 120;

    private readonly LayeredGraph _graph;
    private readonly Slot _from;
    private readonly Slot _to;

    private BackRoutes(LayeredGraph graph, Slot from, Slot to)
    {
        _graph = graph;
        _from = from;
        _to = to;
    }

    private int Top => Middle(_to);

    private int Bottom => Middle(_from);

    public static IEnumerable<PlacedEdge> Of(LayeredGraph graph)
    {
        var taken = new List<(int X, int Top, int Bottom)>();
        // Short ways first: they get the near corridors, and the long ones go around them.
        foreach (var (edge, from, to) in graph.Back.OrderBy(static b => b.From.Layer - b.To.Layer))
        {
            var route = new BackRoutes(graph, from, to);
            // Cheapest first and tried in turn: to try all of a large picture takes seconds.
            var x = route.Candidates()
                .Distinct()
                .OrderBy(route.Cost)
                .ThenByDescending(static c => c)
                .Where(c => route.IsFree(c) && !taken.Exists(t => Math.Abs(t.X - c) < Clearance && t.Top < route.Bottom && route.Top < t.Bottom))
                .DefaultIfEmpty(graph.Slots.Max(static s => s.Center + (s.Width / 2)) + (Distance * (1 + taken.Count)))
                .First();
            taken.Add((x, route.Top, route.Bottom));
            yield return new PlacedEdge(edge, route.Points(x).ToArray(), edge.Label is null ? null : new(x, (route.Top + route.Bottom) / 2));
        }
    }

    private IEnumerable<PicturePoint> Points(int x)
    {
        if (IsBlocked(_from, x))
        {
            var gap = _graph.Layers[_from.Layer].Max(static s => s.Top + s.Height) + GapDistance;
            yield return new(_from.Center, _from.Top + _from.Height);
            yield return new(_from.Center, gap);
            yield return new(x, gap);
        }
        else
        {
            yield return new(Side(_from, x), Bottom);
            yield return new(x, Bottom);
        }

        if (IsBlocked(_to, x))
        {
            var gap = _graph.Layers[_to.Layer].Min(static s => s.Top) - GapDistance;
            yield return new(x, gap);
            yield return new(_to.Center, gap);
            yield return new(_to.Center, _to.Top);
        }
        else
        {
            yield return new(x, Top);
            yield return new(Side(_to, x), Top);
        }
    }

    /// <summary>Beside each box of the layers between, and, always free, right of everything with room for all of them.</summary>
    private IEnumerable<int> Candidates()
    {
        foreach (var slot in _graph.Slots.Where(IsBetween))
        {
            foreach (var step in new[] { Distance, 2 * Distance })
            {
                yield return slot.Center + (slot.Width / 2) + step;
                yield return slot.Center - (slot.Width / 2) - step;
            }
        }

        var right = _graph.Slots.Max(static s => s.Center + (s.Width / 2));
        for (var i = 1; i <= _graph.Back.Count; i++)
            yield return right + (i * Distance);
    }

    /// <summary>No box stands in the corridor. The sheet ends at the left.</summary>
    private bool IsFree(int x) => x >= Clearance
        && !_graph.Slots.Exists(s => s.Node is not null && IsBetween(s) && x > s.Center - (s.Width / 2) - Clearance && x < s.Center + (s.Width / 2) + Clearance);

    private int Cost(int x) =>
        Math.Abs(x - Side(_from, x)) + Math.Abs(x - Side(_to, x)) + (IsBlocked(_from, x) ? GapCost : 0) + (IsBlocked(_to, x) ? GapCost : 0);

    /// <summary>A box of the same layer stands between an end and the corridor.</summary>
    private bool IsBlocked(Slot end, int x) => _graph.Layers[end.Layer].Exists(s => s != end && s.Node is not null
        && Math.Min(x, end.Center) < s.Center + (s.Width / 2) && Math.Max(x, end.Center) > s.Center - (s.Width / 2));

    private bool IsBetween(Slot slot) => slot.Layer >= _to.Layer && slot.Layer <= _from.Layer;

    private static int Side(Slot slot, int x) => x > slot.Center ? slot.Center + (slot.Width / 2) : slot.Center - (slot.Width / 2);

    private static int Middle(Slot slot) => slot.Top + (slot.Height / 2);
}
