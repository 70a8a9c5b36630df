using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>
/// SVLS0306: writes a context that lists what the handlers exchange, at the end of the file, and names the generated serializer with it. No Fix All: one context serves an
/// assembly, and a second one of that name does not compile.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class JsonContextFixer : ServerlessFixer
{
    private const string Name = "LambdaJsonContext";

    private protected override string RuleId => RuleIds.ReflectionJson;

    private protected override string Title => "Generate a JsonSerializerContext and use it";

    private protected override bool CanFixAll => false;

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, ImmutableDictionary<string, string?> found, CancellationToken cancellationToken)
    {
        if (!found.TryGetValue(FixProperties.Replacement, out var types) || types is null || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not CompilationUnitSyntax root
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model || model.Compilation.ContainsSymbolsWithName(Name, SymbolFilter.Type, cancellationToken))
        {
            return null;
        }

        var space = root.Members.LastOrDefault() as BaseNamespaceDeclarationSyntax;
        var context = "global::" + (space is null ? "" : space.Name + ".") + Name;
        var serializer = "global::Amazon.Lambda.Serialization.SystemTextJson.SourceGeneratorLambdaJsonSerializer<" + context + ">";
        ExpressionSyntax? changed = node switch
        {
            TypeOfExpressionSyntax => Syntax.Expression("typeof(" + serializer + ")"),
            BaseObjectCreationExpressionSyntax => Syntax.Expression("new " + serializer + "()"),
            _ => null,
        };
        if (changed is null)
            return null;
        root = root.ReplaceNode(node, changed.WithTriviaFrom(node));
        var lineEnd = root.DescendantTrivia().FirstOrDefault(static t => t.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } written ? written : LineFeed;
        var declaration = Declaration(types.Split('|')).WithTrailingTrivia(lineEnd);
        if (root.Members.LastOrDefault() is BaseNamespaceDeclarationSyntax last)
            return document.WithSyntaxRoot(root.ReplaceNode(last, last.WithMembers(last.Members.Add(declaration))));
        return document.WithSyntaxRoot(root.AddMembers(declaration));
    }

    private static ClassDeclarationSyntax Declaration(string[] types)
    {
        var attributes = types.Select(static type => AttributeList(SingletonSeparatedList(Attribute(
            Shortened("global::System.Text.Json.Serialization.JsonSerializable"),
            AttributeArgumentList(SingletonSeparatedList(AttributeArgument(Syntax.Expression("typeof(" + type + ")"))))))).WithTrailingTrivia(ElasticLineFeed));
        return ClassDeclaration(Identifier(Name).WithTrailingTrivia(Space)).WithAttributeLists(List(attributes))
            .AddModifiers(Token(SyntaxKind.PublicKeyword).WithTrailingTrivia(Space), Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(Space))
            .AddBaseListTypes(SimpleBaseType(Shortened("global::System.Text.Json.Serialization.JsonSerializerContext"))).Formatted()
            .WithLeadingTrivia(ElasticLineFeed);
    }

    private static NameSyntax Shortened(string name) => ParseName(name).WithAdditionalAnnotations(Microsoft.CodeAnalysis.Simplification.Simplifier.Annotation);
}
