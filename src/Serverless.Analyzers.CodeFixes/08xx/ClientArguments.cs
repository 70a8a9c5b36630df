using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>Takes arguments away from a client's creation, where the client has a constructor for what is left.</summary>
internal static class ClientArguments
{
    public static SyntaxNode? Without(SyntaxNode root, BaseObjectCreationExpressionSyntax creation, IReadOnlyCollection<ArgumentSyntax> removed, SemanticModel model)
    {
        if (creation.ArgumentList is not { } arguments)
            return null;
        var left = arguments.WithArguments(SyntaxFactory.SeparatedList(arguments.Arguments.Where(argument => !removed.Contains(argument)).Select(static (argument, i) => i == 0 ? argument.WithoutLeadingTrivia() : argument.WithLeadingTrivia(SyntaxFactory.Space))));
        var changed = creation.WithArgumentList(left);
        var target = model.GetTypeInfo(creation).Type;
        if (target is null)
            return null;
        // A target-typed creation has no type of its own where it is tried out.
        var tried = SyntaxFactory.ObjectCreationExpression(Syntax.TypeOf(target)).WithArgumentList(left);
        return model.GetSpeculativeSymbolInfo(creation.SpanStart, tried, SpeculativeBindingOption.BindAsExpression).Symbol is IMethodSymbol ? root.ReplaceNode(creation, changed) : null;
    }
}
