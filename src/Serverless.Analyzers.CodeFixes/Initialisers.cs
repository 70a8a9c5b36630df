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
            var list = expressions.Replace(last, last.WithTrailingTrivia());
            return creation.WithInitializer(initializer.WithExpressions(list.Add(added.WithTriviaFrom(last).WithLeadingTrivia(last.HasLeadingTrivia ? last.GetLeadingTrivia() : TriviaList(Space)))));
        }

        var fresh = InitializerExpression(SyntaxKind.ObjectInitializerExpression, SingletonSeparatedList(added.WithLeadingTrivia(Space).WithTrailingTrivia(Space)));
        return creation.WithInitializer(fresh.WithLeadingTrivia(Space));
    }
}
