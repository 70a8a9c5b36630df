using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS0903: says on a response that its body is base64; decodes the body of a request where the request says so.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class Base64FlagFixer : ServerlessFixer
{
    private protected override string RuleId => RuleIds.Base64Flag;

    private protected override string Title => "Respect IsBase64Encoded";

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var changed = node switch
        {
            AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax creation } } =>
                root!.ReplaceNode(creation, Initialisers.With(creation, "IsBase64Encoded = true").WithTriviaFrom(creation)),
            AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Expression: var response }, Parent: ExpressionStatementSyntax { Parent: BlockSyntax } statement } =>
                root!.InsertNodesAfter(statement, [Syntax.Statement($"{response.WithoutTrivia()}.IsBase64Encoded = true;").WithTriviaFrom(statement).WithLeadingTrivia(Indentation(statement))]),
            MemberAccessExpressionSyntax { Expression: var request } body =>
                root!.ReplaceNode(body, Syntax.Expression(
                    $"{request.WithoutTrivia()}.IsBase64Encoded ? global::System.Text.Encoding.UTF8.GetString(global::System.Convert.FromBase64String({body.WithoutTrivia()})) : {body.WithoutTrivia()}").WithTriviaFrom(body)),
            _ => null,
        };
        return changed is null ? null : document.WithSyntaxRoot(changed);
    }

    private static SyntaxTriviaList Indentation(StatementSyntax statement) =>
        statement.GetLeadingTrivia() is [.., var last] && string.IsNullOrWhiteSpace(last.ToString()) ? SyntaxFactory.TriviaList(last) : default;
}
