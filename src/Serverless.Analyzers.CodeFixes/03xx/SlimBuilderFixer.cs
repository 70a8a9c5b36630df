using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS0310: the slim builder of ASP.NET Core, where the rule has seen nothing that only the full one sets up.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class SlimBuilderFixer : ServerlessFixer
{
    private protected override string RuleId => RuleIds.FullHostBuilder;

    private protected override string Title => "Use CreateSlimBuilder";

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, ImmutableDictionary<string, string?> found, CancellationToken cancellationToken)
    {
        if (!found.TryGetValue(FixProperties.Replacement, out var name) || name is null || node is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access })
            return null;
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNode(access.Name, IdentifierName(name).WithTriviaFrom(access.Name)));
    }
}
