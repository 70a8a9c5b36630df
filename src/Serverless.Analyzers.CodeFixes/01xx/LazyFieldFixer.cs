using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS0101: a static that is written in one place, with a value that no invocation decides, is made once with `Lazy`. The value is then no longer renewed: one at a time.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class LazyFieldFixer : ServerlessFixer
{
    private protected override string RuleId => RuleIds.StaticStateWritten;

    private protected override string Title => "Make the value once, with Lazy<T>";

    private protected override bool CanFixAll => false;

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model || FieldFacts.Of(node, model, cancellationToken) is not { Field.IsStatic: true } facts)
            return null;
        if (facts.Declarator.Initializer is not null || facts.Declaration.Declaration.Variables.Count != 1)
            return null;
        if (node.Parent is not AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Parent: ExpressionStatementSyntax { Parent: BlockSyntax } statement } assignment || assignment.Left != node)
            return null;
        var reads = facts.Uses.Select(Syntax.Whole).Where(use => use != node).ToList();
        if (!Syntax.IsStaticOnly(assignment.Right, model, cancellationToken) || reads.Exists(Syntax.IsWritten))
            return null;
        var type = facts.Declaration.Declaration.Type.WithoutTrivia();
        if (type is NullableTypeSyntax nullable && facts.Field.Type.IsReferenceType)
            type = nullable.ElementType;
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        root = root!.TrackNodes(reads.Cast<SyntaxNode>().Append(statement).Append(facts.Declaration));
        root = root.ReplaceNodes(reads.Select(read => root.GetCurrentNode(read)!), static (_, read) =>
            MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, ((ExpressionSyntax)read).WithoutTrivia(), IdentifierName("Value")).WithTriviaFrom(read));
        root = root.RemoveNode(root.GetCurrentNode(statement)!, SyntaxRemoveOptions.KeepUnbalancedDirectives)!;
        var declaration = root.GetCurrentNode(facts.Declaration)!;
        var lazy = ParseTypeName("global::System.Lazy<" + type + ">").WithAdditionalAnnotations(Microsoft.CodeAnalysis.Simplification.Simplifier.Annotation);
        var value = ParseExpression("new(() => " + assignment.Right.WithoutTrivia() + ")");
        var modifiers = declaration.Modifiers.Any(SyntaxKind.ReadOnlyKeyword) ? declaration.Modifiers : declaration.Modifiers.Add(Token(SyntaxKind.ReadOnlyKeyword).WithTrailingTrivia(Space));
        var changed = declaration.WithModifiers(modifiers).WithDeclaration(
            VariableDeclaration(lazy.WithTrailingTrivia(Space)).AddVariables(declaration.Declaration.Variables[0].WithInitializer(EqualsValueClause(value).Formatted())));
        return document.WithSyntaxRoot(root.ReplaceNode(declaration, changed.Formatted()));
    }
}
