using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS0905 where names arrive in lower case: writes the literal so. The older format needs another kind of look-up, which is a decision.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class HeaderCaseFixer : ServerlessFixer
{
    private protected override string RuleId => RuleIds.HeaderCase;

    private protected override string Title => "Write the header's name in lower case";

    private protected override bool AppliesTo(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Warning;

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if ((node is ArgumentSyntax argument ? argument.Expression : node) is not LiteralExpressionSyntax { Token.Value: string name } literal)
            return null;
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var lower = LiteralExpression(SyntaxKind.StringLiteralExpression, Literal(name.ToLowerInvariant())).WithTriviaFrom(literal);
        return document.WithSyntaxRoot(root!.ReplaceNode(literal, lower));
    }
}
