using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Serverless.Analyzers.Tests.Harness;

/// <summary>
/// Source with its expectations written into it: `{|SVLS2004:"@Orders"|}` is text where that fault is expected. Markers nest.
/// A test then reads as what the user sees.
/// </summary>
internal sealed record MarkupSource(string Path, string Text, ImmutableArray<ExpectedDiagnostic> Expected)
{
    public static MarkupSource Parse(string path, string markup)
    {
        var text = new StringBuilder(markup.Length);
        var expected = ImmutableArray.CreateBuilder<ExpectedDiagnostic>();
        var open = new Stack<(string Id, int Start)>();
        for (var i = 0; i < markup.Length; i++)
        {
            if (At(markup, i, "{|") && markup.IndexOf(':', i) is > 0 and var colon && markup[(i + 2)..colon].All(char.IsLetterOrDigit))
            {
                open.Push((markup[(i + 2)..colon], text.Length));
                i = colon;
            }
            else if (open.Count > 0 && At(markup, i, "|}"))
            {
                var (id, start) = open.Pop();
                expected.Add(new ExpectedDiagnostic(path, id, TextSpan.FromBounds(start, text.Length)));
                i++;
            }
            else
            {
                text.Append(markup[i]);
            }
        }

        return open.Count == 0 ? new MarkupSource(path, text.ToString(), expected.ToImmutable()) : throw new ArgumentException($"A marker of {path} is not closed.", nameof(markup));
    }

    private static bool At(string text, int index, string what) => string.CompareOrdinal(text, index, what, 0, what.Length) == 0;
}

/// <summary>A diagnostic with its place.</summary>
internal sealed record ExpectedDiagnostic(string Path, string Id, TextSpan Span);
