using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>
/// SVLS0404: a deadline at the top of the handler, and its token to the calls that the handler awaits itself. Nine tenths of the time that is left, because a fixed rest would be
/// negative, which throws, where less is left or a test's context says nothing.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class DeadlineFixer : ServerlessFixer
{
    private const string Name = "deadline";

    private protected override string RuleId => RuleIds.RemainingTimeUnused;

    private protected override string Title => "Derive a deadline from RemainingTime and pass it on";

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        var function = node.FirstAncestorOrSelf<SyntaxNode>(static n => n is MethodDeclarationSyntax or ParenthesizedLambdaExpressionSyntax);
        if (function is null || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model || Context(function) is not { } context)
            return null;
        if (function.DescendantTokens().Any(static token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == Name))
            return null;
        var calls = function.DescendantNodes(inner => inner == function || inner is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<AwaitExpressionSyntax>()
            .Select(static awaited => Awaited(awaited.Expression)).OfType<InvocationExpressionSyntax>()
            .Select(call => (Call: call, Changed: Tokens.Forward(call, Name + ".Token", model, cancellationToken))).Where(static pair => pair.Changed is not null).ToDictionary(static pair => pair.Call, static pair => pair.Changed!);
        if (calls.Count == 0)
            return null;
        var deadline = Syntax.Statement($"using var {Name} = new global::System.Threading.CancellationTokenSource({context} * 0.9);").WithTrailingTrivia(ElasticLineFeed).Formatted();

        // Only the outermost of nested calls is found by the old node; the arguments inside are changed with it.
        var changed = function.ReplaceNodes(calls.Keys, (original, rewritten) => calls[original].ArgumentList.Arguments.Count == rewritten.ArgumentList.Arguments.Count
            ? calls[original]
            : rewritten.WithArgumentList(rewritten.ArgumentList.AddArguments(calls[original].ArgumentList.Arguments.Last())));
        changed = Start(changed, deadline);
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNode(function, changed));
    }

    private static ExpressionSyntax Awaited(ExpressionSyntax task) =>
        task is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } configured } ? configured.Expression : task;

    /// <summary>`context.RemainingTime`, by the parameter that is declared as the context.</summary>
    private static string? Context(SyntaxNode function)
    {
        var parameters = function is MethodDeclarationSyntax method ? method.ParameterList : ((ParenthesizedLambdaExpressionSyntax)function).ParameterList;
        return parameters.Parameters.FirstOrDefault(static p => p.Type?.ToString().EndsWith("ILambdaContext", StringComparison.Ordinal) == true) is { } parameter
            ? parameter.Identifier.ValueText + ".RemainingTime"
            : null;
    }

    private static SyntaxNode Start(SyntaxNode function, StatementSyntax deadline)
    {
        switch (function)
        {
            case MethodDeclarationSyntax { Body: { } body } method:
                return method.WithBody(body.WithStatements(body.Statements.Insert(0, deadline)));
            case MethodDeclarationSyntax { ExpressionBody: { } expression } method:
                var returns = method.ReturnType is GenericNameSyntax;
                return method.WithExpressionBody(null).WithSemicolonToken(default).WithParameterList(method.ParameterList.WithTrailingTrivia(ElasticLineFeed))
                    .WithBody(Block(deadline, Statement(expression.Expression, returns)).WithTrailingTrivia(method.GetTrailingTrivia())).Formatted();
            case ParenthesizedLambdaExpressionSyntax { Block: { } block } lambda:
                return lambda.WithBlock(block.WithStatements(block.Statements.Insert(0, deadline)));
            case ParenthesizedLambdaExpressionSyntax { ExpressionBody: { } value } lambda:
                return lambda.WithExpressionBody(null).WithBlock(Block(deadline, Statement(value, value is not AwaitExpressionSyntax))).Formatted();
            default:
                return function;
        }
    }

    private static StatementSyntax Statement(ExpressionSyntax expression, bool returns) => returns
        ? ReturnStatement(Token(SyntaxKind.ReturnKeyword).WithTrailingTrivia(Space), expression.WithoutTrivia(), Token(SyntaxKind.SemicolonToken))
        : ExpressionStatement(expression.WithoutTrivia());
}
