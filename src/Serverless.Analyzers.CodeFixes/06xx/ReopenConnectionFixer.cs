using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS0603: both hooks for a database connection that a constructor or the program opens. One at a time: whether the connection should be kept at all is a question of design.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ReopenConnectionFixer : ServerlessFixer
{
    private protected override string RuleId => RuleIds.ConnectionInSnapshot;

    private protected override string Title => "Close before the snapshot and reopen after the restore";

    private protected override bool CanFixAll => false;

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (node is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Open" or "OpenAsync", Expression: SimpleNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } } access } call)
            return null;
        if (call.FirstAncestorOrSelf<StatementSyntax>() is not ExpressionStatementSyntax statement || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            return null;
        if (!SnapshotHookStatements.AreKnown(model.Compilation) || !HasAsynchronousForms(model.GetTypeInfo(access.Expression, cancellationToken).Type))
            return null;
        var connection = access.Expression.WithoutTrivia().ToString();
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var changed = SnapshotHookStatements.InsertBehind(
            root!, statement, SnapshotHookStatements.Before($"async () => await {connection}.CloseAsync()"), SnapshotHookStatements.After($"async () => await {connection}.OpenAsync()"));
        return changed is null ? null : document.WithSyntaxRoot(changed);
    }

    private static bool HasAsynchronousForms(ITypeSymbol? type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at.Name == "DbConnection")
                return !at.GetMembers("CloseAsync").IsEmpty;
        }

        return false;
    }
}
