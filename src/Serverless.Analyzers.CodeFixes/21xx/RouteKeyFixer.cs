using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>
/// SVLS2101: what another framework's route means in API Gateway's words. SVLS2205: the action or parameter that was probably meant. A constant that is
/// declared elsewhere is left alone: other code may read it.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RouteKeyFixer : CodeFixProvider
{
    private const string Title = "Write '{0}'";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleIds.MalformedRouteKey, RuleIds.ServiceRoute);

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (!diagnostic.Properties.TryGetValue(FixProperties.Replacement, out var routeKey) || routeKey is null
                || root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not LiteralExpressionSyntax literal)
            {
                continue;
            }

            var replacement = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(routeKey)).WithTriviaFrom(literal);
            var changed = context.Document.WithSyntaxRoot(root.ReplaceNode(literal, replacement));
            context.RegisterCodeFix(CodeAction.Create(Title.Replace("{0}", routeKey), _ => Task.FromResult(changed), equivalenceKey: nameof(RouteKeyFixer)), diagnostic);
        }
    }
}
