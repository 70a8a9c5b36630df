using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS2601: the nearest size that Fargate has, written over the wrong one or beside the rest.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ContainerSizeFixer : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleIds.CpuMemory);

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (!diagnostic.Properties.TryGetValue(FixProperties.Argument, out var name) || name is null
                || !diagnostic.Properties.TryGetValue(FixProperties.Replacement, out var value) || value is null
                || root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute)
            {
                continue;
            }

            var changed = context.Document.WithSyntaxRoot(root.ReplaceNode(attribute, With(attribute, name, SyntaxFactory.ParseExpression(value))));
            context.RegisterCodeFix(CodeAction.Create($"{name} = {value}", _ => Task.FromResult(changed), equivalenceKey: nameof(ContainerSizeFixer)), diagnostic);
        }
    }

    private static AttributeSyntax With(AttributeSyntax attribute, string name, ExpressionSyntax value)
    {
        if (attribute.ArgumentList?.Arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == name) is { } written)
            return attribute.ReplaceNode(written.Expression, value.WithTriviaFrom(written.Expression));
        var argument = SyntaxFactory.AttributeArgument(
            SyntaxFactory.NameEquals(SyntaxFactory.IdentifierName(name).WithTrailingTrivia(SyntaxFactory.Space))
                .WithEqualsToken(SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space)),
            nameColon: null,
            value);
        return attribute.ArgumentList is { Arguments.Count: > 0 } list
            ? attribute.WithArgumentList(list.WithArguments(list.Arguments.Add(argument.WithLeadingTrivia(SyntaxFactory.Space))))
            : attribute.WithArgumentList(SyntaxFactory.AttributeArgumentList(SyntaxFactory.SingletonSeparatedList(argument)));
    }
}
