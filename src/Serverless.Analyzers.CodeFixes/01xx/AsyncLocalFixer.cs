using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS0108: a private `[ThreadStatic]` or `ThreadLocal` becomes an `AsyncLocal`, which follows the invocation through its awaits.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AsyncLocalFixer : ServerlessFixer
{
    private protected override string RuleId => RuleIds.ThreadAffineState;

    private protected override string Title => "Keep it in an AsyncLocal<T>";

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model || FieldOf(node, model, cancellationToken) is not { } field)
            return null;
        if (field.DeclaringSyntaxReferences is not [var reference] || field.ContainingType.DeclaringSyntaxReferences.Length != 1
            || reference.GetSyntax(cancellationToken) is not VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax { Declaration.Variables.Count: 1, Parent: TypeDeclarationSyntax type } declaration } declarator)
        {
            return null;
        }

        var uses = Syntax.Uses(type, field, model, cancellationToken).Select(Syntax.Whole).ToList();
        var isLocal = field.Type is INamedTypeSymbol { Name: "ThreadLocal" };
        if (isLocal ? !CanBeAsync(declarator, uses) : declarator.Initializer is not null || uses.Exists(IsByReference))
            return null;
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        root = root!.TrackNodes(uses.Cast<SyntaxNode>().Append(declaration));
        if (!isLocal)
        {
            root = root.ReplaceNodes(uses.Select(use => root.GetCurrentNode(use)!), static (_, use) =>
                MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, ((ExpressionSyntax)use).WithoutTrivia(), IdentifierName("Value")).WithTriviaFrom(use));
        }

        var current = root.GetCurrentNode(declaration)!;
        return document.WithSyntaxRoot(root.ReplaceNode(current, Changed(current, isLocal).Formatted()));
    }

    private static IFieldSymbol? FieldOf(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (var name in node.DescendantNodesAndSelf().OfType<SimpleNameSyntax>())
        {
            if (model.GetSymbolInfo(name, cancellationToken).Symbol is IFieldSymbol { DeclaredAccessibility: Accessibility.Private } field
                && (field.Type.Name == "ThreadLocal" || field.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "ThreadStaticAttribute")))
            {
                return field;
            }
        }

        return null;
    }

    private static bool IsByReference(ExpressionSyntax use) =>
        use.Parent is RefExpressionSyntax || (use.Parent is ArgumentSyntax argument && !argument.RefKindKeyword.IsKind(SyntaxKind.None));

    /// <summary>Made without a factory, and used for its value alone.</summary>
    private static bool CanBeAsync(VariableDeclaratorSyntax declarator, List<ExpressionSyntax> uses) =>
        declarator.Initializer?.Value is BaseObjectCreationExpressionSyntax { Initializer: null } creation && creation.ArgumentList is null or { Arguments.Count: 0 }
        && uses.TrueForAll(static use => use.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value" } access && access.Expression == use);

    private static FieldDeclarationSyntax Changed(FieldDeclarationSyntax declaration, bool isLocal)
    {
        var old = declaration.Declaration.Type;
        var held = isLocal ? ((GenericNameSyntax)Last(old)).TypeArgumentList.Arguments[0] : old.WithoutTrivia();
        var type = ParseTypeName("global::System.Threading.AsyncLocal<" + held + ">").WithAdditionalAnnotations(Simplifier.Annotation).WithTriviaFrom(old);
        var variable = declaration.Declaration.Variables[0];
        var made = variable.WithIdentifier(variable.Identifier.WithTrailingTrivia()).WithInitializer(EqualsValueClause(ParseExpression("new()")).Formatted());
        var changed = declaration;
        if (!isLocal)
        {
            var leading = declaration.GetLeadingTrivia();
            var others = declaration.AttributeLists
                .Select(static list => list.WithAttributes(SeparatedList(list.Attributes.Where(static attribute => !attribute.Name.ToString().Contains("ThreadStatic")))))
                .Where(static list => list.Attributes.Count > 0);
            changed = changed.WithAttributeLists(List(others)).WithLeadingTrivia(leading);
            if (!changed.Modifiers.Any(SyntaxKind.ReadOnlyKeyword))
                changed = changed.AddModifiers(Token(SyntaxKind.ReadOnlyKeyword).WithTrailingTrivia(Space));
        }

        return changed.WithDeclaration(VariableDeclaration(type).AddVariables(made));
    }

    private static NameSyntax Last(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right,
        AliasQualifiedNameSyntax alias => alias.Name,
        _ => (NameSyntax)type,
    };
}
