using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>
/// SVLS0509: `await` instead of the wait. A method that is not asynchronous becomes so when its signature is its own and nothing else in the project mentions it,
/// which is so for most handlers: the runtime awaits what they return.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AwaitBlockedTaskFixer : ServerlessFixer
{
    private static readonly HashSet<string> NotAcrossAwait = new(StringComparer.Ordinal) { "Span", "ReadOnlySpan", "stackalloc", "yield", "ref", "unsafe", "fixed" };

    private protected override string RuleId => RuleIds.BlockingInHandler;

    private protected override string Title => "Await it";

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (node is not ExpressionSyntax blocking || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            return null;
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (AwaitedForm(blocking, model, cancellationToken) is not { } awaited)
            return null;
        if (Syntax.MayAwait(blocking))
            return document.WithSyntaxRoot(root!.ReplaceNode(blocking, Syntax.Await(awaited, blocking)));
        if (Syntax.Function(blocking) is not MethodDeclarationSyntax method || blocking.Ancestors().TakeWhile(at => at != method).Any(static at => at is LockStatementSyntax or QueryExpressionSyntax))
            return null;
        if (!await MayBecomeAsyncAsync(document, method, model, cancellationToken).ConfigureAwait(false))
            return null;
        var changed = method.ReplaceNode(blocking, Syntax.Await(awaited, blocking));
        return document.WithSyntaxRoot(root!.ReplaceNode(method, WithAsync(changed)));
    }

    /// <summary>What is awaited instead: the task itself, all of them, or the asynchronous form of the call.</summary>
    private static ExpressionSyntax? AwaitedForm(ExpressionSyntax blocking, SemanticModel model, CancellationToken cancellationToken) => blocking switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result" } result => result.Expression,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Wait" } wait, ArgumentList.Arguments.Count: 0 } => wait.Expression,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetResult", Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetAwaiter" } awaiter } } } => awaiter.Expression,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WaitAll" } all, Parent: ExpressionStatementSyntax } call when TakesTasksOnly(call, model, cancellationToken) =>
            call.WithExpression(all.WithName(IdentifierName("WhenAll"))),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "SaveChanges" or "Read" or "CopyTo" } synchronous } call => Asynchronous(call, synchronous, model, cancellationToken),
        _ => null,
    };

    /// <summary>A timeout or a token has no place in `WhenAll`.</summary>
    private static bool TakesTasksOnly(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol { Parameters.Length: 1 };

    private static InvocationExpressionSyntax? Asynchronous(InvocationExpressionSyntax call, MemberAccessExpressionSyntax access, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetTypeInfo(access.Expression, cancellationToken).Type is not { } type || call.ArgumentList.Arguments.Any(argument => model.GetTypeInfo(argument.Expression, cancellationToken).Type?.IsRefLikeType == true))
            return null;
        if (model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol synchronous)
            return null;
        var name = access.Name.Identifier.ValueText + "Async";
        for (var at = type; at is not null; at = at.BaseType)
        {
            foreach (var method in at.GetMembers(name).OfType<IMethodSymbol>().OrderBy(static m => m.Parameters.Length))
            {
                if (!TakesTheSame(method, synchronous))
                    continue;
                var changed = call.WithExpression(access.WithName(IdentifierName(name)));
                return Tokens.InScope(call, model, cancellationToken) is { } token && Tokens.IsAtEnd(method) ? changed.AddArgumentListArguments(Argument(IdentifierName(token)).WithLeadingTrivia(call.ArgumentList.Arguments.Count == 0 ? TriviaList() : TriviaList(Space))) : changed;
            }
        }

        return null;
    }

    /// <summary>The same parameters, and after them only what may be left out.</summary>
    private static bool TakesTheSame(IMethodSymbol method, IMethodSymbol synchronous)
    {
        for (var i = 0; i < method.Parameters.Length; i++)
        {
            var parameter = method.Parameters[i];
            if (i < synchronous.Parameters.Length ? !SymbolEqualityComparer.Default.Equals(parameter.Type, synchronous.Parameters[i].Type) : !parameter.IsOptional)
                return false;
        }

        return method.Parameters.Length >= synchronous.Parameters.Length;
    }

    private static async Task<bool> MayBecomeAsyncAsync(Document document, MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetDeclaredSymbol(method, cancellationToken) is not { } symbol || Signatures.IsBound(symbol) || symbol.ReturnsByRef || symbol.ReturnsByRefReadonly || IsAwaitable(symbol.ReturnType)
            || symbol.Parameters.Any(static p => p.RefKind != RefKind.None || p.Type.IsRefLikeType) || method.DescendantTokens().Any(static token => NotAcrossAwait.Contains(token.ValueText)))
        {
            return false;
        }

        foreach (var other in document.Project.Documents)
        {
            if (await other.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
                continue;
            if (root.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == symbol.Name && token.Parent is SimpleNameSyntax))
                return false;
        }

        return true;
    }

    private static bool IsAwaitable(ITypeSymbol type) => type.Name is "Task" or "ValueTask" or "IAsyncEnumerable" or "IEnumerable" or "IEnumerator";

    private static MethodDeclarationSyntax WithAsync(MethodDeclarationSyntax method)
    {
        var isVoid = method.ReturnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };
        var task = isVoid ? "global::System.Threading.Tasks.Task" : "global::System.Threading.Tasks.Task<" + method.ReturnType.WithoutTrivia() + ">";
        var type = ParseTypeName(task).WithAdditionalAnnotations(Simplifier.Annotation).WithTrailingTrivia(method.ReturnType.GetTrailingTrivia());
        var async = Token(SyntaxKind.AsyncKeyword).WithTrailingTrivia(Space);
        return method.Modifiers.Count == 0
            ? method.WithReturnType(type).WithModifiers(TokenList(async.WithLeadingTrivia(method.ReturnType.GetLeadingTrivia())))
            : method.WithReturnType(type).AddModifiers(async);
    }
}
