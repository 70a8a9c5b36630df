using System.Globalization;
using System.Text;
using Serverless.Model;

namespace Serverless.Artifacts.Pictures;

/// <summary>
/// A machine as a picture that stands alone: no script, no font, no network; light and dark by the reader's setting; its text can be
/// selected, searched and read aloud.
/// </summary>
internal sealed class SvgRenderer
{
    private const int LabelSize = Layers.EdgeRoutes.LabelSize;

    private readonly StringBuilder _text = new();

    private SvgRenderer()
    {
    }

    public static string Path(StateMachine machine) => "statemachines/" + machine.LogicalId + ".svg";

    public static string Render(StateMachine machine) => new SvgRenderer().Write(machine, DiagramLayout.Place(DiagramBuilder.Of(machine)));

    private string Write(StateMachine machine, PlacedDiagram diagram)
    {
        var id = machine.LogicalId;
        Line($"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"machine\" width=\"{N(diagram.Width)}\" height=\"{N(diagram.Height)}\" viewBox=\"0 0 {N(diagram.Width)} {N(diagram.Height)}\" role=\"img\" aria-labelledby=\"{id}-title {id}-text\">");
        Line($"<title id=\"{id}-title\">{Escape("State machine " + id)}</title>");
        Line($"<desc id=\"{id}-text\">{Escape(PictureText.Describe(machine))}</desc>");
        Line("<style>");
        Line(Style);
        Line("</style>");
        Line($"<defs><marker id=\"{id}-arrow\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" orient=\"auto\"><path class=\"head\" d=\"M0 0L8 4L0 8z\"/></marker><marker id=\"{id}-failed\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" orient=\"auto\"><path class=\"head failed\" d=\"M0 0L8 4L0 8z\"/></marker></defs>");
        Line($"<rect class=\"sheet\" width=\"{N(diagram.Width)}\" height=\"{N(diagram.Height)}\"/>");
        Draw(diagram, 0, 0, id);
        Line("</svg>");
        return _text.ToString();
    }

    private const string Style =
        """
        .machine{--sheet:#fff;--ink:#1f2328;--soft:#59636e;--line:#6e7781;--task:#e8f0fe;--task-line:#3367d6;--flow:#f1f3f4;--choice:#fef7e0;--choice-line:#b06000;--good:#e6f4ea;--good-line:#137333;--bad:#fce8e6;--bad-line:#c5221f;--inner:#fafbfc;font-family:system-ui,"Segoe UI",Helvetica,Arial,sans-serif}
        @media (prefers-color-scheme:dark){.machine{--sheet:#0d1117;--ink:#e6edf3;--soft:#9198a1;--line:#8b949e;--task:#13233a;--task-line:#6ea8fe;--flow:#21262d;--choice:#2e2410;--choice-line:#e3b341;--good:#12261a;--good-line:#57ab5a;--bad:#2d1517;--bad-line:#f47067;--inner:#151b23}}
        .machine .sheet{fill:var(--sheet)}
        .machine text{fill:var(--ink);font-size:13px;text-anchor:middle}
        .machine .title{font-weight:600}
        .machine .detail,.machine .label{font-size:11px;fill:var(--soft)}
        .machine .label{stroke:var(--sheet);stroke-width:4px;stroke-linejoin:round;paint-order:stroke}
        .machine .inner .label{stroke:var(--inner)}
        .machine .node{stroke:var(--line);stroke-width:1.2;fill:var(--flow)}
        .machine .task{fill:var(--task);stroke:var(--task-line)}
        .machine .choice{fill:var(--choice);stroke:var(--choice-line)}
        .machine .good{fill:var(--good);stroke:var(--good-line)}
        .machine .bad{fill:var(--bad);stroke:var(--bad-line)}
        .machine .container{fill:var(--task);stroke:var(--task-line)}
        .machine .branch{fill:var(--inner);stroke:var(--line);stroke-dasharray:4 3}
        .machine .edge{fill:none;stroke:var(--line);stroke-width:1.4}
        .machine .failed{stroke:var(--bad-line)}
        .machine .edge.failed{stroke-dasharray:5 4}
        .machine .head{fill:var(--line)}
        .machine .head.failed{fill:var(--bad-line)}
        @media print{.machine{--sheet:#fff;--ink:#000;--soft:#333;--line:#333;--inner:#fff}}
        """;

    private void Draw(PlacedDiagram diagram, int x, int y, string id)
    {
        foreach (var edge in diagram.Edges)
            DrawEdge(edge, x, y, id);
        foreach (var node in diagram.Nodes)
            DrawNode(node, x, y, id);
        foreach (var edge in diagram.Edges)
        {
            if (edge.LabelAt is { } at)
                Line($"<text class=\"label\" x=\"{N(x + at.X)}\" y=\"{N(y + at.Y + 4)}\">{Escape(edge.Edge.Label!)}</text>");
        }
    }

