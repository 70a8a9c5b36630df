using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS0710: the type or the event source that fits. A parameter keeps its type when the method uses members that the other type does not have.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class EventTypeFixer : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleIds.EventTypeMismatch);

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            if (!diagnostic.Properties.TryGetValue(FixProperties.Replacement, out var name) || name is null
                || NameOf(root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true)) is not { } written)
            {
                continue;
            }

            if (written.FirstAncestorOrSelf<ParameterSyntax>() is { } parameter && !Fits(parameter, name, model, context.CancellationToken))
                continue;
            var changed = context.Document.WithSyntaxRoot(root.ReplaceNode(written, IdentifierName(name).WithTriviaFrom(written)));
            context.RegisterCodeFix(CodeAction.Create($"Use '{name}'", _ => Task.FromResult(changed), equivalenceKey: nameof(EventTypeFixer)), diagnostic);
        }
    }

    private static SimpleNameSyntax? NameOf(SyntaxNode node) => node switch
    {
        SimpleNameSyntax simple => simple,
        QualifiedNameSyntax qualified => qualified.Right,
        AliasQualifiedNameSyntax alias => alias.Name,
        NullableTypeSyntax nullable => NameOf(nullable.ElementType),
        MemberAccessExpressionSyntax access => access.Name,
        _ => null,
    };

    private static bool Fits(ParameterSyntax parameter, string name, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetDeclaredSymbol(parameter, cancellationToken) is not IParameterSymbol symbol || parameter.Parent?.Parent is not { } method
            || symbol.Type.ContainingNamespace.GetTypeMembers(name) is not [var other])
        {
            return false;
        }

        foreach (var use in Syntax.Uses(method, symbol, model, cancellationToken))
        {
            ExpressionSyntax? member = use.Parent switch
            {
                MemberAccessExpressionSyntax access when access.Expression == use => access.Name,
                ConditionalAccessExpressionSyntax { WhenNotNull: MemberBindingExpressionSyntax binding } access when access.Expression == use => binding.Name,
                _ => null,
            };
            if (member is not SimpleNameSyntax { Identifier.ValueText: var asked } || other.GetMembers(asked) is not [IPropertySymbol there]
                || !SymbolEqualityComparer.Default.Equals(there.Type, model.GetTypeInfo(member, cancellationToken).Type))
            {
                return false;
            }
        }

        return true;
    }
}
