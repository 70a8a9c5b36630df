using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS2301: the state that was meant, by `nameof` where it is a member, so that the next renaming takes the target along.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class NearestStateFixer : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleIds.UnknownTargetState);

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
                || root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax target)
            {
                continue;
            }

            var isMember = target.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type ? HasMember(type, name) : IsClassAttribute(target, name);
            var replacement = isMember ? "nameof(" + name + ")" : SymbolDisplay.FormatLiteral(name, quote: true);
            var changed = context.Document.WithSyntaxRoot(root.ReplaceNode(target, SyntaxFactory.ParseExpression(replacement).WithTriviaFrom(target)));
            context.RegisterCodeFix(CodeAction.Create($"Lead to '{name}'", _ => Task.FromResult(changed), equivalenceKey: nameof(NearestStateFixer)), diagnostic);
        }
    }

    private static bool IsClassAttribute(SyntaxNode target, string name) =>
        target.FirstAncestorOrSelf<AttributeListSyntax>()?.Parent is TypeDeclarationSyntax type && HasMember(type, name);

    private static bool HasMember(TypeDeclarationSyntax type, string name) => type.Members.Any(m => m switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText == name,
        PropertyDeclarationSyntax property => property.Identifier.ValueText == name,
        _ => false,
    });
}
