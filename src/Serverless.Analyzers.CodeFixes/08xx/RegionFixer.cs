using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS0805: the region goes; the client takes the one that it runs in. Names of resources need a variable that only a deployment can give, so they stay.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RegionFixer : ServerlessFixer
{
    private protected override string RuleId => RuleIds.HardCodedResource;

    private protected override string Title => "Take the region of the environment";

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (node is LiteralExpressionSyntax || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            return null;
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var changed = node.Parent switch
        {
            ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax creation } argument => ClientArguments.Without(root!, creation, [argument], model),
            AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax initializer } assignment => WithoutAssignment(root!, initializer, assignment),
            AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax { Parent: BlockSyntax } statement } => root!.RemoveNode(statement, SyntaxRemoveOptions.KeepExteriorTrivia),
            _ => null,
        };
        return changed is null ? null : document.WithSyntaxRoot(changed);
    }

    private static SyntaxNode WithoutAssignment(SyntaxNode root, InitializerExpressionSyntax initializer, AssignmentExpressionSyntax assignment)
    {
        if (initializer is { Expressions.Count: 1, Parent: BaseObjectCreationExpressionSyntax creation })
        {
            var bare = creation.WithInitializer(null).WithArgumentList((creation.ArgumentList ?? SyntaxFactory.ArgumentList()).WithoutTrivia());
            if (bare is ObjectCreationExpressionSyntax typed)
                bare = typed.WithType(typed.Type.WithoutTrailingTrivia());
            return root.ReplaceNode(creation, bare.WithTriviaFrom(creation));
        }

        var changed = initializer.RemoveNode(assignment, SyntaxRemoveOptions.KeepNoTrivia)!;
        if (initializer.Expressions[initializer.Expressions.Count - 1] == assignment)
        {
            var last = changed.Expressions[changed.Expressions.Count - 1];
            changed = changed.ReplaceNode(last, last.WithTrailingTrivia(assignment.GetTrailingTrivia()));
        }

        return root.ReplaceNode(initializer, changed);
    }
}
