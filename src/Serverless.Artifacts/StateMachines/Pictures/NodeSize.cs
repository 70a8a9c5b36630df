namespace Serverless.Artifacts.Pictures;

/// <summary>Size of a node; of a container with its graphs placed inside.</summary>
internal sealed record NodeSize(int Width, int Height, IReadOnlyList<PlacedInner> Inner)
{
    public const int TitleSize = 13;
    public const int DetailSize = 11;
    public const int HeaderHeight = 40;
    public const int Padding = 12;

    private const int Least = 84;
    private const int OneLine = 34;
    private const int TwoLines = 46;
    private const int Dot = 22;

    public static NodeSize Of(DiagramNode node)
    {
        if (node.Shape is NodeShape.Start or NodeShape.End)
            return new NodeSize(2 * Dot, Dot, []);
        var text = Math.Max(TextWidth.Of(node.Title, TitleSize), node.Detail is { } detail ? TextWidth.Of(detail, DetailSize) : 0);
        // The corners of a choice point outward.
        var width = Math.Max(Least, text + (node.Shape == NodeShape.Choice ? 48 : 28));
        if (node.Shape != NodeShape.Container)
            return new NodeSize(width, node.Detail is null ? OneLine : TwoLines, []);

        var inner = new List<PlacedInner>();
        var x = Padding;
        var tallest = 0;
        foreach (var graph in node.Inner)
        {
            var placed = DiagramLayout.Place(graph);
            inner.Add(new PlacedInner(x, HeaderHeight, placed));
            x += placed.Width + Padding;
            tallest = Math.Max(tallest, placed.Height);
        }

        return new NodeSize(Math.Max(width, x), HeaderHeight + tallest + Padding, inner);
    }
}
