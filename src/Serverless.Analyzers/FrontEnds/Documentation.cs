using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Serverless.Analyzers.FrontEnds;

/// <summary>
/// What a declaration's comment says, read from its trivia: a build without documentation file does not parse `///`,
/// and the description of a function must not depend on that.
/// </summary>
internal static class Documentation
{
    private const int Longest = 256;

    /// <summary>The summary on one line, at most 256 characters; null when there is none.</summary>
    public static string? Summary(ISymbol symbol, CancellationToken cancellationToken)
    {
        if (Element(symbol, "summary", "", cancellationToken) is not { } summary)
            return null;
        return summary.Length <= Longest ? summary : summary.Substring(0, Longest - 1).TrimEnd() + "…";
    }

    /// <summary>Text of an element on one line, without tags; null when there is none.</summary>
    /// <param name="symbol">What the comment stands at.</param>
    /// <param name="element">`summary`, `param` …</param>
    /// <param name="name">Value of the attribute `name` of the element; empty = any.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static string? Element(ISymbol symbol, string element, string name, CancellationToken cancellationToken)
    {
        foreach (var (attributes, xml) in Elements(symbol, element, cancellationToken))
        {
            if ((name.Length == 0 || Attribute(attributes, "name") == name) && Plain(xml) is { Length: > 0 } plain)
                return plain;
        }

        return null;
    }

    /// <summary>Texts of an element by the value of an attribute, in the order they are written.</summary>
    public static IEnumerable<(string Key, string Text)> ElementsBy(ISymbol symbol, string element, string attribute, CancellationToken cancellationToken)
    {
        foreach (var (attributes, xml) in Elements(symbol, element, cancellationToken))
        {
            if (Attribute(attributes, attribute) is { Length: > 0 } key && Plain(xml) is { Length: > 0 } plain)
                yield return (key, plain);
        }
    }

    /// <summary>Text of `&lt;example&gt;` as it is written, with its lines; null when there is none.</summary>
    public static string? Example(ISymbol symbol, CancellationToken cancellationToken)
    {
        foreach (var (_, xml) in Elements(symbol, "example", cancellationToken))
        {
            var text = xml.Replace("<code>", "").Replace("</code>", "").Replace("<![CDATA[", "").Replace("]]>", "").Replace("<c>", "").Replace("</c>", "");
            if (Unescaped(text).Trim() is { Length: > 0 } example)
                return example;
        }

        return null;
    }

    /// <summary>Elements of the comment of every part of a declaration: the text between `&lt;element` and `&gt;`, and what stands inside.</summary>
    private static IEnumerable<(string Attributes, string Xml)> Elements(ISymbol symbol, string element, CancellationToken cancellationToken)
    {
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            if (Comment(Declaration(reference.GetSyntax(cancellationToken))) is not { } comment)
                continue;
            var open = "<" + element;
            var close = "</" + element + ">";
            for (var start = comment.IndexOf(open, StringComparison.Ordinal); start >= 0; start = comment.IndexOf(open, start + 1, StringComparison.Ordinal))
            {
                var inside = comment.IndexOf('>', start);
                if (inside < 0 || comment[start + open.Length] is not ('>' or ' ' or '\n') || comment[inside - 1] == '/')
                    continue;
                var end = comment.IndexOf(close, inside, StringComparison.Ordinal);
                if (end > 0)
                    yield return (comment.Substring(start + open.Length, inside - start - open.Length), comment.Substring(inside + 1, end - inside - 1));
            }
        }
    }

    private static string? Attribute(string attributes, string name)
    {
        var start = attributes.IndexOf(name + "=\"", StringComparison.Ordinal);
        var end = start < 0 ? -1 : attributes.IndexOf('"', start + name.Length + 2);
        return end < 0 ? null : attributes.Substring(start + name.Length + 2, end - start - name.Length - 2);
    }

    /// <summary>The comment of a field stands above the declaration that may declare several.</summary>
    private static SyntaxNode Declaration(SyntaxNode node) => node.Parent is VariableDeclarationSyntax { Parent: { } field } ? field : node;

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

        return string.Join(" ", Unescaped(text.ToString()).Split([' '], StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Unescaped(string text) => text.Replace("&lt;", "<").Replace("&gt;", ">").Replace("&quot;", "\"").Replace("&apos;", "'").Replace("&amp;", "&");

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
