using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS1304: twenty seconds, the longest wait; a queue's address alone becomes a request. Not where the function ends before.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class LongPollingFixer : ServerlessFixer
{
    private const string Setting = "WaitTimeSeconds";

    private protected override string RuleId => RuleIds.ShortPolling;

    private protected override string Title => "Wait up to 20 seconds for messages";

    private protected override bool AppliesTo(Diagnostic diagnostic) => !diagnostic.Properties.ContainsKey(FixProperties.ShortFunction);

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        SyntaxNode? changed = node switch
        {
            BaseObjectCreationExpressionSyntax creation => Waiting(creation),
            InvocationExpressionSyntax { ArgumentList.Arguments: [{ NameColon: null } address, ..] } call => call.ReplaceNode(
                address.Expression,
                Syntax.Expression("new global::Amazon.SQS.Model.ReceiveMessageRequest { QueueUrl = " + address.Expression.WithoutTrivia() + ", " + Setting + " = 20 }").WithTriviaFrom(address.Expression)),
            _ => null,
        };
        if (changed is null)
            return null;
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNode(node, changed));
    }

    private static BaseObjectCreationExpressionSyntax Waiting(BaseObjectCreationExpressionSyntax creation)
    {
        var present = creation.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>().FirstOrDefault(static part => part.Left is IdentifierNameSyntax { Identifier.ValueText: Setting });
        return present is null
            ? Initialisers.With(creation, Setting + " = 20").WithTriviaFrom(creation)
            : creation.ReplaceNode(present.Right, ParseExpression("20").WithTriviaFrom(present.Right));
    }
}
