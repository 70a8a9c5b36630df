using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS0405: passes the nearest token in scope.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ForwardTokenFixer : ServerlessFixer
{
    private protected override string RuleId => RuleIds.TokenNotForwarded;

    private protected override string Title => "Pass the token";

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, ImmutableDictionary<string, string?> found, CancellationToken cancellationToken)
    {
        if (node is not InvocationExpressionSyntax call || !found.TryGetValue(FixProperties.Replacement, out var token) || token is null
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model || Tokens.Forward(call, token, model, cancellationToken) is not { } changed)
        {
            return null;
        }

        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNode(call, changed));
    }
}
