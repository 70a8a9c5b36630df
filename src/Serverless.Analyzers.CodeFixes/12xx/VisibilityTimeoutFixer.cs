using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS1206 in CDK code: six times the function's timeout, in the place of a shorter one or among the queue's properties.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class VisibilityTimeoutFixer : ServerlessFixer
{
    private protected override string RuleId => RuleIds.VisibilityTimeoutTooShort;

    private protected override string Title => "Set six times the function's timeout";

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, ImmutableDictionary<string, string?> found, CancellationToken cancellationToken)
    {
        if (!found.TryGetValue(FixProperties.Replacement, out var seconds))
            return null;
        var duration = $"global::Amazon.CDK.Duration.Seconds({seconds})";
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (node is ExpressionSyntax { Parent: AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment } value && assignment.Right == value)
            return document.WithSyntaxRoot(root!.ReplaceNode(value, Syntax.Expression(duration).WithTriviaFrom(value)));
        if (node is not BaseObjectCreationExpressionSyntax { ArgumentList: { } arguments } queue)
            return null;
        var set = "VisibilityTimeout = " + duration;
        return document.WithSyntaxRoot(arguments.Arguments.Count > 2
            ? arguments.Arguments[2].Expression is BaseObjectCreationExpressionSyntax properties ? root!.ReplaceNode(properties, Initialisers.With(properties, set).WithTriviaFrom(properties)) : root!
            : root!.ReplaceNode(queue, queue.WithArgumentList(arguments.AddArguments(Argument(Syntax.Expression($"new global::Amazon.CDK.AWS.SQS.QueueProps {{ {set} }}")).WithLeadingTrivia(Space)))));
    }
}
