using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS0901: 25 seconds, so that the function ends, and can say why, before its caller is turned away.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class FrontDoorTimeoutFixer : ServerlessFixer
{
    private protected override string RuleId => RuleIds.TimeoutBeyondFrontDoor;

    private protected override string Title => "Set the function's timeout to 25 seconds";

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is not { Expression: var timeout })
            return null;
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNode(timeout, LiteralExpression(SyntaxKind.NumericLiteralExpression, Literal(25)).WithTriviaFrom(timeout)));
    }
}
