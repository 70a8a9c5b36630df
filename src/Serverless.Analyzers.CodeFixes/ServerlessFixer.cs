using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>
/// Base of the fixes: a fix is computed before it is offered, so that none is offered that changes nothing. Fix All applies the fixes of a document one
/// after the other, because two fixes of one type (a field each) may touch the same place.
/// </summary>
public abstract class ServerlessFixer : CodeFixProvider
{
    private protected abstract string RuleId { get; }

    /// <summary>A constant; `{0}` is the name that the fix is about.</summary>
    private protected abstract string Title { get; }

    /// <summary>False where the order of fixes or the identity of what they touch changes behaviour.</summary>
    private protected virtual bool CanFixAll => true;

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleId);

    /// <inheritdoc/>
    public sealed override FixAllProvider? GetFixAllProvider() => CanFixAll ? FixAllProvider.Create(FixDocumentAsync) : null;

    /// <summary>What the analyzer said beside the place; asked before the fix is computed.</summary>
    private protected virtual bool AppliesTo(Diagnostic diagnostic) => true;

    /// <summary>Null when the fix does not apply.</summary>
    private protected virtual Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken) => Task.FromResult<Document?>(null);

    /// <summary>For a fix that needs what the analyzer found out (<see cref="Serverless.Model.FixProperties"/>).</summary>
    private protected virtual Task<Document?> FixAsync(Document document, SyntaxNode node, ImmutableDictionary<string, string?> found, CancellationToken cancellationToken) =>
        FixAsync(document, node, cancellationToken);

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            if (!AppliesTo(diagnostic) || await FixAsync(context.Document, node, diagnostic.Properties, context.CancellationToken).ConfigureAwait(false) is not { } changed)
                continue;
            context.RegisterCodeFix(CodeAction.Create(Title, _ => Task.FromResult(changed), equivalenceKey: GetType().Name), diagnostic);
        }
    }

    private async Task<Document?> FixDocumentAsync(FixAllContext context, Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        if (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return document;
        var targets = diagnostics.Where(AppliesTo).OrderBy(static d => d.Location.SourceSpan.Start)
            .Select(d => (Node: root.FindNode(d.Location.SourceSpan, getInnermostNodeForTie: true), Mark: new SyntaxAnnotation(), Found: d.Properties))
            .GroupBy(static target => target.Node).Select(static group => group.First()).ToList();
        root = root.ReplaceNodes(targets.Select(static t => t.Node), (original, rewritten) => rewritten.WithAdditionalAnnotations(targets.First(t => t.Node == original).Mark));
        document = document.WithSyntaxRoot(root);
        foreach (var (_, mark, found) in targets)
        {
            var current = await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
            if (current?.GetAnnotatedNodes(mark).FirstOrDefault() is { } node)
                document = await FixAsync(document, node, found, context.CancellationToken).ConfigureAwait(false) ?? document;
        }

        return document;
    }
}
