using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>A private field that stands whole in one type declaration of one file, with every mention of it: what a fix may move.</summary>
internal sealed record FieldFacts(IFieldSymbol Field, VariableDeclaratorSyntax Declarator, FieldDeclarationSyntax Declaration, TypeDeclarationSyntax Type, List<SimpleNameSyntax> Uses)
{
    /// <summary>Null when other code could see the field.</summary>
    public static FieldFacts? Of(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (var name in node.DescendantNodesAndSelf().OfType<SimpleNameSyntax>())
        {
            if (model.GetSymbolInfo(name, cancellationToken).Symbol is IFieldSymbol { DeclaredAccessibility: Accessibility.Private, DeclaringSyntaxReferences: [var reference], ContainingType.DeclaringSyntaxReferences.Length: 1 } field
                && reference.SyntaxTree == node.SyntaxTree
                && reference.GetSyntax(cancellationToken) is VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax { AttributeLists.Count: 0, Parent: TypeDeclarationSyntax type } declaration } declarator)
            {
                return declaration.Modifiers.Any(SyntaxKind.VolatileKeyword) ? null : new FieldFacts(field, declarator, declaration, type, Syntax.Uses(type, field, model, cancellationToken));
            }
        }

        return null;
    }
}
