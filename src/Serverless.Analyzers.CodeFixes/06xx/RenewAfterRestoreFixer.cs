using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>
/// SVLS0601: a hook after the restore makes the value again; the field is no longer readonly. One at a time: what the value is for decides whether a new one is right.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RenewAfterRestoreFixer : ServerlessFixer
{
    private protected override string RuleId => RuleIds.UniqueValueInSnapshot;

    private protected override string Title => "Make the value again after a restore";

    private protected override bool CanFixAll => false;

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (node is not ExpressionSyntax value || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model || !SnapshotHookStatements.AreKnown(model.Compilation))
            return null;
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var changed = value.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: FieldDeclarationSyntax field } } variable } => RenewField(root!, field, variable, value),
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax { Declaration.Variables.Count: 1, UsingKeyword.RawKind: 0 } local } variable } =>
                SnapshotHookStatements.InsertBehind(root!, local, Hook(variable.Identifier.ValueText, value)),
            AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax statement } assignment when assignment.Right == value && statement.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is not null =>
                RenewAssigned(root!, statement, assignment, model, cancellationToken),
            _ => null,
        };
        return changed is null ? null : document.WithSyntaxRoot(changed);
    }

    private static StatementSyntax Hook(string target, ExpressionSyntax value) => SnapshotHookStatements.After($"() =>\n{{\n    {target} = {value.WithoutTrivia()};\n    return default;\n}}");

    private static SyntaxNode? RenewField(SyntaxNode root, FieldDeclarationSyntax field, VariableDeclaratorSyntax variable, ExpressionSyntax value)
    {
        if (field.Parent is not TypeDeclarationSyntax type)
            return null;
        var writable = type.ReplaceNode(field, Writable(field));
        var changed = SnapshotHookStatements.WithConstructor(writable, field.Modifiers.Any(SyntaxKind.StaticKeyword), Hook(variable.Identifier.ValueText, value));
        return changed is null ? null : root.ReplaceNode(type, changed);
    }

    private static SyntaxNode? RenewAssigned(SyntaxNode root, ExpressionStatementSyntax statement, AssignmentExpressionSyntax assignment, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetSymbolInfo(assignment.Left, cancellationToken).Symbol is not IFieldSymbol { DeclaringSyntaxReferences: [var reference] }
            || reference.GetSyntax(cancellationToken).FirstAncestorOrSelf<FieldDeclarationSyntax>() is not { } field || field.SyntaxTree != statement.SyntaxTree)
        {
            return null;
        }

        root = root.TrackNodes(statement, field);
        root = root.ReplaceNode(root.GetCurrentNode(field)!, Writable(field));
        return SnapshotHookStatements.InsertBehind(root, root.GetCurrentNode(statement)!, Hook(assignment.Left.WithoutTrivia().ToString(), assignment.Right));
    }

    private static FieldDeclarationSyntax Writable(FieldDeclarationSyntax field)
    {
        var index = field.Modifiers.IndexOf(SyntaxKind.ReadOnlyKeyword);
        if (index < 0)
            return field;
        var fewer = field.WithModifiers(field.Modifiers.RemoveAt(index));
        return index == 0 ? fewer.WithLeadingTrivia(field.GetLeadingTrivia()) : fewer;
    }
}
