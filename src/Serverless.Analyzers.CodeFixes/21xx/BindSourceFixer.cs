using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>
/// SVLS2105 on a method without body: an attribute says where the parameter comes from instead. Base of the two answers, each
/// offered where the front end found that the type allows it.
/// </summary>
public abstract class BindSourceFixer : ServerlessFixer
{
    private protected sealed override string RuleId => RuleIds.BodyNotPossible;

    /// <summary>The word in <see cref="FixProperties.Sources"/>.</summary>
    private protected abstract string Source { get; }

    private protected abstract string AttributeMetadataName { get; }

    private protected sealed override bool AppliesTo(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(FixProperties.Sources, out var sources) && sources is not null && sources.Split(' ').Contains(Source);

    private protected sealed override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<ParameterSyntax>() is not { } parameter
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || model.Compilation.GetTypesByMetadataName(AttributeMetadataName).FirstOrDefault() is not { } type)
        {
            return null;
        }

        var isInScope = model.LookupNamespacesAndTypes(parameter.SpanStart, name: type.Name).Contains(type, SymbolEqualityComparer.Default);
        var attribute = SyntaxFactory.Attribute((NameSyntax)Syntax.TypeOf(type));
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var changed = BodyAttribute(parameter, model, cancellationToken) is { } written
            ? root!.ReplaceNode(written, attribute.WithTriviaFrom(written))
            : root!.ReplaceNode(parameter, With(parameter, attribute));
        return document.WithSyntaxRoot(isInScope ? changed : WithUsing(changed, type.ContainingNamespace.ToDisplayString()));
    }

    private static ParameterSyntax With(ParameterSyntax parameter, AttributeSyntax attribute)
    {
        var bare = parameter.WithoutLeadingTrivia();
        var list = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attribute)).WithTrailingTrivia(SyntaxFactory.Space);
        return bare.WithAttributeLists(bare.AttributeLists.Insert(0, list)).WithLeadingTrivia(parameter.GetLeadingTrivia());
    }

    /// <summary>Among the sorted directives of the file; a file without any keeps the qualified name.</summary>
    private static SyntaxNode WithUsing(SyntaxNode root, string name)
    {
        if (root is not CompilationUnitSyntax { Usings: { Count: > 0 } usings } unit)
            return root;
        var before = usings.LastOrDefault(u => u.Alias is null && u.StaticKeyword.IsKind(SyntaxKind.None) && string.CompareOrdinal(u.Name?.ToString(), name) < 0) ?? usings.Last();
        var lineEnd = before.GetTrailingTrivia().LastOrDefault(static t => t.IsKind(SyntaxKind.EndOfLineTrivia));
        var added = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(name).WithLeadingTrivia(SyntaxFactory.Space))
            .WithTrailingTrivia(lineEnd.IsKind(SyntaxKind.EndOfLineTrivia) ? lineEnd : SyntaxFactory.ElasticCarriageReturnLineFeed);
        return unit.WithUsings(usings.Insert(usings.IndexOf(before) + 1, added));
    }

    /// <summary>`[BindBody]` or a relative of another package: it would contradict the new attribute.</summary>
    private static AttributeSyntax? BodyAttribute(ParameterSyntax parameter, SemanticModel model, CancellationToken cancellationToken) =>
        parameter.AttributeLists.SelectMany(static l => l.Attributes)
            .FirstOrDefault(a => model.GetSymbolInfo(a, cancellationToken).Symbol?.ContainingType.Name is "BindBodyAttribute" or "FromBodyAttribute");
}
