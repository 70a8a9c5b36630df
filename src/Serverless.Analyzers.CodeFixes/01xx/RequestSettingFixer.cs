using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>
/// SVLS0110: a header of the shared client becomes a header of the one request that follows in the same block. The call (`GetAsync(url)`) is written out as
/// `SendAsync` of a message; further headers then join that message.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RequestSettingFixer : ServerlessFixer
{
    private static readonly string[] Verbs = ["Get", "Delete", "Post", "Put", "Patch"];

    private protected override string RuleId => RuleIds.SharedClientReconfigured;

    private protected override string Title => "Set the header on the request";

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || node is not ExpressionSyntax { Parent: ExpressionStatementSyntax { Parent: BlockSyntax block } setting } write || HeadersOf(write) is not { } headers)
        {
            return null;
        }

        var client = headers.Expression;
        var later = block.Statements.Skip(block.Statements.IndexOf(setting) + 1).SelectMany(static statement => statement.DescendantNodes().OfType<InvocationExpressionSyntax>())
            .Where(call => call.Expression is MemberAccessExpressionSyntax access && SyntaxFactory.AreEquivalent(access.Expression, client)).ToList();
        if (later is not [var sending] || sending.FirstAncestorOrSelf<StatementSyntax>(statement => statement.Parent == block) is not { } statement || Syntax.Function(sending) != Syntax.Function(setting))
            return null;
        var method = ((MemberAccessExpressionSyntax)sending.Expression).Name.Identifier.ValueText;
        if (model.GetSymbolInfo(sending, cancellationToken).Symbol is not IMethodSymbol { ContainingType.Name: "HttpClient" or "HttpMessageInvoker" } target)
            return null;
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (method == "SendAsync" && sending.ArgumentList.Arguments is [{ Expression: IdentifierNameSyntax message }, ..])
            return WithMessage(document, root!, block, setting, headers, message, statement);
        if (Array.Find(Verbs, verb => method == verb + "Async") is not { } verb || sending.ArgumentList.Arguments is not [var uri, ..] || uri.NameColon is not null)
            return null;
        if (target.Parameters.Any(static parameter => parameter.Type.Name == "HttpCompletionOption") || IsTaken("request", setting))
            return null;
        return WithNewMessage(document, root!, setting, headers, sending, statement, verb, target);
    }

    /// <summary>`x.DefaultRequestHeaders` below the write, with what is set of it still above.</summary>
    private static MemberAccessExpressionSyntax? HeadersOf(ExpressionSyntax write)
    {
        for (var at = write is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment ? assignment.Left : (write as InvocationExpressionSyntax)?.Expression; at is MemberAccessExpressionSyntax access; at = access.Expression)
        {
            if (access.Name.Identifier.ValueText == "DefaultRequestHeaders")
                return access == write ? null : access;
            // What another call left there cannot be taken away from a new message.
            if (access.Name.Identifier.ValueText is "Clear" or "Remove")
                return null;
        }

        return null;
    }

    private static ExpressionStatementSyntax OnMessage(ExpressionStatementSyntax setting, MemberAccessExpressionSyntax headers, string message) =>
        setting.ReplaceNode(headers, headers.WithExpression(IdentifierName(message).WithLeadingTrivia(headers.GetLeadingTrivia())).WithName(IdentifierName("Headers")));

    private static Document? WithMessage(
        Document document, SyntaxNode root, BlockSyntax block, ExpressionStatementSyntax setting, MemberAccessExpressionSyntax headers, IdentifierNameSyntax message, StatementSyntax statement)
    {
        var declared = block.Statements.FirstOrDefault(candidate =>
            candidate is LocalDeclarationStatementSyntax local && local.Declaration.Variables.Any(variable => variable.Identifier.ValueText == message.Identifier.ValueText));
        if (declared is null)
            return null;
        var moved = OnMessage(setting, headers, message.Identifier.ValueText);
        if (declared.SpanStart < setting.SpanStart)
            return document.WithSyntaxRoot(root.ReplaceNode(setting, moved));
        return document.WithSyntaxRoot(Moved(root, setting, statement, [moved], statement));
    }

    private static Document WithNewMessage(
        Document document, SyntaxNode root, ExpressionStatementSyntax setting, MemberAccessExpressionSyntax headers, InvocationExpressionSyntax sending, StatementSyntax statement, string verb, IMethodSymbol target)
    {
        var arguments = sending.ArgumentList.Arguments;
        var hasContent = target.Parameters.Any(static parameter => parameter.Type.Name == "HttpContent");
        var content = hasContent ? $" {{ Content = {arguments[1].Expression.WithoutTrivia()} }}" : "";
        var creation = Syntax.Statement(
            $"using var request = new global::System.Net.Http.HttpRequestMessage(global::System.Net.Http.HttpMethod.{verb}, {arguments[0].Expression.WithoutTrivia()}){content};")
            .WithLeadingTrivia(statement.GetLeadingTrivia()).WithTrailingTrivia(ElasticLineFeed);
        var rest = arguments.Skip(hasContent ? 2 : 1);
        var access = (MemberAccessExpressionSyntax)sending.Expression;
        var send = sending.WithExpression(access.WithName(IdentifierName("SendAsync")))
            .WithArgumentList(ArgumentList(SeparatedList(new[] { Argument(IdentifierName("request")) }.Concat(rest.Select(static argument => argument.WithLeadingTrivia(Space))))));
        // A comment on the statement now stands before the message.
        var last = statement.ReplaceNode(sending, send.WithTriviaFrom(sending)).WithLeadingTrivia(ElasticMarker);
        return document.WithSyntaxRoot(Moved(root, setting, statement, [creation, OnMessage(setting, headers, "request")], last));
    }

    /// <summary>The setting leaves its place and stands, with what it needs, right before the statement that sends.</summary>
    private static SyntaxNode Moved(SyntaxNode root, StatementSyntax setting, StatementSyntax statement, IEnumerable<StatementSyntax> before, StatementSyntax sends)
    {
        root = root.TrackNodes(setting, statement);
        root = root.ReplaceNode(root.GetCurrentNode(statement)!, before.Append(sends).Select(static part => part.Formatted()));
        return root.RemoveNode(root.GetCurrentNode(setting)!, SyntaxRemoveOptions.KeepUnbalancedDirectives)!;
    }

    private static bool IsTaken(string name, SyntaxNode at) =>
        at.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member && member.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name);
}
