using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Serverless.Model;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS1003 in C#: without the setting, errors of the Lambda service are retried. Definitions in files are not C#, and have no fix.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ServiceRetryFixer : ServerlessFixer
{
    private protected override string RuleId => RuleIds.NoServiceRetry;

    private protected override string Title => "Retry errors of the Lambda service";

    private protected override Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken) => Settings.RemoveAsync(document, node, cancellationToken);
}
