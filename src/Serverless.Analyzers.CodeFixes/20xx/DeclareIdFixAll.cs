using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>Declares each id once in its project: an id that several files name would otherwise be declared by each of them (SVLS2003).</summary>
internal sealed class DeclareIdFixAll : FixAllProvider
{
    public static readonly DeclareIdFixAll Instance = new();

    private DeclareIdFixAll()
    {
    }

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var title = fixAllContext.CodeActionEquivalenceKey == DeclareIdFixer.ParameterKey ? DeclareIdFixer.ParameterTitle : DeclareIdFixer.ResourceTitle;
        return Task.FromResult<CodeAction?>(CodeAction.Create(title, _ => FixAsync(fixAllContext), fixAllContext.CodeActionEquivalenceKey));
    }

    private static async Task<Solution> FixAsync(FixAllContext context)
    {
        var solution = context.Solution;
        foreach (var project in context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project])
        {
            var declared = new HashSet<string>(StringComparer.Ordinal);
            foreach (var document in context is { Scope: FixAllScope.Document, Document: { } only } ? [only] : project.Documents)
            {
                var declarations = new List<Declaration>();
                foreach (var diagnostic in (await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)).OrderBy(static d => d.Location.SourceSpan.Start))
                {
                    if (await DeclareIdFixer.FindAsync(context.CodeActionEquivalenceKey, diagnostic, document, context.CancellationToken).ConfigureAwait(false) is { } declaration && declared.Add(declaration.Id))
                        declarations.Add(declaration);
                }

                if (declarations.Count == 0)
                    continue;
                var changed = await DeclareIdFixer.AddAsync(document, declarations, context.CancellationToken).ConfigureAwait(false);
                if (await changed.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is { } root)
                    solution = solution.WithDocumentSyntaxRoot(document.Id, root);
            }
        }

        return solution;
    }
}
