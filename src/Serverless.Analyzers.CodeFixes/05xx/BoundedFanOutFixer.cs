using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS0510: `Parallel.ForEachAsync` with ten at a time, where nobody looks at the results.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class BoundedFanOutFixer : ServerlessFixer
{
    private static readonly string[] TokenNames = ["token", "cancellation", "stop"];

    private protected override string RuleId => RuleIds.UnboundedFanOut;

    private protected override string Title => "Run ten at a time";

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (node is not InvocationExpressionSyntax { Parent: AwaitExpressionSyntax { Parent: ExpressionStatementSyntax } } whenAll || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            return null;
        if (whenAll.ArgumentList.Arguments is not [{ Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Select" } select, ArgumentList.Arguments: [{ Expression: LambdaExpressionSyntax lambda }] } }])
            return null;
        var name = NameNotIn(whenAll.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? whenAll.SyntaxTree.GetRoot(cancellationToken));
        if (Body(lambda, name, model, cancellationToken) is not { } body || Item(lambda) is not { } item)
            return null;
        var token = Tokens.InScope(whenAll, model, cancellationToken);
        var options = Syntax.Expression("new global::System.Threading.Tasks.ParallelOptions { MaxDegreeOfParallelism = 10" + (token is null ? "" : ", CancellationToken = " + token) + " }");
        var worker = ParenthesizedLambdaExpression(
            TokenList(Token(SyntaxKind.AsyncKeyword).WithTrailingTrivia(Space)),
            ParameterList(SeparatedList<ParameterSyntax>(new SyntaxNodeOrToken[] { Parameter(item), Token(SyntaxKind.CommaToken).WithTrailingTrivia(Space), Parameter(Identifier(name)) })),
            Token(SyntaxKind.EqualsGreaterThanToken).WithLeadingTrivia(Space).WithTrailingTrivia(lambda.ArrowToken.TrailingTrivia),
            body as BlockSyntax, body as ExpressionSyntax);
        var arguments = new SyntaxNodeOrToken[]
        {
            Argument(select.Expression.WithoutTrivia()), Token(SyntaxKind.CommaToken).WithTrailingTrivia(Space), Argument(options), Token(SyntaxKind.CommaToken).WithTrailingTrivia(Space), Argument(worker),
        };
        var changed = InvocationExpression(Syntax.Expression("global::System.Threading.Tasks.Parallel.ForEachAsync"), ArgumentList(SeparatedList<ArgumentSyntax>(arguments))).WithTriviaFrom(whenAll);
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNode(whenAll, changed));
    }

    /// <summary>An awaited expression, or a block that returns nothing; the new token is passed to calls that take one and have none.</summary>
    private static SyntaxNode? Body(LambdaExpressionSyntax lambda, string token, SemanticModel model, CancellationToken cancellationToken)
    {
        var isAsync = lambda.Modifiers.Any(SyntaxKind.AsyncKeyword);
        switch (lambda.Body)
        {
            case InvocationExpressionSyntax call when !isAsync:
                return AwaitExpression(Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(Space), (Tokens.Forward(call, token, model, cancellationToken) ?? call).WithoutTrivia());
            case AwaitExpressionSyntax { Expression: InvocationExpressionSyntax call } awaited:
                return awaited.WithExpression(Tokens.Forward(call, token, model, cancellationToken) ?? call);
            case BlockSyntax block when isAsync && !block.DescendantNodes(static inner => inner is not AnonymousFunctionExpressionSyntax).Any(static inner => inner is ReturnStatementSyntax { Expression: not null }):
                var calls = block.DescendantNodes().OfType<AwaitExpressionSyntax>().Select(static awaited => awaited.Expression).OfType<InvocationExpressionSyntax>().ToList();
                return block.ReplaceNodes(calls, (original, _) => Tokens.Forward(original, token, model, cancellationToken) ?? original);
            default:
                return null;
        }
    }

    private static SyntaxToken? Item(LambdaExpressionSyntax lambda) => lambda switch
    {
        SimpleLambdaExpressionSyntax simple => simple.Parameter.Identifier.WithoutTrivia(),
        ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: [var only] } => only.Identifier.WithoutTrivia(),
        _ => null,
    };

    private static string NameNotIn(SyntaxNode member)
    {
        var taken = new HashSet<string>(member.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText), StringComparer.Ordinal);
        return TokenNames.First(name => name == TokenNames[TokenNames.Length - 1] || !taken.Contains(name));
    }
}
