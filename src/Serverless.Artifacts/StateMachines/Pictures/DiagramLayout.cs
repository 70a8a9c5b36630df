using Serverless.Artifacts.Pictures.Layers;

namespace Serverless.Artifacts.Pictures;

/// <summary>
/// Places a diagram in layers from top to bottom, the method of Sugiyama: ways back are turned round, nodes get layers, long arrows get
/// a lane of their own through the layers between, layers are ordered for few crossings, and nodes move towards what they are joined to.
/// Containers are laid out first and are then nodes of their size.
/// </summary>
internal static class DiagramLayout
{
    private const int LayerGap = 40;
    private const int LabelledLayerGap = 58;
    private const int Margin = 12;

    public static PlacedDiagram Place(Diagram diagram)
    {
        var sizes = diagram.Nodes.ToDictionary(static node => node.Id, NodeSize.Of, StringComparer.Ordinal);
        var graph = LayeredGraph.Of(diagram, sizes);
        LayerOrder.Improve(graph);
        LayerPlacement.Place(graph);

        var tops = Tops(graph, out var height);
        var left = graph.Slots.Count == 0 ? 0 : graph.Slots.Min(static s => s.Center - (s.Width / 2));
        foreach (var slot in graph.Slots)
        {
            slot.Center += Margin - left;
            slot.Top = tops[slot.Layer].Top + ((tops[slot.Layer].Height - slot.Height) / 2);
        }

        var nodes = graph.Slots.Where(static s => s.Node is not null)
            .Select(s => new PlacedNode(s.Node!, s.Center - (s.Width / 2), s.Top, s.Width, s.Height, sizes[s.Node!.Id].Inner)).ToArray();
        var edges = EdgeRoutes.Of(graph).ToArray();
        var right = graph.Slots.Count == 0 ? 0 : graph.Slots.Max(static s => s.Center + (s.Width / 2));
        foreach (var edge in edges)
        {
            foreach (var point in edge.Points)
                right = Math.Max(right, point.X);
            if (edge.LabelAt is { } label)
                right = Math.Max(right, label.X + (TextWidth.Of(edge.Edge.Label!, EdgeRoutes.LabelSize) / 2));
        }

        return new PlacedDiagram(right + Margin, height, nodes, edges);
    }

    private static (int Top, int Height)[] Tops(LayeredGraph graph, out int height)
    {
        var tops = new (int Top, int Height)[graph.Layers.Count];
        var y = Margin;
        for (var i = 0; i < graph.Layers.Count; i++)
        {
            var tallest = graph.Layers[i].Max(static s => s.Height);
            tops[i] = (y, tallest);
            y += tallest + (graph.HasLabelBelow(i) ? LabelledLayerGap : LayerGap);
        }

        height = graph.Layers.Count == 0 ? 2 * Margin : tops[tops.Length - 1].Top + tops[tops.Length - 1].Height + Margin;
        return tops;
    }
}
