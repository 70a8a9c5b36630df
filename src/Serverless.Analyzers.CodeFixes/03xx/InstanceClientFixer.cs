using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>
/// SVLS0301: a client whose arguments are fields or primary-constructor parameters of a handler object moves into a readonly field that the constructor sets. The object
/// serves every invocation, so the field is made once. One at a time: where to set it is a choice.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class InstanceClientFixer : ServerlessFixer
{
    private protected override string RuleId => RuleIds.ClientPerInvocation;

    private protected override string Title => "Keep one client in a field that the constructor sets";

    private protected override bool CanFixAll => false;

    private protected override bool AppliesTo(Diagnostic diagnostic) => diagnostic.Properties.ContainsKey(FixProperties.ReusedObject);

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || node is not ExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1 } } local } } creation
            || model.GetTypeInfo(creation, cancellationToken).Type is not INamedTypeSymbol type
            || creation.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } owner
            || Needs(creation, owner, model, cancellationToken) is not { } needs || needs == Dependencies.None)
        {
            return null;
        }

        var name = "_" + local.Identifier.ValueText.TrimStart('_');
        if (owner.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name))
            return null;
        var constructors = owner.Members.OfType<ConstructorDeclarationSyntax>().Where(static c => !c.Modifiers.Any(SyntaxKind.StaticKeyword)).ToList();
        var inInitialiser = owner.ParameterList is not null && needs == Dependencies.Parameters;
        if (!inInitialiser && (owner.ParameterList is not null || constructors is not [{ Body: not null }]))
            return null;
        if (ClientLocals.Without(owner, local, name, model, cancellationToken) is not { } changed)
            return null;
        var value = StaticFieldFixer.Value(creation);
        if (!inInitialiser)
        {
            var constructor = changed.Members.OfType<ConstructorDeclarationSyntax>().Single(static c => !c.Modifiers.Any(SyntaxKind.StaticKeyword));
            var assignment = ParseStatement(name + " = " + creation.WithoutTrivia() + ";").WithTrailingTrivia(ElasticLineFeed).Formatted();
            changed = changed.ReplaceNode(constructor, constructor.WithBody(constructor.Body!.AddStatements(assignment)));
        }

        changed = changed.WithMembers(changed.Members.Insert(0, Field(name, type, inInitialiser ? value : null, changed.Members.FirstOrDefault() is not FieldDeclarationSyntax)));
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNode(owner, changed));
    }

    private enum Dependencies
    {
        /// <summary>Static: the other fix is better.</summary>
        None,

        /// <summary>Primary-constructor parameters alone: a field initialiser can use them.</summary>
        Parameters,

        /// <summary>Fields of the object.</summary>
        Fields,
    }

    /// <summary>Null when something of the invocation is needed.</summary>
    private static Dependencies? Needs(ExpressionSyntax creation, TypeDeclarationSyntax owner, SemanticModel model, CancellationToken cancellationToken)
    {
        var needs = Dependencies.None;
        foreach (var name in creation.DescendantNodes().OfType<SimpleNameSyntax>())
        {
            switch (model.GetSymbolInfo(name, cancellationToken).Symbol)
            {
                case IParameterSymbol parameter when parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor }:
                    needs = needs == Dependencies.Fields ? needs : Dependencies.Parameters;
                    break;
                case IParameterSymbol or ILocalSymbol or IRangeVariableSymbol:
                    return null;
                case IFieldSymbol { IsStatic: false, IsReadOnly: true } field when IsOf(field, owner, model, cancellationToken):
                    needs = Dependencies.Fields;
                    break;
                case IFieldSymbol { IsStatic: false } or IPropertySymbol { IsStatic: false } or IMethodSymbol { IsStatic: false, MethodKind: MethodKind.Ordinary }
                    when name.Parent is not (MemberAccessExpressionSyntax or AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax }):
                    return null;
            }
        }

        return needs;
    }

    private static bool IsOf(IFieldSymbol field, TypeDeclarationSyntax owner, SemanticModel model, CancellationToken cancellationToken) =>
        SymbolEqualityComparer.Default.Equals(field.ContainingType, model.GetDeclaredSymbol(owner, cancellationToken));

    private static FieldDeclarationSyntax Field(string name, INamedTypeSymbol type, ExpressionSyntax? value, bool alone)
    {
        var declarator = VariableDeclarator(name);
        if (value is not null)
            declarator = VariableDeclarator(Identifier(name).WithTrailingTrivia(Space)).WithInitializer(EqualsValueClause(Token(SyntaxKind.EqualsToken).WithTrailingTrivia(Space), value));
        var field = FieldDeclaration(VariableDeclaration(Syntax.TypeOf(type).WithTrailingTrivia(Space)).AddVariables(declarator))
            .AddModifiers(Token(SyntaxKind.PrivateKeyword).WithTrailingTrivia(Space), Token(SyntaxKind.ReadOnlyKeyword).WithTrailingTrivia(Space));
        return (alone ? field.WithTrailingTrivia(ElasticLineFeed, ElasticLineFeed) : field.WithTrailingTrivia(ElasticLineFeed)).Formatted();
    }
}
