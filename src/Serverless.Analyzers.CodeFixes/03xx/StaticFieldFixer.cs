using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>
/// Moves what is made in every invocation into a static readonly field of its class. Offered where the arguments mean the same there; `using` and `Dispose` go, because what
/// is shared lives as long as the environment. An equal field that exists already is used.
/// </summary>
public abstract class StaticFieldFixer : ServerlessFixer
{
    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model || node is not ExpressionSyntax creation)
            return null;
        if (model.GetTypeInfo(creation, cancellationToken).Type is not INamedTypeSymbol type || creation.Parent is AwaitExpressionSyntax || !Syntax.IsStaticOnly(creation, model, cancellationToken))
            return null;
        if (creation.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not (ClassDeclarationSyntax or RecordDeclarationSyntax or StructDeclarationSyntax) || creation.FirstAncestorOrSelf<GlobalStatementSyntax>() is not null)
            return null;
        var owner = creation.FirstAncestorOrSelf<TypeDeclarationSyntax>()!;
        var declarator = creation.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1 } } variable } ? variable : null;
        var value = Value(creation);
        var (name, exists) = NameOf(declarator?.Identifier.ValueText, type, owner, value);
        var changed = declarator is null
            ? owner.ReplaceNode(creation, IdentifierName(name).WithTriviaFrom(creation))
            : ClientLocals.Without(owner, declarator, name, model, cancellationToken);
        if (changed is null)
            return null;
        if (!exists)
            changed = WithField(changed, Field(name, type, value));
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNode(owner, changed));
    }

    internal static ExpressionSyntax Value(ExpressionSyntax creation) => creation.WithoutTrivia() switch
    {
        // Parsed, not built: the formatter would break the line before the initialiser of a built one.
        ObjectCreationExpressionSyntax explicitly => ParseExpression("new" + (explicitly.ArgumentList?.WithoutTrivia().ToString() ?? "()") + (explicitly.Initializer is { } initializer ? " " + initializer.WithoutTrivia() : "")),
        var other => other,
    };

    private static FieldDeclarationSyntax Field(string name, INamedTypeSymbol type, ExpressionSyntax value) =>
        FieldDeclaration(VariableDeclaration(Syntax.TypeOf(type).WithTrailingTrivia(Space)).AddVariables(VariableDeclarator(Identifier(name).WithTrailingTrivia(Space)).WithInitializer(EqualsValueClause(Token(SyntaxKind.EqualsToken).WithTrailingTrivia(Space), value))))
            .AddModifiers(Token(SyntaxKind.PrivateKeyword).WithTrailingTrivia(Space), Token(SyntaxKind.StaticKeyword).WithTrailingTrivia(Space), Token(SyntaxKind.ReadOnlyKeyword).WithTrailingTrivia(Space))
            .WithTrailingTrivia(ElasticLineFeed).Formatted();

    /// <summary>Before everything else, with an empty line below when no field follows.</summary>
    private static TypeDeclarationSyntax WithField(TypeDeclarationSyntax type, FieldDeclarationSyntax field)
    {
        var alone = type.Members.FirstOrDefault() is not FieldDeclarationSyntax;
        if (alone)
            field = field.WithTrailingTrivia(ElasticLineFeed, ElasticLineFeed);
        return type.WithMembers(type.Members.Insert(0, field));
    }

    /// <summary>`s3` becomes `S3`; without a local the type names it. An equal field is reused, a different one of that name avoided.</summary>
    private static (string Name, bool Exists) NameOf(string? local, INamedTypeSymbol type, TypeDeclarationSyntax owner, ExpressionSyntax value)
    {
        var name = local?.TrimStart('_') is { Length: > 0 } given ? char.ToUpperInvariant(given[0]) + given.Substring(1) : type.Name.StartsWith("Amazon", StringComparison.Ordinal) ? type.Name.Substring("Amazon".Length) : type.Name;
        var members = owner.Members.SelectMany(static m => m is FieldDeclarationSyntax f ? f.Declaration.Variables.Select(static v => v.Identifier.ValueText) : [NameOf(m)]).ToList();
        foreach (var candidate in new[] { name, "Shared" + name, name + "Client" })
        {
            var field = owner.Members.OfType<FieldDeclarationSyntax>().FirstOrDefault(f => f.Declaration.Variables.Any(v => v.Identifier.ValueText == candidate));
            if (field is not null && field.Modifiers.Any(SyntaxKind.StaticKeyword) && field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword)
                && AreEquivalent(field.Declaration.Variables[0].Initializer?.Value, value))
            {
                return (candidate, true);
            }

            if (!members.Contains(candidate) && owner.Identifier.ValueText != candidate && (local is not null || candidate != type.Name))
                return (candidate, false);
        }

        return ("Shared" + name + members.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), false);
    }

    private static string NameOf(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        _ => "",
    };
}
