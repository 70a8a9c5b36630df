using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS0312: the field becomes a `Lazy`, and its uses ask for the value.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class LazyStaticFixer : ServerlessFixer
{
    private protected override string RuleId => RuleIds.EagerStaticWork;

    private protected override string Title => "Make it a Lazy";

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (node is not ExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: FieldDeclarationSyntax { Parent: TypeDeclarationSyntax owner } field } declaration } declarator } } value
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model || model.GetDeclaredSymbol(declarator, cancellationToken) is not IFieldSymbol symbol)
        {
            return null;
        }

        var uses = Syntax.Uses(owner, symbol, model, cancellationToken).Select(Syntax.Whole).ToList();
        if (uses.Exists(static use => use.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } }))
            return null;

        // `new()` and `[…]` take their type from the field, so the lambda's result cannot have them.
        if (value is ImplicitObjectCreationExpressionSyntax or CollectionExpressionSyntax or InitializerExpressionSyntax)
            return null;
        var type = GenericName(Identifier("global::System.Lazy"), TypeArgumentList(SingletonSeparatedList(declaration.Type.WithoutTrivia())));
        var lazy = ParseTypeName(type.ToString()).WithAdditionalAnnotations(Simplifier.Annotation).WithTriviaFrom(declaration.Type);
        var made = ParseExpression("new(() => " + value.WithoutTrivia() + ")").WithTriviaFrom(value);
        var changed = field.WithDeclaration(declaration.WithType(lazy).WithVariables(SingletonSeparatedList(declarator.WithInitializer(declarator.Initializer!.WithValue(made)))));
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        root = root!.TrackNodes(uses.Cast<SyntaxNode>().Append(field));
        root = root.ReplaceNodes(uses.Select(use => root.GetCurrentNode(use)!), static (_, use) =>
            MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, ((ExpressionSyntax)use).WithoutTrivia(), IdentifierName("Value")).WithTriviaFrom(use));
        return document.WithSyntaxRoot(root.ReplaceNode(root.GetCurrentNode(field)!, changed));
    }
}
