using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS0706: the serializer that the rule chose, for the whole assembly. No Fix All: one attribute mends every handler, and a second one does not compile.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AddSerializerFixer : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleIds.NoSerializer);

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not CompilationUnitSyntax root)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (!diagnostic.Properties.TryGetValue(FixProperties.Replacement, out var serializer) || serializer is null)
                continue;
            var argument = AttributeArgument((ExpressionSyntax)Syntax.Expression("typeof(" + serializer + ")"));
            var name = (NameSyntax)ParseName("global::Amazon.Lambda.Core.LambdaSerializer").WithAdditionalAnnotations(Microsoft.CodeAnalysis.Simplification.Simplifier.Annotation);
            var list = AttributeList(SingletonSeparatedList(Attribute(name, AttributeArgumentList(SingletonSeparatedList(argument)))))
                .WithTarget(AttributeTargetSpecifier(Token(SyntaxKind.AssemblyKeyword)).WithTrailingTrivia(Space));
            var changed = context.Document.WithSyntaxRoot(AssemblyAttributes.Add(root, [list]));
            context.RegisterCodeFix(CodeAction.Create("Name the serializer", _ => Task.FromResult(changed), equivalenceKey: nameof(AddSerializerFixer)), diagnostic);
        }
    }
}
