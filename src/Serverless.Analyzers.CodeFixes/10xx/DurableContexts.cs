using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>The durable context that code can use where it stands.</summary>
internal static class DurableContexts
{
    /// <summary>Name of a parameter, local or member that holds it; null when none is in scope.</summary>
    public static string? InScope(SyntaxNode at, SemanticModel model)
    {
        foreach (var symbol in model.LookupSymbols(at.SpanStart))
        {
            var type = symbol switch
            {
                IParameterSymbol parameter => parameter.Type,
                ILocalSymbol local when local.DeclaringSyntaxReferences.All(r => r.Span.End <= at.SpanStart) => local.Type,
                IFieldSymbol field => field.Type,
                IPropertySymbol property => property.Type,
                _ => null,
            };
            if (type is { Name: "IDurableContext" })
                return symbol.Name;
        }

        return null;
    }

    /// <summary>What a lambda may not take along from around it: other waits, and variables that are references.</summary>
    public static bool MayMoveIntoLambda(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (var node in expression.DescendantNodesAndSelf())
        {
            if (node is AwaitExpressionSyntax or DeclarationExpressionSyntax)
                return false;
            if (node is IdentifierNameSyntax name && model.GetSymbolInfo(name, cancellationToken).Symbol is IParameterSymbol { RefKind: not RefKind.None } or ILocalSymbol { IsRef: true })
                return false;
        }

        return true;
    }
}
