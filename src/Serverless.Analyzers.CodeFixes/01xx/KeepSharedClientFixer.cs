using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS0113: the disposal goes, the code that it guarded stays.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class KeepSharedClientFixer : ServerlessFixer
{
    private protected override string RuleId => RuleIds.SharedClientDisposed;

    private protected override string Title => "Leave the shared client open";

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var changed = node.FirstAncestorOrSelf<StatementSyntax>() switch
        {
            LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.UsingKeyword } local => root!.ReplaceNode(local, WithoutUsing(local)),
            UsingStatementSyntax { Declaration: null or { Variables.Count: 1 } } block => WithoutBlock(root!, block),
            ExpressionStatementSyntax call when IsWhole(call, node) => WithoutCall(root!, call),
            _ => null,
        };
        return changed is null ? null : document.WithSyntaxRoot(changed);
    }

    private static LocalDeclarationStatementSyntax WithoutUsing(LocalDeclarationStatementSyntax local) =>
        local.WithAwaitKeyword(default).WithUsingKeyword(default).WithLeadingTrivia(local.GetLeadingTrivia());

    private static SyntaxNode WithoutBlock(SyntaxNode root, UsingStatementSyntax block)
    {
        var statements = block.Statement is BlockSyntax inner ? [.. inner.Statements] : new List<StatementSyntax> { block.Statement };
        if (block.Declaration is { } declaration)
            statements.Insert(0, LocalDeclarationStatement(declaration.WithoutTrivia()).WithTrailingTrivia(ElasticLineFeed));
        var declares = statements.Exists(static statement => statement is LocalDeclarationStatementSyntax or LocalFunctionStatementSyntax);
        if (block.Parent is not BlockSyntax || declares || statements.Count == 0)
        {
            var kept = statements.Count == 1 && !declares ? statements[0] : Block(statements);
            return root.ReplaceNode(block, kept.WithLeadingTrivia(block.GetLeadingTrivia()).WithTrailingTrivia(block.GetTrailingTrivia()).Formatted());
        }

        statements[0] = statements[0].WithLeadingTrivia(block.GetLeadingTrivia().AddRange(CommentsOf(statements[0])));
        return root.ReplaceNode(block, statements.Select(static statement => statement.Formatted()));
    }

    private static SyntaxTriviaList CommentsOf(StatementSyntax statement) =>
        statement.GetLeadingTrivia().Any(static trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)) ? statement.GetLeadingTrivia() : default;

    /// <summary>`x.Dispose();`, `x?.Dispose();`, `await x.DisposeAsync();`: nothing else is done by the statement.</summary>
    private static bool IsWhole(ExpressionStatementSyntax statement, SyntaxNode disposal)
    {
        var expression = statement.Expression is AwaitExpressionSyntax awaited ? awaited.Expression : statement.Expression;
        if (expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Expression: var inner } })
            expression = inner;
        return expression == disposal;
    }

    private static SyntaxNode? WithoutCall(SyntaxNode root, ExpressionStatementSyntax call)
    {
        if (call.Parent is not BlockSyntax block)
            return root.ReplaceNode(call, Block().WithTriviaFrom(call));
        // A `finally` that did nothing else goes too.
        if (block is { Statements.Count: 1, Parent: FinallyClauseSyntax { Parent: TryStatementSyntax { Catches.Count: > 0 } guarded } })
            return root.ReplaceNode(guarded, guarded.WithFinally(null).WithTrailingTrivia(guarded.GetTrailingTrivia()));
        if (block is { Statements.Count: 1, Parent: FinallyClauseSyntax { Parent: TryStatementSyntax { Parent: BlockSyntax } bare } }
            && !bare.Block.Statements.Any(static statement => statement is LocalDeclarationStatementSyntax or LocalFunctionStatementSyntax) && bare.Block.Statements.Count > 0)
        {
            var statements = bare.Block.Statements.Replace(bare.Block.Statements[0], bare.Block.Statements[0].WithLeadingTrivia(bare.GetLeadingTrivia().AddRange(CommentsOf(bare.Block.Statements[0]))));
            return root.ReplaceNode(bare, statements.Select(static statement => statement.Formatted()));
        }

        return root.RemoveNode(call, call.GetLeadingTrivia().Any(static trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)) ? SyntaxRemoveOptions.KeepLeadingTrivia : SyntaxRemoveOptions.KeepUnbalancedDirectives);
    }
}
