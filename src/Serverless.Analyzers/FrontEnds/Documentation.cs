using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Serverless.Analyzers.FrontEnds;

/// <summary>
/// The summary of a declaration, read from its comment trivia: a build without documentation file does not parse `///`,
/// and the description of a function must not depend on that.
/// </summary>
internal static class Documentation
{
    private const int Longest = 256;

    /// <summary>On one line, at most 256 characters; null when there is none.</summary>
    public static string? Summary(ISymbol symbol, CancellationToken cancellationToken)
    {
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            if (Comment(reference.GetSyntax(cancellationToken)) is { } comment && Summary(comment) is { } summary)
                return summary;
        }

        return null;
    }

    private static string? Comment(SyntaxNode node)
    {
        if (!node.HasLeadingTrivia)
            return null;
        StringBuilder? text = null;
        foreach (var trivia in node.GetLeadingTrivia())
        {
            if (trivia.Kind() is SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.SingleLineCommentTrivia
                or SyntaxKind.MultiLineDocumentationCommentTrivia or SyntaxKind.MultiLineCommentTrivia)
            {
                foreach (var line in trivia.ToFullString().Split('\n'))
                    AppendLine(text ??= new StringBuilder(), line.Trim());
            }
        }

        return text?.ToString();
    }

    private static void AppendLine(StringBuilder text, string line)
    {
        if (line.StartsWith("///", StringComparison.Ordinal))
            text.Append(line, 3, line.Length - 3).Append('\n');
        else if (line.StartsWith("/**", StringComparison.Ordinal) || line.StartsWith("*", StringComparison.Ordinal))
            text.Append(line.TrimStart('/', '*')).Append('\n');
        if (line.EndsWith("*/", StringComparison.Ordinal) && text.Length >= 3)
            text.Replace("*/", "", text.Length - 3, 3);
    }

    private static string? Summary(string comment)
    {
        const string Open = "<summary>";
        var start = comment.IndexOf(Open, StringComparison.Ordinal);
        var end = start < 0 ? -1 : comment.IndexOf("</summary>", start, StringComparison.Ordinal);
        if (end < 0)
            return null;
        var plain = Plain(comment.Substring(start + Open.Length, end - start - Open.Length));
        if (plain.Length == 0)
            return null;
        return plain.Length <= Longest ? plain : plain.Substring(0, Longest - 1).TrimEnd() + "…";
    }

    /// <summary>Text without tags; a reference leaves the name it points to.</summary>
    private static string Plain(string xml)
    {
        var text = new StringBuilder(xml.Length);
        for (var i = 0; i < xml.Length; i++)
        {
            if (xml[i] != '<')
            {
                text.Append(char.IsWhiteSpace(xml[i]) ? ' ' : xml[i]);
                continue;
            }

            var close = xml.IndexOf('>', i);
            if (close < 0)
                break;
            text.Append(Referenced(xml.Substring(i + 1, close - i - 1)));
            i = close;
        }

        text.Replace("&lt;", "<").Replace("&gt;", ">").Replace("&quot;", "\"").Replace("&apos;", "'").Replace("&amp;", "&");
        return string.Join(" ", text.ToString().Split([' '], StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Referenced(string tag)
    {
        foreach (var attribute in (ReadOnlySpan<string>)["cref=\"", "langword=\"", "name=\""])
        {
            var start = tag.IndexOf(attribute, StringComparison.Ordinal);
            var end = start < 0 ? -1 : tag.IndexOf('"', start + attribute.Length);
            if (end < 0 || !tag.EndsWith("/", StringComparison.Ordinal))
                continue;
            var name = tag.Substring(start + attribute.Length, end - start - attribute.Length);
            var parenthesis = name.IndexOf('(');
            if (parenthesis >= 0)
                name = name.Substring(0, parenthesis);
            return name.Substring(name.LastIndexOfAny(['.', ':']) + 1);
        }

        return "";
    }
}
