using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS0105: `readonly` for a field that only its type's static constructor writes, a private setter for a property that only its type writes. The whole solution is asked.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ReadonlyStaticFixer : ServerlessFixer
{
    private protected override string RuleId => RuleIds.MutableStaticVisible;

    private protected override string Title => "Make it readonly, or its setter private";

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
            return null;
        switch (node)
        {
            case VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax { Declaration.Variables.Count: 1 } declaration } field
                when model.GetDeclaredSymbol(field, cancellationToken) is IFieldSymbol { IsVolatile: false } symbol && MayBeReadonly(symbol.Type):
                if (await IsWrittenAsync(document.Project.Solution, symbol, static (use, type) => !IsInStaticConstructor(use, type), cancellationToken).ConfigureAwait(false))
                    return null;
                return document.WithSyntaxRoot(root.ReplaceNode(declaration, declaration.AddModifiers(Token(SyntaxKind.ReadOnlyKeyword).WithTrailingTrivia(Space))));
            case PropertyDeclarationSyntax { AccessorList: { } accessors } property
                when accessors.Accessors.FirstOrDefault(static accessor => accessor.IsKind(SyntaxKind.SetAccessorDeclaration)) is { Modifiers.Count: 0 } setter && model.GetDeclaredSymbol(property, cancellationToken) is { } symbol:
                if (await IsWrittenAsync(document.Project.Solution, symbol, static (use, type) => !IsIn(use, type), cancellationToken).ConfigureAwait(false))
                    return null;
                return document.WithSyntaxRoot(root.ReplaceNode(setter, setter.WithModifiers(TokenList(Token(SyntaxKind.PrivateKeyword).WithTrailingTrivia(Space))).WithKeyword(setter.Keyword.WithLeadingTrivia()).WithLeadingTrivia(setter.GetLeadingTrivia())));
            default:
                return null;
        }
    }

    /// <summary>A call on a readonly field of a mutable value type changes a copy.</summary>
    private static bool MayBeReadonly(ITypeSymbol type) => type.IsReferenceType || type.TypeKind == TypeKind.Enum || type.SpecialType != SpecialType.None || type.IsReadOnly;

    private static async Task<bool> IsWrittenAsync(Solution solution, ISymbol symbol, Func<SyntaxNode, string, bool> isForeign, CancellationToken cancellationToken)
    {
        foreach (var found in await SymbolFinder.FindReferencesAsync(symbol, solution, cancellationToken).ConfigureAwait(false))
        {
            foreach (var place in found.Locations)
            {
                if (await place.Document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root || root.FindNode(place.Location.SourceSpan, getInnermostNodeForTie: true) is not SimpleNameSyntax name)
                    return true;
                if (Syntax.IsWritten(Syntax.Whole(name)) && isForeign(name, symbol.ContainingType.Name))
                    return true;
            }
        }

        return false;
    }

    private static bool IsInStaticConstructor(SyntaxNode use, string type) =>
        use.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is { } constructor && constructor.Modifiers.Any(SyntaxKind.StaticKeyword) && constructor.Identifier.ValueText == type
        && use.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is null && use.FirstAncestorOrSelf<LocalFunctionStatementSyntax>() is null;

    private static bool IsIn(SyntaxNode use, string type) => use.Ancestors().OfType<TypeDeclarationSyntax>().Any(declaration => declaration.Identifier.ValueText == type);
}
