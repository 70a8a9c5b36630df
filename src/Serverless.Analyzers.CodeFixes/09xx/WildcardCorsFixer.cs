using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS0907: without credentials every origin may call. Which origins were meant only the author knows.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class WildcardCorsFixer : ServerlessFixer
{
    private protected override string RuleId => RuleIds.WildcardCors;

    private protected override string Title => "Do without credentials";

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is not { Parent: AttributeArgumentListSyntax list } argument)
            return null;
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNode(list, list.WithArguments(list.Arguments.Remove(argument))));
    }
}
