namespace Serverless.Artifacts.Pictures.Layers;

/// <summary>The arrows that lead back to where one already was: without them the graph has no cycle.</summary>
internal static class BackEdges
{
    public static HashSet<DiagramEdge> Of(Diagram diagram, DiagramEdge[] edges)
    {
        var outgoing = edges.ToLookup(static e => e.From, StringComparer.Ordinal);
        var back = new HashSet<DiagramEdge>();
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in diagram.Nodes)
        {
            if (!done.Contains(node.Id))
                Visit(node.Id, outgoing, back, done);
        }

        return back;
    }

    /// <summary>Depth first with a stack of its own: a machine may have thousands of states in a row.</summary>
    private static void Visit(string start, ILookup<string, DiagramEdge> outgoing, HashSet<DiagramEdge> back, HashSet<string> done)
    {
        var open = new HashSet<string>(StringComparer.Ordinal) { start };
        var path = new Stack<(string Node, IEnumerator<DiagramEdge> Edges)>();
        path.Push((start, outgoing[start].GetEnumerator()));
        while (path.Count > 0)
        {
            var (node, edges) = path.Peek();
            if (!edges.MoveNext())
            {
                path.Pop();
                open.Remove(node);
                done.Add(node);
            }
            else if (open.Contains(edges.Current.To))
            {
                back.Add(edges.Current);
            }
            else if (!done.Contains(edges.Current.To))
            {
                var next = edges.Current.To;
                open.Add(next);
                path.Push((next, outgoing[next].GetEnumerator()));
            }
        }
    }
}
