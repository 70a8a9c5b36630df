namespace Serverless.Artifacts.Pictures.Layers;

/// <summary>A place in a layer: a node, or the lane of an arrow that passes by.</summary>
internal sealed class Slot(DiagramNode? node, int layer, int width, int height)
{
    public DiagramNode? Node { get; } = node;

    public int Layer { get; set; } = layer;

    public int Width { get; } = width;

    public int Height { get; } = height;

    /// <summary>Position in its layer, from the left.</summary>
    public int Order { get; set; }

    /// <summary>Horizontal middle, in pixels.</summary>
    public int Center { get; set; }

    public int Top { get; set; }

    public List<Slot> Above { get; } = [];

    public List<Slot> Below { get; } = [];
}
