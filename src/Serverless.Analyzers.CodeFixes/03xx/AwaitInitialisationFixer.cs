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
/// SVLS0303: `await` where the code may; a private static field becomes a `Lazy` of the task when every use can await it.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AwaitInitialisationFixer : ServerlessFixer
{
    private protected override string RuleId => RuleIds.BlockingInitialisation;

    private protected override string Title => "Await the task";

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (node is not ExpressionSyntax blocking || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            return null;
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (Syntax.MayAwait(blocking))
            return Task(blocking) is { } task ? document.WithSyntaxRoot(root!.ReplaceNode(blocking, Syntax.Await(task, blocking))) : null;
        return WithLazyField(root!, blocking, model, cancellationToken) is { } changed ? document.WithSyntaxRoot(changed) : null;
    }

    /// <summary>The task that is waited for; several waits become one `WhenAll`.</summary>
    private static ExpressionSyntax? Task(ExpressionSyntax blocking) => blocking switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result" } result => result.Expression,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Wait" } wait, ArgumentList.Arguments.Count: 0 } => wait.Expression,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetResult", Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetAwaiter" } awaiter } } } => awaiter.Expression,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WaitAll" } all, Parent: ExpressionStatementSyntax } call =>
            call.WithExpression(all.WithName(IdentifierName("WhenAll"))),
        _ => null,
    };

    private static SyntaxNode? WithLazyField(SyntaxNode root, ExpressionSyntax blocking, SemanticModel model, CancellationToken cancellationToken)
    {
        if (blocking.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: FieldDeclarationSyntax declaration } } declarator })
            return null;
        if (model.GetDeclaredSymbol(declarator, cancellationToken) is not IFieldSymbol { IsStatic: true, IsReadOnly: true, DeclaredAccessibility: Accessibility.Private, ContainingType.DeclaringSyntaxReferences.Length: 1 } field)
            return null;
        if (Task(blocking) is not InvocationExpressionSyntax task || model.GetTypeInfo(task, cancellationToken).Type is not INamedTypeSymbol { Name: "Task", TypeArguments.Length: 1 } type)
            return null;
        var uses = Syntax.Uses(declaration.Parent!, field, model, cancellationToken).Select(Syntax.Whole).ToList();
        if (!uses.TrueForAll(Syntax.MayAwait))
            return null;
        var lazy = ParseTypeName("global::System.Lazy<" + type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) + ">").WithAdditionalAnnotations(Simplifier.Annotation);
        var value = ParseExpression("new(() => " + task.WithoutTrivia() + ")");
        var changed = declaration.WithDeclaration(VariableDeclaration(lazy.WithTriviaFrom(declaration.Declaration.Type)).AddVariables(declarator.WithInitializer(declarator.Initializer!.WithValue(value))));
        root = root.TrackNodes(uses.Cast<SyntaxNode>().Append(declaration));
        root = root.ReplaceNodes(uses.Select(use => root.GetCurrentNode(use)!), static (_, use) =>
            Syntax.Await(MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, ((ExpressionSyntax)use).WithoutTrivia(), IdentifierName("Value")), use));
        return root.ReplaceNode(root.GetCurrentNode(declaration)!, changed);
    }
}
