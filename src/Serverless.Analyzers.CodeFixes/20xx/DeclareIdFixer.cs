using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>
/// SVLS2004: declares the resource that a grant is for, or a parameter of the template for what belongs to another stack. Which of the two is meant only the
/// author knows, so both are offered.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class DeclareIdFixer : CodeFixProvider
{
    /// <summary>Equivalence key of the fix that declares the resource.</summary>
    public const string ResourceKey = nameof(DeclareIdFixer) + ".Resource";

    /// <summary>Equivalence key of the fix that declares a template parameter.</summary>
    public const string ParameterKey = nameof(DeclareIdFixer) + ".Parameter";

    internal const string ResourceTitle = "Declare the resource";
    internal const string ParameterTitle = "Declare a template parameter";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleIds.UndeclaredId);

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => DeclareIdFixAll.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var (key, title) in new[] { (ResourceKey, ResourceTitle), (ParameterKey, ParameterTitle) })
            {
                if (await FindAsync(key, diagnostic, context.Document, context.CancellationToken).ConfigureAwait(false) is { } declaration)
                    context.RegisterCodeFix(CodeAction.Create(title, token => AddAsync(context.Document, [declaration], token), key), diagnostic);
            }
        }
    }

    internal static async Task<Declaration?> FindAsync(string? key, Diagnostic diagnostic, Document document, CancellationToken cancellationToken)
    {
        if (key == ParameterKey)
            return Declaration.OfParameter(diagnostic);
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return root is null || model is null ? null : Declaration.OfResource(diagnostic, root.FindNode(diagnostic.Location.SourceSpan), model, cancellationToken);
    }

    internal static async Task<Document> AddAsync(Document document, IReadOnlyList<Declaration> declarations, CancellationToken cancellationToken) =>
        await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is CompilationUnitSyntax root
            ? document.WithSyntaxRoot(AssemblyAttributes.Add(root, [.. declarations.Select(static d => d.List())]))
            : document;
}
