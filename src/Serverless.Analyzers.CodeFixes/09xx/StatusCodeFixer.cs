using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS0902: 200, the code of a response that somebody took the trouble to write a body for.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class StatusCodeFixer : ServerlessFixer
{
    private protected override string RuleId => RuleIds.NoStatusCode;

    private protected override string Title => "Set status code 200";

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (node is not BaseObjectCreationExpressionSyntax creation)
            return null;
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNode(creation, Initialisers.With(creation, "StatusCode = 200").WithTriviaFrom(creation)));
    }
}
