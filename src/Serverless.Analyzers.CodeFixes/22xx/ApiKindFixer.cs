using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>
/// SVLS2106, SVLS2205, SVLS2505: makes the API a REST API, which has what the declaration asks for. SVLS2204: makes it an HTTP API. The API is
/// declared elsewhere, or nowhere: then the assembly gets the attribute. One change mends every place, so there is no Fix All.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ApiKindFixer : CodeFixProvider
{
    /// <summary>Equivalence key of the change to a REST API.</summary>
    public const string RestKey = nameof(ApiKindFixer) + ".Rest";

    /// <summary>Equivalence key of the change to an HTTP API.</summary>
    public const string HttpKey = nameof(ApiKindFixer) + ".Http";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds =>
        ImmutableArray.Create(RuleIds.NotOnThisApi, RuleIds.RestWithoutRestFeature, RuleIds.ServiceRoute, RuleIds.Advice);

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (!diagnostic.Properties.TryGetValue(FixProperties.Api, out var owner) || owner is null)
                continue;
            var isRest = diagnostic.Id != RuleIds.RestWithoutRestFeature;
            var kind = isRest ? ApiKindChange.ToRest : ApiKindChange.ToHttp;
            if (await ChangeAsync(context.Document, owner, kind, context.CancellationToken).ConfigureAwait(false) is { } changed)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(isRest ? "Make it a REST API" : "Make it an HTTP API", _ => Task.FromResult(changed), isRest ? RestKey : HttpKey),
                    diagnostic);
            }
        }
    }

    private static async Task<Solution?> ChangeAsync(Document document, string owner, ApiKindChange kind, CancellationToken cancellationToken)
    {
        if (owner.Length == 0)
        {
            return await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is CompilationUnitSyntax root
                ? document.WithSyntaxRoot(AssemblyAttributes.Add(root, [kind.AssemblyList()])).Project.Solution
                : null;
        }

        if (await document.Project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation
            || kind.Find(compilation, owner, cancellationToken) is not { } attribute
            || document.Project.GetDocument(attribute.SyntaxTree) is not { } declaring
            || await declaring.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } declaringRoot)
        {
            return null;
        }

        return declaring.WithSyntaxRoot(declaringRoot.ReplaceNode(attribute, kind.Apply(attribute))).Project.Solution;
    }
}
