using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>Adds a property to `new X { … }`.</summary>
internal static class Initialisers
{
    public static BaseObjectCreationExpressionSyntax With(BaseObjectCreationExpressionSyntax creation, string assignment)
    {
        var added = Syntax.Expression(assignment);
        if (creation.Initializer is { Expressions: { Count: > 0 } expressions } initializer)
        {
            var last = expressions[expressions.Count - 1];
            if (expressions.SeparatorCount == expressions.Count)
            {
                // A comma ends the list already: the new line ends as the one before it, without its comment.
                var comma = expressions.GetSeparator(expressions.Count - 1);
                var end = comma.TrailingTrivia.Where(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
                var parts = expressions.GetWithSeparators().Add(added.WithLeadingTrivia(last.GetLeadingTrivia())).Add(Token(SyntaxKind.CommaToken).WithTrailingTrivia(end));
                return creation.WithInitializer(initializer.WithExpressions(SeparatedList<ExpressionSyntax>(parts)));
            }

            var list = expressions.Replace(last, last.WithTrailingTrivia());
            return creation.WithInitializer(initializer.WithExpressions(list.Add(added.WithTriviaFrom(last).WithLeadingTrivia(last.HasLeadingTrivia ? last.GetLeadingTrivia() : TriviaList(Space)))));
        }

        var fresh = InitializerExpression(SyntaxKind.ObjectInitializerExpression, SingletonSeparatedList(added.WithLeadingTrivia(Space).WithTrailingTrivia(Space)));
        return creation.WithInitializer(fresh.WithLeadingTrivia(Space));
    }
}
