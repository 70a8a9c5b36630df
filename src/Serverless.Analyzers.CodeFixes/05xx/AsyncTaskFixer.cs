using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>
/// SVLS0502, SVLS0701: `void` becomes `Task` where no signature is bound to it, and callers that can await it do; `list.ForEach(async …)` becomes a loop.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AsyncTaskFixer : ServerlessFixer
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleIds.AsyncVoid, RuleIds.AsyncVoidHandler);

    private protected override string RuleId => RuleIds.AsyncVoid;

    private protected override string Title => "Return a task";

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            return null;
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var changed = node switch
        {
            MethodDeclarationSyntax method => WithTask(root!, method, method.ReturnType, model, cancellationToken),
            LocalFunctionStatementSyntax local => WithTask(root!, local, local.ReturnType, model, cancellationToken),
            AnonymousFunctionExpressionSyntax lambda => WithLoop(root!, lambda, model, cancellationToken),
            _ => null,
        };
        return changed is null ? null : document.WithSyntaxRoot(changed);
    }

    private static SyntaxNode? WithTask(SyntaxNode root, SyntaxNode declaration, TypeSyntax result, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetDeclaredSymbol(declaration, cancellationToken) is not IMethodSymbol method || Signatures.IsBound(method))
            return null;
        var uses = Syntax.Uses(root, method, model, cancellationToken);
        if (uses.Exists(static use => Syntax.Whole(use).Parent is not InvocationExpressionSyntax call || call.Expression != Syntax.Whole(use)))
            return null;
        var calls = uses.Select(static use => (InvocationExpressionSyntax)Syntax.Whole(use).Parent!)
            .Where(static call => call.Parent is ExpressionStatementSyntax && Syntax.MayAwait(call)).ToList();
        root = root.TrackNodes(calls.Cast<SyntaxNode>().Append(result));
        foreach (var call in calls)
        {
            var current = root.GetCurrentNode(call)!;
            root = root.ReplaceNode(current, Syntax.Await(current, current));
        }

        var task = Syntax.Qualified("System.Threading.Tasks.Task");
        var place = root.GetCurrentNode(result)!;
        return root.ReplaceNode(place, ParseTypeName(task.ToString()).WithAdditionalAnnotations(Microsoft.CodeAnalysis.Simplification.Simplifier.Annotation).WithTriviaFrom(place));
    }

    /// <summary>`items.ForEach(async i => await Save(i));` → `foreach (var i in items) await Save(i);`</summary>
    private static SyntaxNode? WithLoop(SyntaxNode root, AnonymousFunctionExpressionSyntax lambda, SemanticModel model, CancellationToken cancellationToken)
    {
        if (lambda.Parent is not ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ForEach" } access, Parent: ExpressionStatementSyntax statement } call } || !Syntax.MayAwait(call))
            return null;
        if (model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol { IsStatic: false, ContainingType.Name: "List" } || Parameter(lambda) is not { } item || lambda.DescendantNodes().Any(static n => n is ReturnStatementSyntax))
            return null;
        StatementSyntax body = lambda.Body is BlockSyntax block ? block.WithoutTrivia() : ExpressionStatement(((ExpressionSyntax)lambda.Body).WithoutTrivia());
        var loop = ForEachStatement(IdentifierName("var"), item, access.Expression.WithoutTrivia(), body).NormalizeWhitespace(elasticTrivia: true).WithTriviaFrom(statement).Formatted();
        return root.ReplaceNode(statement, loop);
    }

    private static SyntaxToken? Parameter(AnonymousFunctionExpressionSyntax lambda) => lambda switch
    {
        SimpleLambdaExpressionSyntax simple => simple.Parameter.Identifier.WithoutTrivia(),
        ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: [var only] } => only.Identifier.WithoutTrivia(),
        _ => null,
    };
}
