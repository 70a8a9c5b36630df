using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS2312: the main path becomes a branch, whose failure is caught wherever it comes from.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class WrapFixer : ServerlessFixer
{
    private protected override string RuleId => RuleIds.OutsideCatchAll;

    private protected override string Title => "Catch every step: Wrap = true";

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        var attribute = node.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.AttributeLists.SelectMany(static l => l.Attributes).FirstOrDefault(static a => Settings.IsNamed(a, "CatchAll"));
        if (attribute is null || attribute.ArgumentList?.Arguments.Any(static a => a.NameEquals?.Name.Identifier.ValueText == "Wrap") == true)
            return null;
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNode(attribute, Settings.With(attribute, "Wrap", "true")));
    }
}
