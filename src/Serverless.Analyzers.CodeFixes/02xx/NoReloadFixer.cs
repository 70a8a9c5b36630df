using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS0206: `reloadOnChange: false`. Watchers of other kinds need another way to learn of a change.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class NoReloadFixer : ServerlessFixer
{
    private protected override string RuleId => RuleIds.FileWatching;

    private protected override string Title => "Do not watch the file (reloadOnChange: false)";

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (node is not LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression } literal)
            return null;
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNode(literal, LiteralExpression(SyntaxKind.FalseLiteralExpression).WithTriviaFrom(literal)));
    }
}
