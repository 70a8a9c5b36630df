namespace Serverless.Artifacts.Pictures;

/// <summary>
/// A graph of a machine as a reader sees it: what is drawn, and nothing of the states language. Mermaid and SVG are written from it, so
/// that both show the same.
/// </summary>
/// <param name="Nodes">The first is where the graph starts.</param>
/// <param name="Edges">In the order of the states.</param>
internal sealed record Diagram(IReadOnlyList<DiagramNode> Nodes, IReadOnlyList<DiagramEdge> Edges);

internal enum NodeShape
{
    Start,
    End,
    Task,
    Pass,
    Choice,
    Wait,
    Succeed,
    Fail,

    /// <summary>A Parallel or Map with its graphs inside.</summary>
    Container,

    /// <summary>Stands for many steps whose failure leads to one state.</summary>
    Failure,
}

/// <summary>Something with a place.</summary>
/// <param name="Id">Unique in the picture: letters and digits.</param>
/// <param name="Title">The state's name.</param>
/// <param name="Detail">What it does, in a few words; null = nothing to say.</param>
internal sealed record DiagramNode(string Id, NodeShape Shape, string Title, string? Detail = null)
{
    /// <summary>The graphs in a container, from left to right.</summary>
    public IReadOnlyList<Diagram> Inner { get; init; } = [];

    /// <summary>The whole text for whoever points at it; null = the title says it.</summary>
    public string? Tip { get; init; }
}

internal enum EdgeKind
{
    Next,

    /// <summary>A rule of a Choice.</summary>
    Rule,

    /// <summary>What a Choice does when no rule holds.</summary>
    Otherwise,

    /// <summary>A catcher.</summary>
    Catch,
}

/// <summary>A way from one node to another.</summary>
internal sealed record DiagramEdge(string From, string To, EdgeKind Kind, string? Label = null);
