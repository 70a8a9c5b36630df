using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS0707: lists the type on its context, wherever in the project that is written, below the types that are listed already.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class JsonSerializableFixer : CodeFixProvider
{
    internal const string Title = "List the type on its JsonSerializerContext";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleIds.TypeNotInJsonContext);

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => JsonSerializableFixAll.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await AddAsync(context.Document.Project, [diagnostic], context.CancellationToken).ConfigureAwait(false) is { } changed)
                context.RegisterCodeFix(CodeAction.Create(Title, _ => Task.FromResult(changed), equivalenceKey: nameof(JsonSerializableFixer)), diagnostic);
        }
    }

    /// <summary>Lists every type once on each context; null when no context is written in this project.</summary>
    internal static async Task<Solution?> AddAsync(Project project, IReadOnlyList<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        if (await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation)
            return null;
        Solution? solution = null;
        foreach (var group in diagnostics.OrderBy(static d => d.Location.SourceSpan.Start).GroupBy(static d => d.Properties.TryGetValue(FixProperties.Id, out var id) ? id : null))
        {
            if (group.Key is null || DocumentationCommentId.GetFirstSymbolForDeclarationId(group.Key, compilation) is not INamedTypeSymbol context)
                continue;
            var types = group.Select(static d => d.Properties.TryGetValue(FixProperties.Replacement, out var type) ? type : null).OfType<string>().Distinct(StringComparer.Ordinal);
            foreach (var reference in context.DeclaringSyntaxReferences)
            {
                if (await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false) is not ClassDeclarationSyntax { AttributeLists: [.., var last] lists } declaration
                    || project.GetDocument(declaration.SyntaxTree) is not { } document)
                {
                    continue;
                }

                var added = types.Select(type => Listed(type).WithLeadingTrivia(Indentation(last)).WithTrailingTrivia(last.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia) ? last.GetTrailingTrivia().Where(static t => t.IsKind(SyntaxKind.EndOfLineTrivia)) : [Space]));
                var root = await declaration.SyntaxTree.GetRootAsync(cancellationToken).ConfigureAwait(false);
                solution = (solution ?? project.Solution).WithDocumentSyntaxRoot(document.Id, root.ReplaceNode(declaration, declaration.WithAttributeLists(lists.AddRange(added))));
                break;
            }
        }

        return solution;
    }

    private static AttributeListSyntax Listed(string type)
    {
        var argument = AttributeArgument(Syntax.Expression("typeof(" + type + ")"));
        var name = (NameSyntax)ParseName("global::System.Text.Json.Serialization.JsonSerializable").WithAdditionalAnnotations(Microsoft.CodeAnalysis.Simplification.Simplifier.Annotation);
        return AttributeList(SingletonSeparatedList(Attribute(name, AttributeArgumentList(SingletonSeparatedList(argument)))));
    }

    private static SyntaxTriviaList Indentation(SyntaxNode node) => TriviaList(node.GetLeadingTrivia().Reverse().TakeWhile(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));
}
