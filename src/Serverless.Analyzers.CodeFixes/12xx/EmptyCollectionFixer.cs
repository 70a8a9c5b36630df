using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS1219: nothing instead of null. An element that is asked for by its place or key stays as it is: there is no element to give.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class EmptyCollectionFixer : ServerlessFixer
{
    private protected override string RuleId => RuleIds.NullResponseCollection;

    private protected override string Title => "Use an empty collection instead of null";

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (node is not ExpressionSyntax expression || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            return null;
        if (model.GetTypeInfo(expression, cancellationToken).Type is not INamedTypeSymbol type || expression.Parent is ElementAccessExpressionSyntax)
            return null;
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (expression.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" } count && count.Parent is not InvocationExpressionSyntax)
        {
            var asked = ParenthesizedIfNeeded(ParseExpression(expression.WithoutTrivia() + "?.Count ?? 0"), count);
            return document.WithSyntaxRoot(root!.ReplaceNode(count, asked.WithTriviaFrom(count)));
        }

        var empty = type.Name == "List" && document.Project.ParseOptions is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp12 }
            ? ParseExpression("[]")
            : ObjectCreationExpression(Syntax.TypeOf(type), ArgumentList(), null).WithNewKeyword(Token(SyntaxKind.NewKeyword).WithTrailingTrivia(Space));
        var either = BinaryExpression(SyntaxKind.CoalesceExpression, expression.WithoutTrivia().WithTrailingTrivia(Space), Token(SyntaxKind.QuestionQuestionToken).WithTrailingTrivia(Space), empty);
        return document.WithSyntaxRoot(root!.ReplaceNode(expression, ParenthesizedIfNeeded(either, expression).WithTriviaFrom(expression)));
    }

    private static ExpressionSyntax ParenthesizedIfNeeded(ExpressionSyntax value, ExpressionSyntax place) => place.Parent is
        ArgumentSyntax or EqualsValueClauseSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or ForEachStatementSyntax or FromClauseSyntax or ParenthesizedExpressionSyntax
        or SpreadElementSyntax or InterpolationSyntax or AssignmentExpressionSyntax or AnonymousFunctionExpressionSyntax
        ? value
        : ParenthesizedExpression(value);
}