    private void DrawEdge(PlacedEdge edge, int x, int y, string id)
    {
        var failed = edge.Edge.Kind == EdgeKind.Catch;
        Line($"<path class=\"edge{(failed ? " failed" : "")}\" d=\"{Curve(edge.Points, x, y)}\" marker-end=\"url(#{id}-{(failed ? "failed" : "arrow")})\"/>");
    }

    /// <summary>Vertical at every point, but for ways that leave or arrive at a side.</summary>
    private static string Curve(IReadOnlyList<PicturePoint> points, int x, int y)
    {
        var path = new StringBuilder();
        path.Append('M').Append(N(x + points[0].X)).Append(' ').Append(N(y + points[0].Y));
        for (var i = 1; i < points.Count; i++)
        {
            var (from, to) = (points[i - 1], points[i]);
            if (from.X == to.X)
                path.Append('V').Append(N(y + to.Y));
            else if (from.Y == to.Y)
                path.Append('H').Append(N(x + to.X));
            else
            {
                var middle = (from.Y + to.Y) / 2;
                path.Append('C').Append(N(x + from.X)).Append(' ').Append(N(y + middle)).Append(' ').Append(N(x + to.X)).Append(' ').Append(N(y + middle)).Append(' ').Append(N(x + to.X)).Append(' ').Append(N(y + to.Y));
            }
        }

        return path.ToString();
    }

    private void DrawNode(PlacedNode placed, int x, int y, string id)
    {
        var node = placed.Node;
        var (left, top) = (x + placed.X, y + placed.Y);
        var middle = left + (placed.Width / 2);
        Line("<g>" + (node.Tip is { Length: > 0 } tip ? $"<title>{Escape(tip)}</title>" : ""));
        DrawShape(node.Shape, left, top, placed.Width, placed.Height);
        var header = node.Shape == NodeShape.Container ? NodeSize.HeaderHeight : placed.Height;
        var line = node.Detail is null ? top + (header / 2) + 5 : top + (header / 2) - 2;
        var title = node.Shape is NodeShape.Start or NodeShape.End ? "detail" : "title";
        Line($"<text class=\"{title}\" x=\"{N(middle)}\" y=\"{N(title == "detail" ? line - 1 : line)}\">{Escape(node.Title)}</text>");
        if (node.Detail is { } detail)
            Line($"<text class=\"detail\" x=\"{N(middle)}\" y=\"{N(line + 15)}\">{Escape(detail)}</text>");
        foreach (var inner in placed.Inner)
        {
            Line($"<rect class=\"branch\" x=\"{N(left + inner.X)}\" y=\"{N(top + inner.Y)}\" width=\"{N(inner.Diagram.Width)}\" height=\"{N(inner.Diagram.Height)}\" rx=\"6\"/>");
            Line("<g class=\"inner\">");
            Draw(inner.Diagram, left + inner.X, top + inner.Y, id);
            Line("</g>");
        }

        Line("</g>");
    }

    private void DrawShape(NodeShape shape, int x, int y, int width, int height)
    {
        if (shape == NodeShape.Choice)
        {
            const int Corner = 16;
            var middle = y + (height / 2);
            Line($"<path class=\"node choice\" d=\"M{N(x)} {N(middle)}L{N(x + Corner)} {N(y)}H{N(x + width - Corner)}L{N(x + width)} {N(middle)}L{N(x + width - Corner)} {N(y + height)}H{N(x + Corner)}z\"/>");
            return;
        }

        var (style, radius) = shape switch
        {
            NodeShape.Start or NodeShape.End => ("", height / 2),
            NodeShape.Task => ("task", 6),
            NodeShape.Wait => ("", height / 2),
            NodeShape.Succeed => ("good", height / 2),
            NodeShape.Fail => ("bad", height / 2),
            NodeShape.Failure => ("bad", 2),
            NodeShape.Container => ("container", 8),
            _ => ("", 6),
        };
        Line($"<rect class=\"{(style.Length == 0 ? "node" : "node " + style)}\" x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(width)}\" height=\"{N(height)}\" rx=\"{N(radius)}\"/>");
    }

    private void Line(string text) => _text.Append(text).Append('\n');

    private static string N(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            switch (c)
            {
                case '&': escaped.Append("&amp;"); break;
                case '<': escaped.Append("&lt;"); break;
                case '>': escaped.Append("&gt;"); break;
                case '"': escaped.Append("&quot;"); break;
                case < ' ': escaped.Append(' '); break;
                default: escaped.Append(c); break;
            }
        }

        return escaped.ToString();
    }
}
