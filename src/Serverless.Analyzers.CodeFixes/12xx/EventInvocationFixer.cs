using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS1201: `InvocationType.Event` in a request whose answer nobody reads. A type that was set stays where it stands and changes its value.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class EventInvocationFixer : ServerlessFixer
{
    private const string Event = "global::Amazon.Lambda.InvocationType.Event";

    private protected override string RuleId => RuleIds.SynchronousFunctionCall;

    private protected override string Title => "Invoke without waiting for the answer";

    private protected override bool AppliesTo(Diagnostic diagnostic) => diagnostic.Properties.ContainsKey(FixProperties.ResultUnused);

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (node is not InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: BaseObjectCreationExpressionSyntax creation }, ..] })
            return null;
        var set = creation.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>().FirstOrDefault(static a => a.Left is IdentifierNameSyntax { Identifier.ValueText: "InvocationType" });
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return document.WithSyntaxRoot(set is null
            ? root!.ReplaceNode(creation, Initialisers.With(creation, "InvocationType = " + Event).WithTriviaFrom(creation))
            : root!.ReplaceNode(set.Right, Syntax.Expression(Event).WithTriviaFrom(set.Right)));
    }
}
