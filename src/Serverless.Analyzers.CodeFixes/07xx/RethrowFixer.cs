using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS0709: `throw;` at the end of the catch, in place of the `return` or `continue` that stands there. Which failures a batch may survive is a decision, so not for all at once.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RethrowFixer : ServerlessFixer
{
    private protected override string RuleId => RuleIds.FailureSwallowed;

    private protected override string Title => "Rethrow the exception";

    private protected override bool CanFixAll => false;

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<CatchClauseSyntax>()?.Block is not { } block)
            return null;
        var rethrow = Syntax.Statement("throw;");
        var changed = block.Statements is [.., var last] && last is ReturnStatementSyntax or ContinueStatementSyntax or BreakStatementSyntax
            ? block.ReplaceNode(block.Statements[block.Statements.Count - 1], rethrow.WithTriviaFrom(block.Statements[block.Statements.Count - 1]))
            : block.AddStatements(rethrow).Formatted();
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNode(block, changed));
    }
}
