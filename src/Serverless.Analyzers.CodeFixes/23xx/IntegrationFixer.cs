using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS2309, SVLS2310: the integration, the argument or the value that was meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class IntegrationFixer : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleIds.UnknownIntegration, RuleIds.IntegrationArgument);

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (!diagnostic.Properties.TryGetValue(FixProperties.Replacement, out var meant) || meant is null
                || Replacement(root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true), meant) is not var (node, replacement))
            {
                continue;
            }

            var changed = context.Document.WithSyntaxRoot(root.ReplaceNode(node, replacement.WithTriviaFrom(node)));
            context.RegisterCodeFix(CodeAction.Create($"Write '{meant}'", _ => Task.FromResult(changed), equivalenceKey: nameof(IntegrationFixer)), diagnostic);
        }
    }

    private static (SyntaxNode Node, SyntaxNode Replacement)? Replacement(SyntaxNode node, string meant) => node switch
    {
        IdentifierNameSyntax { Parent: NameEqualsSyntax } name => (name, SyntaxFactory.IdentifierName(meant)),

        // `new { token }`: the name is the value, which stays.
        IdentifierNameSyntax { Parent: AnonymousObjectMemberDeclaratorSyntax { NameEquals: null } member } =>
            (member, member.WithoutTrivia().WithNameEquals(SyntaxFactory.NameEquals(SyntaxFactory.IdentifierName(meant).WithTrailingTrivia(SyntaxFactory.Space), SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space)))),
        LiteralExpressionSyntax literal => (literal, SyntaxFactory.ParseExpression(SymbolDisplay.FormatLiteral(meant, quote: true))),
        _ => null,
    };
}
