using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS2109: the authorizer that was meant, by `nameof` where it is a method of the class, so that the next renaming takes the name along.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AuthorizerFixer : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleIds.UnknownAuthorizer);

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (!diagnostic.Properties.TryGetValue(FixProperties.Replacement, out var name) || name is null
                || root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax written)
            {
                continue;
            }

            var isMember = written.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Members.Any(m => m is MethodDeclarationSyntax method && method.Identifier.ValueText == name) == true;
            var replacement = isMember ? "nameof(" + name + ")" : SymbolDisplay.FormatLiteral(name, quote: true);
            var changed = context.Document.WithSyntaxRoot(root.ReplaceNode(written, SyntaxFactory.ParseExpression(replacement).WithTriviaFrom(written)));
            context.RegisterCodeFix(CodeAction.Create($"Ask '{name}'", _ => Task.FromResult(changed), equivalenceKey: nameof(AuthorizerFixer)), diagnostic);
        }
    }
}
