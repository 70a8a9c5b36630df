using System.Globalization;
using System.Net;
using System.Text;

namespace Documents;

/// <summary>Draws a page as SVG: text and a frame, nothing that needs more than the base class library.</summary>
internal static class PageDrawing
{
    public const int Width = 210;
    public const int Height = 297;

    private const int LineHeight = 5;
    private const int LineLength = 80;

    public static string Draw(IReadOnlyList<string> lines)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" width="{Width}" height="{Height}">""");
        svg.Append("""<rect width="100%" height="100%" fill="white" stroke="gray"/><g font-family="monospace" font-size="4">""");
        for (var i = 0; i < lines.Count; i++)
        {
            var line = string.Concat(lines[i].Take(LineLength).Select(static c => char.IsControl(c) ? ' ' : c));   // XML has no control characters
            svg.Append(CultureInfo.InvariantCulture, $"""<text x="10" y="{15 + (i * LineHeight)}">{WebUtility.HtmlEncode(line)}</text>""");
        }

        return svg.Append("</g></svg>").ToString();
    }
}
