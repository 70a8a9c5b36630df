using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>Lists all missing types of a project at once: several handlers share a context, and two of them may miss the same type.</summary>
internal sealed class JsonSerializableFixAll : FixAllProvider
{
    public static readonly JsonSerializableFixAll Instance = new();

    private JsonSerializableFixAll()
    {
    }

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) =>
        Task.FromResult<CodeAction?>(CodeAction.Create(JsonSerializableFixer.Title, _ => FixAsync(fixAllContext), fixAllContext.CodeActionEquivalenceKey));

    private static async Task<Solution> FixAsync(FixAllContext context)
    {
        var solution = context.Solution;
        foreach (var id in (context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project]).Select(static project => project.Id).ToList())
        {
            var project = solution.GetProject(id)!;
            var diagnostics = context is { Scope: FixAllScope.Document, Document: { } only }
                ? await context.GetDocumentDiagnosticsAsync(only).ConfigureAwait(false)
                : await context.GetAllDiagnosticsAsync(context.Solution.GetProject(id)!).ConfigureAwait(false);
            solution = await JsonSerializableFixer.AddAsync(project, diagnostics, context.CancellationToken).ConfigureAwait(false) ?? solution;
        }

        return solution;
    }
}
