using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS0602: the operating system's generator for integers and bytes; it has no counterpart for the other kinds of number.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class SystemRandomFixer : ServerlessFixer
{
    private protected override string RuleId => RuleIds.RandomInSnapshot;

    private protected override string Title => "Use RandomNumberGenerator";

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (node is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Next" or "NextBytes" } access } call)
            return null;
        var isBytes = access.Name.Identifier.ValueText == "NextBytes";
        var arguments = !isBytes && call.ArgumentList.Arguments.Count == 0 ? ArgumentList(SingletonSeparatedList(Argument(ParseExpression("int.MaxValue")))) : call.ArgumentList;
        if (arguments.Arguments.Any(static argument => argument.NameColon is not null))
            return null;
        var changed = InvocationExpression(Syntax.Expression("global::System.Security.Cryptography.RandomNumberGenerator." + (isBytes ? "Fill" : "GetInt32")), arguments).WithTriviaFrom(call);
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNode(call, changed));
    }
}
