using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Serverless.Model;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS2315: the setting of the other query language goes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class OtherLanguageFixer : ServerlessFixer
{
    private protected override string RuleId => RuleIds.WrongQueryLanguage;

    private protected override string Title => "Remove the setting";

    private protected override Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken) => Settings.RemoveAsync(document, node, cancellationToken);
}
