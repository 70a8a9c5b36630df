using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>Where a file's assembly attributes stand: after those it has, else after its `using` directives, else below its header.</summary>
internal static class AssemblyAttributes
{
    /// <summary>Lines end as the file's do.</summary>
    public static CompilationUnitSyntax Add(CompilationUnitSyntax root, IReadOnlyList<AttributeListSyntax> lists)
    {
        var lineEnd = root.DescendantTrivia().FirstOrDefault(static t => t.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } written ? written : LineFeed;
        var added = lists.Select(list => list.WithTrailingTrivia(lineEnd)).ToList();
        if (root.AttributeLists.Count > 0)
        {
            var last = root.AttributeLists.Last();
            if (!last.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia))
                root = root.ReplaceNode(last, last.WithTrailingTrivia(last.GetTrailingTrivia().Add(lineEnd)));
        }
        else if (root.Usings.Count > 0 || root.Externs.Count > 0)
        {
            added[0] = added[0].WithLeadingTrivia(lineEnd);
            root = WithBlankLineBelow(root, lineEnd);
        }
        else
        {
            var first = root.GetFirstToken(includeZeroWidth: true);
            var header = HeaderLength(first.LeadingTrivia);
            added[0] = added[0].WithLeadingTrivia(first.LeadingTrivia.Take(header));
            root = WithBlankLineBelow(root.ReplaceToken(first, first.WithLeadingTrivia(first.LeadingTrivia.Skip(header))), lineEnd);
        }

        return root.AddAttributeLists([.. added]);
    }

    private static CompilationUnitSyntax WithBlankLineBelow(CompilationUnitSyntax root, SyntaxTrivia lineEnd)
    {
        if (root.Members is not [var member, ..] || member.GetLeadingTrivia() is [var above, ..] && above.IsKind(SyntaxKind.EndOfLineTrivia))
            return root;
        return root.ReplaceNode(member, member.WithLeadingTrivia(member.GetLeadingTrivia().Insert(0, lineEnd)));
    }

    /// <summary>Comments up to the last blank line belong to the file, those below it to the declaration.</summary>
    private static int HeaderLength(SyntaxTriviaList trivia)
    {
        for (var i = trivia.Count - 1; i > 0; i--)
        {
            if (trivia[i].IsKind(SyntaxKind.EndOfLineTrivia) && (trivia[i - 1].IsKind(SyntaxKind.EndOfLineTrivia) || trivia[i - 1].HasStructure))
                return i + 1;
        }

        return 0;
    }
}
