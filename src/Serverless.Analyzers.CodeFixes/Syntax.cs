using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>Pieces of syntax and questions about it that several fixes need.</summary>
internal static class Syntax
{
    /// <summary>A qualified name that the simplifier shortens where a `using` allows it.</summary>
    public static ExpressionSyntax Qualified(string name) => ParseExpression("global::" + name).WithAdditionalAnnotations(Simplifier.Annotation);

    /// <summary>Parses an expression; every name in it that begins with `global::` is shortened where a `using` allows it.</summary>
    public static ExpressionSyntax Expression(string text) => Shortened(ParseExpression(text));

    public static StatementSyntax Statement(string text) => Shortened(ParseStatement(text));

    private static T Shortened<T>(T node)
        where T : SyntaxNode => node.ReplaceNodes(
            node.DescendantNodesAndSelf().Where(static inner => inner is MemberAccessExpressionSyntax or NameSyntax && inner.GetFirstToken().IsKind(SyntaxKind.GlobalKeyword)),
            static (_, inner) => inner.WithAdditionalAnnotations(Simplifier.Annotation));

    public static TypeSyntax TypeOf(ITypeSymbol type) => ParseTypeName(type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)).WithAdditionalAnnotations(Simplifier.Annotation);

    public static T Formatted<T>(this T node)
        where T : SyntaxNode => node.WithAdditionalAnnotations(Formatter.Annotation);

    /// <summary>`await x`, in parentheses where a member of the result is asked for.</summary>
    public static ExpressionSyntax Await(ExpressionSyntax task, SyntaxNode place)
    {
        ExpressionSyntax awaited = AwaitExpression(Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(Space), task.WithoutTrivia());
        if (place.Parent is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or ConditionalAccessExpressionSyntax or PostfixUnaryExpressionSyntax or InvocationExpressionSyntax)
            awaited = ParenthesizedExpression(awaited);
        return awaited.WithTriviaFrom(place);
    }

    /// <summary>The function whose code stands at a node: method, local function, lambda, accessor, or null at top level.</summary>
    public static SyntaxNode? Function(SyntaxNode node)
    {
        for (var at = node.Parent; at is not null; at = at.Parent)
        {
            if (at is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or AccessorDeclarationSyntax or TypeDeclarationSyntax or BaseFieldDeclarationSyntax)
                return at;
            if (at is ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax or IndexerDeclarationSyntax })
                return at;
        }

        return null;
    }

    /// <summary>`await` may be written at the node: an asynchronous function or a top-level statement, outside a lock.</summary>
    public static bool MayAwait(SyntaxNode node)
    {
        for (var at = node; at is not null; at = at.Parent)
        {
            switch (at)
            {
                case LockStatementSyntax or UnsafeStatementSyntax or QueryExpressionSyntax:
                    return false;
                case AnonymousFunctionExpressionSyntax lambda:
                    return !lambda.AsyncKeyword.IsKind(SyntaxKind.None);
                case LocalFunctionStatementSyntax local:
                    return local.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case MethodDeclarationSyntax method:
                    return method.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case GlobalStatementSyntax:
                    return true;
                case MemberDeclarationSyntax:
                    return false;
            }
        }

        return false;
    }

    /// <summary>Mentions of a symbol below a node, declarations left out.</summary>
    public static List<SimpleNameSyntax> Uses(SyntaxNode within, ISymbol symbol, SemanticModel model, CancellationToken cancellationToken) =>
        within.DescendantNodes().OfType<SimpleNameSyntax>()
            .Where(name => name.Identifier.ValueText == symbol.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, symbol))
            .ToList();

    /// <summary>The whole reference: `x`, `this.x` or `Type.x`.</summary>
    public static ExpressionSyntax Whole(SimpleNameSyntax name) => name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;

    public static bool IsWritten(ExpressionSyntax reference) => reference.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == reference,
        PrefixUnaryExpressionSyntax prefix => prefix.IsKind(SyntaxKind.PreIncrementExpression) || prefix.IsKind(SyntaxKind.PreDecrementExpression),
        PostfixUnaryExpressionSyntax postfix => postfix.IsKind(SyntaxKind.PostIncrementExpression) || postfix.IsKind(SyntaxKind.PostDecrementExpression),
        ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None) || argument.Parent is TupleExpressionSyntax { Parent: AssignmentExpressionSyntax },
        RefExpressionSyntax => true,
        _ => false,
    };

    /// <summary>The expression means the same anywhere in the type: constants, statics, types, and what its own lambdas declare.</summary>
    public static bool IsStaticOnly(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (var node in expression.DescendantNodesAndSelf())
        {
            if (node is ThisExpressionSyntax or BaseExpressionSyntax or AwaitExpressionSyntax or DeclarationExpressionSyntax)
                return false;
            if (node is not SimpleNameSyntax name || name.Parent is MemberAccessExpressionSyntax access && access.Name == name)
                continue;
            switch (model.GetSymbolInfo(name, cancellationToken).Symbol)
            {
                case ILocalSymbol { IsConst: true }:
                    return false;
                case ILocalSymbol or IParameterSymbol or IRangeVariableSymbol when !IsDeclaredWithin(model.GetSymbolInfo(name, cancellationToken).Symbol!, expression):
                    return false;
                case IFieldSymbol { IsStatic: false } or IPropertySymbol { IsStatic: false } or IMethodSymbol { IsStatic: false } or IEventSymbol { IsStatic: false } when !IsInitialised(name):
                    return false;
            }
        }

        return true;
    }

    private static bool IsDeclaredWithin(ISymbol symbol, SyntaxNode node) => symbol.DeclaringSyntaxReferences.Any(r => node.Span.Contains(r.Span));

    /// <summary>The left side in `new X { Name = … }`.</summary>
    private static bool IsInitialised(SimpleNameSyntax name) => name.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment && assignment.Left == name;
}
