namespace Serverless.Artifacts.Pictures;

/// <summary>A diagram with places, in pixels from its own top left corner.</summary>
internal sealed record PlacedDiagram(int Width, int Height, IReadOnlyList<PlacedNode> Nodes, IReadOnlyList<PlacedEdge> Edges);

/// <param name="X">Left.</param>
/// <param name="Y">Top.</param>
/// <param name="Inner">The graphs of a container, with their corners from the container's.</param>
internal sealed record PlacedNode(DiagramNode Node, int X, int Y, int Width, int Height, IReadOnlyList<PlacedInner> Inner);

internal sealed record PlacedInner(int X, int Y, PlacedDiagram Diagram);

internal readonly record struct PicturePoint(int X, int Y);

/// <param name="Points">From the source's border to the target's; drawn as a curve through them.</param>
/// <param name="LabelAt">Middle of the label; null = no label.</param>
internal sealed record PlacedEdge(DiagramEdge Edge, IReadOnlyList<PicturePoint> Points, PicturePoint? LabelAt);
