using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Serverless.Analyzers.Detection;

/// <summary>A field that the handler sets or empties before anything else: state, but none that the next invocation would find.</summary>
internal static class ResetFields
{
    /// <summary>The first statement of the handler that mentions the field is `_x = …;` or `_x.Clear();`, and no call comes before it.</summary>
    public static bool IsReset(ISymbol field, SyntaxNode handler)
    {
        var body = handler switch
        {
            MethodDeclarationSyntax method => method.Body,
            AnonymousFunctionExpressionSyntax lambda => lambda.Block,
            _ => null,
        };
        foreach (var statement in body?.Statements ?? default)
        {
            if (statement is ExpressionStatementSyntax { Expression: var expression } && Resets(expression, field.Name))
                return true;
            if (Mentions(statement, field.Name) || statement.DescendantNodes().Any(static node => node is InvocationExpressionSyntax { Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } }))
                return false;
        }

        return false;
    }

    private static bool Resets(ExpressionSyntax expression, string field) => expression switch
    {
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment => Is(assignment.Left, field) && !Mentions(assignment.Right, field),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Clear" } clear, ArgumentList.Arguments.Count: 0 } => Is(clear.Expression, field),
        _ => false,
    };

    private static bool Is(ExpressionSyntax expression, string field) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText == field,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: IdentifierNameSyntax name } => name.Identifier.ValueText == field,
        _ => false,
    };

    private static bool Mentions(SyntaxNode node, string field)
    {
        foreach (var token in node.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == field)
                return true;
        }

        return false;
    }
}
