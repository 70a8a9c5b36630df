using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS2303 at a choice: what no rule matches goes to the machine's Fail state, or to its Succeed state. A machine that has neither gets no fix.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class OtherwiseFixer : ServerlessFixer
{
    private protected override string RuleId => RuleIds.NoEnd;

    private protected override string Title => "Lead to an end when no rule matches";

    private protected override bool AppliesTo(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Warning;

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is not { Parent: TypeDeclarationSyntax type } property
            || property.DescendantNodes().OfType<InvocationExpressionSyntax>().FirstOrDefault(static i => NameOf(i) == "When") is not { } last
            || (Ending(type, "Fail") ?? Ending(type, "Succeed")) is not { } target)
        {
            return null;
        }

        var otherwise = InvocationExpression(
            MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, last.WithoutTrailingTrivia(), IdentifierName("Otherwise")),
            ArgumentList(SingletonSeparatedList(Argument(ParseExpression("nameof(" + target + ")")))));
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNode(last, otherwise.WithTrailingTrivia(last.GetTrailingTrivia())));
    }

    /// <summary>The first member whose chain begins with `State.Fail` or the like.</summary>
    private static string? Ending(TypeDeclarationSyntax type, string kind) => type.Members.OfType<PropertyDeclarationSyntax>()
        .FirstOrDefault(p => p.ExpressionBody?.Expression.DescendantNodesAndSelf().OfType<MemberAccessExpressionSyntax>()
            .Any(m => m.Name.Identifier.ValueText == kind && m.Expression is IdentifierNameSyntax { Identifier.ValueText: "State" }) == true)
        ?.Identifier.ValueText;

    private static string? NameOf(InvocationExpressionSyntax call) => (call.Expression as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText;
}
