using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS0501: `await` in front of the work, where the function is asynchronous; a helper that hides the task is taken away.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AwaitWorkFixer : ServerlessFixer
{
    private protected override string RuleId => RuleIds.WorkNotAwaited;

    private protected override string Title => "Await the work";

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (node is not InvocationExpressionSyntax call || !Syntax.MayAwait(call) || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            return null;
        if (model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol method || method.ContainingType.Name == "ThreadPool")
            return null;
        var statement = call.FirstAncestorOrSelf<StatementSyntax>();
        var task = method.Name.EndsWith("FireAndForget", StringComparison.Ordinal) && call.Expression is MemberAccessExpressionSyntax hidden ? hidden.Expression : call;
        switch (statement)
        {
            case ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } } discard } when discard.Right == call:
            case ExpressionStatementSyntax plain when plain.Expression == call:
            case LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: var value } variable] } when value == call && IsUnused(variable, model, cancellationToken):
                var awaited = ExpressionStatement(Syntax.Await(task, statement).WithoutTrivia()).WithTriviaFrom(statement);
                var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
                return document.WithSyntaxRoot(root!.ReplaceNode(statement, awaited));
            default:
                return null;
        }
    }

    private static bool IsUnused(VariableDeclaratorSyntax variable, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetDeclaredSymbol(variable, cancellationToken) is { } local && Syntax.Uses(variable.SyntaxTree.GetRoot(cancellationToken), local, model, cancellationToken).Count == 0;
}
