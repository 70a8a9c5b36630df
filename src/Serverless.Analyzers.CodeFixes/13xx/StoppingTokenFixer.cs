using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS1301: the loop asks the token, and what it calls is given it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class StoppingTokenFixer : ServerlessFixer
{
    private protected override string RuleId => RuleIds.StoppingTokenIgnored;

    private protected override string Title => "Stop when the token says so";

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model || Tokens.InScope(node, model, cancellationToken) is not { } token)
            return null;
        var calls = node.DescendantNodesAndSelf(static inner => inner is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<InvocationExpressionSyntax>()
            .Where(call => call == node || node is not InvocationExpressionSyntax).ToList();
        var given = calls.ToDictionary(static call => call, call => Tokens.Forward(call, token, model, cancellationToken)?.ArgumentList);
        var changed = node.ReplaceNodes(calls, (original, current) => given[original] is { } arguments ? current.WithArgumentList(arguments) : current);
        var condition = PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, IdentifierName(token), IdentifierName("IsCancellationRequested")));
        changed = changed switch
        {
            WhileStatementSyntax loop when IsTrue(loop.Condition) => loop.WithCondition(condition.WithTriviaFrom(loop.Condition)),
            DoStatementSyntax loop when IsTrue(loop.Condition) => loop.WithCondition(condition.WithTriviaFrom(loop.Condition)),
            ForStatementSyntax { Condition: null } loop => loop.WithCondition(condition).WithFirstSemicolonToken(loop.FirstSemicolonToken.WithTrailingTrivia(Space)),
            ForStatementSyntax loop when IsTrue(loop.Condition!) => loop.WithCondition(condition.WithTriviaFrom(loop.Condition!)),
            _ => changed,
        };
        if (changed.IsEquivalentTo(node))
            return null;
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNode(node, changed));
    }

    private static bool IsTrue(ExpressionSyntax condition) => condition.IsKind(SyntaxKind.TrueLiteralExpression);
}
