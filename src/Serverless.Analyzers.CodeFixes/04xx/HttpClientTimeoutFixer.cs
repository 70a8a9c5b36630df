using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS0401: five seconds, a value to start from: in the initialiser of a client, or in the configuration of a registered one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class HttpClientTimeoutFixer : ServerlessFixer
{
    private const string FiveSeconds = "Timeout = global::System.TimeSpan.FromSeconds(5)";

    private protected override string RuleId => RuleIds.HttpClientDefaultTimeout;

    private protected override string Title => "Set a timeout of 5 seconds";

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        ExpressionSyntax? changed = node switch
        {
            BaseObjectCreationExpressionSyntax creation => Initialisers.With(creation, FiveSeconds).WithTriviaFrom(creation),
            InvocationExpressionSyntax registration => InvocationExpression(
                MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, registration.WithoutTrailingTrivia(), IdentifierName("ConfigureHttpClient")),
                ArgumentList(SingletonSeparatedList(Argument(Syntax.Expression("client => client." + FiveSeconds))))).WithTriviaFrom(registration),
            _ => null,
        };
        if (changed is null)
            return null;
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNode(node, changed));
    }
}
