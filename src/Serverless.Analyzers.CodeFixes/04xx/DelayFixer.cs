using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS0410: a sleep becomes a delay that is awaited and takes the token where there is one. The wait is still paid for, but no thread is held and a deadline ends it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class DelayFixer : ServerlessFixer
{
    private protected override string RuleId => RuleIds.SleepInHandler;

    private protected override string Title => "Await Task.Delay";

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, ImmutableDictionary<string, string?> found, CancellationToken cancellationToken)
    {
        if (node is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Sleep" } or IdentifierNameSyntax { Identifier.ValueText: "Sleep" }, Parent: ExpressionStatementSyntax } call || !Syntax.MayAwait(call))
            return null;
        var arguments = call.ArgumentList;
        if (found.TryGetValue(FixProperties.Replacement, out var token) && token is not null)
            arguments = arguments.AddArguments(Argument(ParseExpression(token)).WithLeadingTrivia(Space));
        var delay = InvocationExpression(Syntax.Expression("global::System.Threading.Tasks.Task.Delay"), arguments);
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNode(call, Syntax.Await(delay, call)));
    }
}
