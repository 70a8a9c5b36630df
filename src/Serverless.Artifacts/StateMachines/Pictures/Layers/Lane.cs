namespace Serverless.Artifacts.Pictures.Layers;

/// <summary>An arrow that leads down, with the slots it runs through, from top to bottom.</summary>
/// <param name="Edge">The arrow.</param>
/// <param name="Slots">Its ends and the lanes between.</param>
internal sealed record Lane(DiagramEdge Edge, IReadOnlyList<Slot> Slots);
