using System.Globalization;
using System.Text;
using Serverless.Model;

namespace Serverless.Artifacts.Pictures;

/// <summary>A machine as a Mermaid flowchart in a Markdown file: what GitHub, GitLab and most wikis draw, and what a README can take over.</summary>
internal static class MermaidRenderer
{
    public static string Path(StateMachine machine) => "statemachines/" + machine.LogicalId + ".md";

    /// <summary>The Markdown file: name, comment, diagram.</summary>
    public static string Render(StateMachine machine)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(machine.LogicalId).Append("\n\n");
        if (machine.Comment is { Length: > 0 } comment)
            text.Append(comment.Replace("<", "&lt;")).Append("\n\n");
        return text.Append("```mermaid\n").Append(Chart(DiagramBuilder.Of(machine))).Append("```\n").ToString();
    }

    /// <summary>The flowchart alone.</summary>
    public static string Chart(Diagram diagram)
    {
        var text = new StringBuilder("flowchart TD\n");
        AddNodes(text, diagram, 1);
        AddEdges(text, diagram);
        foreach (var (name, style) in Styles)
            text.Append("  classDef ").Append(name).Append(' ').Append(style).Append('\n');
        return text.ToString();
    }

    private static readonly (string Name, string Style)[] Styles =
    [
        ("task", "fill:#e8f0fe,stroke:#3367d6,color:#111"),
        ("flow", "fill:#f1f3f4,stroke:#5f6368,color:#111"),
        ("choice", "fill:#fef7e0,stroke:#b06000,color:#111"),
        ("good", "fill:#e6f4ea,stroke:#137333,color:#111"),
        ("bad", "fill:#fce8e6,stroke:#c5221f,color:#111"),
    ];

    private static void AddNodes(StringBuilder text, Diagram diagram, int depth)
    {
        foreach (var node in diagram.Nodes)
        {
            Indent(text, depth);
            if (node.Shape == NodeShape.Container)
            {
                AddContainer(text, node, depth);
                continue;
            }

            var (open, close, style) = ShapeOf(node.Shape);
            text.Append(node.Id).Append(open).Append('"').Append(Label(node)).Append('"').Append(close);
            if (style.Length > 0)
                text.Append(":::").Append(style);
            text.Append('\n');
        }
    }

    private static void AddContainer(StringBuilder text, DiagramNode node, int depth)
    {
        text.Append("subgraph ").Append(node.Id).Append(" [\"").Append(Label(node)).Append("\"]\n");
        Indent(text, depth + 1);
        text.Append("direction TB\n");
        for (var i = 0; i < node.Inner.Count; i++)
        {
            if (node.Inner.Count == 1)
            {
                AddNodes(text, node.Inner[i], depth + 1);
                continue;
            }

            Indent(text, depth + 1);
            text.Append("subgraph ").Append(node.Id).Append('b').Append((i + 1).ToString(CultureInfo.InvariantCulture)).Append(" [\" \"]\n");
            Indent(text, depth + 2);
            text.Append("direction TB\n");
            AddNodes(text, node.Inner[i], depth + 2);
            Indent(text, depth + 1);
            text.Append("end\n");
        }

        Indent(text, depth);
        text.Append("end\n");
    }

    /// <summary>All arrows stand behind all nodes: an arrow that names an unknown node would make one, in the wrong place.</summary>
    private static void AddEdges(StringBuilder text, Diagram diagram)
    {
        foreach (var edge in diagram.Edges)
        {
            text.Append("  ").Append(edge.From).Append(' ');
            var isCatch = edge.Kind == EdgeKind.Catch;
            if (edge.Label is { Length: > 0 } label)
                text.Append(isCatch ? "-. \"" : "-- \"").Append(Escape(label)).Append(isCatch ? "\" .->" : "\" -->");
            else
                text.Append(isCatch ? "-.->" : "-->");
            text.Append(' ').Append(edge.To).Append('\n');
        }

        foreach (var inner in diagram.Nodes.SelectMany(static n => n.Inner))
            AddEdges(text, inner);
    }

    private static (string Open, string Close, string Style) ShapeOf(NodeShape shape) => shape switch
    {
        NodeShape.Start or NodeShape.End => ("((", "))", "flow"),
        NodeShape.Choice => ("{", "}", "choice"),
        NodeShape.Wait => ("([", "])", "flow"),
        NodeShape.Pass => ("[", "]", "flow"),
        NodeShape.Succeed => ("([", "])", "good"),
        NodeShape.Fail => ("([", "])", "bad"),
        NodeShape.Failure => (">", "]", "bad"),
        _ => ("[", "]", "task"),
    };

    private static string Label(DiagramNode node) => Escape(node.Title) + (node.Detail is { } detail ? "<br>" + Escape(detail) : "");

    /// <summary>Mermaid reads HTML entities, written with `#`; everything it could take for syntax goes that way.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (c is '"' or '#' or '<' or '>' or '&' or '`' or '\\' or ';' or '[' or ']' or '{' or '}' or '(' or ')' or '|' or '*' or '_' or '~')
                escaped.Append('#').Append(((int)c).ToString(CultureInfo.InvariantCulture)).Append(';');
            else
                escaped.Append(char.IsControl(c) ? ' ' : c);
        }

        return escaped.ToString();
    }

    private static void Indent(StringBuilder text, int depth) => text.Append(' ', depth * 2);
}
