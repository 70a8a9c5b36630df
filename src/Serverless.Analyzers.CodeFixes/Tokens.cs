using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>Passes a token to a call that takes one: in place of none, at its parameter's place, or to the overload that has it at the end.</summary>
internal static class Tokens
{
    /// <summary>Null when the call takes no token, or has a real one.</summary>
    public static InvocationExpressionSyntax? Forward(InvocationExpressionSyntax call, string token, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol method)
            return null;
        var arguments = call.ArgumentList.Arguments;
        for (var i = 0; i < arguments.Count; i++)
        {
            var parameter = arguments[i].NameColon is { } name ? method.Parameters.FirstOrDefault(p => p.Name == name.Name.Identifier.ValueText) : i < method.Parameters.Length ? method.Parameters[i] : null;
            if (IsToken(parameter?.Type))
                return IsNone(arguments[i].Expression) ? call.ReplaceNode(arguments[i].Expression, ParseExpression(token).WithTriviaFrom(arguments[i].Expression)) : null;
        }

        var own = method.Parameters.FirstOrDefault(static p => IsToken(p.Type));
        var added = own ?? OverloadParameter(method);
        if (added is null)
            return null;
        var value = Argument(ParseExpression(token));
        var isInPlace = arguments.All(static a => a.NameColon is null) && arguments.Count == (own?.Ordinal ?? method.Parameters.Length);
        if (!isInPlace)
            value = value.WithNameColon(NameColon(added.Name).WithTrailingTrivia(Space));
        return call.WithArgumentList(call.ArgumentList.AddArguments(arguments.Count == 0 ? value : value.WithLeadingTrivia(Space)));
    }

    /// <summary>The nearest parameter that is a token; null when no function around the node has one.</summary>
    public static string? InScope(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        for (var at = node.Parent; at is not null; at = at.Parent)
        {
            var function = at switch
            {
                AnonymousFunctionExpressionSyntax lambda => model.GetSymbolInfo(lambda, cancellationToken).Symbol as IMethodSymbol,
                LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax => model.GetDeclaredSymbol(at, cancellationToken) as IMethodSymbol,
                _ => null,
            };
            if (function?.Parameters.FirstOrDefault(static p => IsToken(p.Type)) is { } parameter)
                return parameter.Name;
            if (at is BaseMethodDeclarationSyntax)
                return null;
        }

        return null;
    }

    /// <summary>The last parameter is a token, and no other may be left out.</summary>
    public static bool IsAtEnd(IMethodSymbol method) => method.Parameters is [.., var last] && IsToken(last.Type) && method.Parameters.Count(static p => p.IsOptional) <= 1;

    private static bool IsToken(ITypeSymbol? type) => type is { Name: "CancellationToken", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } };

    private static bool IsNone(ExpressionSyntax value) => value switch
    {
        LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.DefaultLiteralExpression),
        DefaultExpressionSyntax => true,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "None" } => true,
        BaseObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 } } => true,
        _ => false,
    };

    /// <summary>The last parameter of the overload that has one more; the analyzer has compared the others.</summary>
    private static IParameterSymbol? OverloadParameter(IMethodSymbol method)
    {
        var original = (method.ReducedFrom ?? method).OriginalDefinition;
        return original.ContainingType.GetMembers(original.Name).OfType<IMethodSymbol>()
            .Where(o => o.Parameters.Length == original.Parameters.Length + 1 && o.Arity == original.Arity && o.IsStatic == original.IsStatic && IsToken(o.Parameters[o.Parameters.Length - 1].Type))
            .Select(static o => o.Parameters[o.Parameters.Length - 1]).FirstOrDefault();
    }
}
