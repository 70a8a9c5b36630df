using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS0402: one second less than the function has.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ShorterTimeoutFixer : ServerlessFixer
{
    private protected override string RuleId => RuleIds.ClientTimeoutTooLong;

    private protected override string Title => "Use one second less than the function has";

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, ImmutableDictionary<string, string?> found, CancellationToken cancellationToken)
    {
        if (node is not ExpressionSyntax value || !found.TryGetValue(FixProperties.Replacement, out var seconds) || seconds is null || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            return null;
        var text = model.GetTypeInfo(value, cancellationToken).Type switch
        {
            { SpecialType: SpecialType.System_Int32 } => seconds,
            { Name: "TimeSpan" } => "global::System.TimeSpan.FromSeconds(" + seconds + ")",
            _ => null,
        };
        if (text is null)
            return null;
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNode(value, Syntax.Expression(text).WithTriviaFrom(value)));
    }
}
