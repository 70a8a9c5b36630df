using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS1303: every interface, by the form that the code uses.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AnyInterfaceFixer : ServerlessFixer
{
    private static readonly string[] Hosts = ["localhost", "127.0.0.1", "[::1]"];

    private protected override string RuleId => RuleIds.LoopbackServer;

    private protected override string Title => "Listen on every interface";

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        SyntaxNode? changed = node switch
        {
            LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => WithoutHost(literal),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ListenLocalhost" } access } call => call.WithExpression(access.WithName(IdentifierName("ListenAnyIP"))),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Loopback" } address => address.WithName(IdentifierName("Any")),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IPv6Loopback" } address => address.WithName(IdentifierName("IPv6Any")),
            _ => null,
        };
        if (changed is null)
            return null;
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNode(node, changed.WithTriviaFrom(node)));
    }

    /// <summary>In the text as written, so that its quotes and escapes stay.</summary>
    private static LiteralExpressionSyntax WithoutHost(LiteralExpressionSyntax literal)
    {
        var text = literal.Token.Text;
        foreach (var host in Hosts)
        {
            for (var at = text.IndexOf("://" + host, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf("://" + host, StringComparison.OrdinalIgnoreCase))
                text = text.Substring(0, at) + "://+" + text.Substring(at + 3 + host.Length);
        }

        return (LiteralExpressionSyntax)ParseExpression(text);
    }
}
