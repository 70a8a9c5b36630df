using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>Passes a cancellation token to a call that takes one and was not given any.</summary>
internal static class TokenArguments
{
    /// <summary>The nearest parameter that is a token; null when the function has none.</summary>
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
            foreach (var parameter in function?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty)
            {
                if (IsToken(parameter))
                    return parameter.Name;
            }

            if (at is BaseMethodDeclarationSyntax)
                return null;
        }

        return null;
    }

    /// <summary>The call with the token; the call itself when it takes none or has one.</summary>
    public static InvocationExpressionSyntax With(InvocationExpressionSyntax call, IMethodSymbol method, string token)
    {
        var given = call.ArgumentList.Arguments;
        for (var i = 0; i < method.Parameters.Length; i++)
        {
            if (!IsToken(method.Parameters[i]))
                continue;
            if (!method.Parameters[i].IsOptional || given.Count > i || given.Any(argument => argument.NameColon?.Name.Identifier.ValueText == method.Parameters[i].Name))
                return call;
            var inPlace = given.Count == i && given.All(static argument => argument.NameColon is null);
            return Add(call, inPlace ? Argument(IdentifierName(token)) : Argument(NameColon(method.Parameters[i].Name), default, IdentifierName(token)));
        }

        return HasOverload(method) ? Add(call, Argument(IdentifierName(token))) : call;
    }

    /// <summary>An overload with the same parameters and a token at the end.</summary>
    private static bool HasOverload(IMethodSymbol method)
    {
        var own = (method.ReducedFrom ?? method).OriginalDefinition;
        return own.Parameters is not [.., { IsParams: true }] && own.ContainingType.GetMembers(own.Name).OfType<IMethodSymbol>().Any(other =>
            other.Parameters.Length == own.Parameters.Length + 1 && other.Arity == own.Arity && other.IsStatic == own.IsStatic && IsToken(other.Parameters[own.Parameters.Length])
            && own.Parameters.Zip(other.Parameters, static (a, b) => (a, b)).All(static pair => pair.a.Type.ToDisplayString() == pair.b.Type.ToDisplayString()));
    }

    private static InvocationExpressionSyntax Add(InvocationExpressionSyntax call, ArgumentSyntax argument) =>
        call.WithArgumentList(call.ArgumentList.WithArguments(call.ArgumentList.Arguments.Count == 0
            ? SingletonSeparatedList(argument)
            : SeparatedList<ArgumentSyntax>(call.ArgumentList.Arguments.GetWithSeparators().Add(Token(SyntaxKind.CommaToken).WithTrailingTrivia(Space)).Add(argument))));

    private static bool IsToken(IParameterSymbol parameter) => parameter.Type is { Name: "CancellationToken", ContainingNamespace.Name: "Threading" };
}
