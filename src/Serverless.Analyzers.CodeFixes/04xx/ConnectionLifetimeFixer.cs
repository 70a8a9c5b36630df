using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS0412: four minutes, less than the networks between a function and its database forget a silent connection in. Offered where the text stands at the call.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ConnectionLifetimeFixer : ServerlessFixer
{
    private const string Keyword = "Connection Lifetime=240";

    private protected override string RuleId => RuleIds.PooledConnectionsOutliveIdlePurge;

    private protected override string Title => "Set Connection Lifetime";

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        ExpressionSyntax? changed = node switch
        {
            LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) && literal.Token.Text.EndsWith("\"", StringComparison.Ordinal) && !literal.Token.Text.StartsWith("\"\"\"", StringComparison.Ordinal) =>
                ParseExpression(Extended(literal.Token.Text)),
            InterpolatedStringExpressionSyntax interpolated when interpolated.StringEndToken.Text == "\"" => ParseExpression(Extended(interpolated.WithoutTrivia().ToFullString())),
            _ => null,
        };
        if (changed is null)
            return null;
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNode(node, changed.WithTriviaFrom(node)));
    }

    private static string Extended(string text)
    {
        var inner = text.Substring(0, text.Length - 1);
        return inner + (inner.EndsWith(";", StringComparison.Ordinal) ? "" : ";") + Keyword + "\"";
    }
}
