using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS1002 in C#: ten minutes, or half of the timeout where that is less; a value to start from.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class TaskHeartbeatFixer : TaskLimitFixer
{
    private const int Seconds = 600;

    private const int DefaultTimeout = 60;

    private protected override string RuleId => RuleIds.CallbackWithoutHeartbeat;

    private protected override string Title => "Set a heartbeat";

    private protected override string Assignment =>
        "HeartbeatTimeout = global::Amazon.CDK.AWS.StepFunctions.Timeout.Duration(global::Amazon.CDK.Duration.Minutes(10))";

    private protected override async Task<Document?> FixMachineAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (node.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute)
        {
            return Settings.IsNamed(attribute, "TaskState") && attribute.ArgumentList?.Arguments.Any(static a => a.NameEquals?.Name.Identifier.ValueText == "HeartbeatSeconds") != true
                ? document.WithSyntaxRoot(root!.ReplaceNode(attribute, Settings.With(attribute, "HeartbeatSeconds", Below(Number(attribute.ArgumentList, "TimeoutSeconds") ?? DefaultTimeout))))
                : null;
        }

        if (node.FirstAncestorOrSelf<PropertyDeclarationSyntax>()?.ExpressionBody?.Expression is not { } chain
            || chain.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().LastOrDefault(static i => i.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "State" } }) is not { } factory)
        {
            return null;
        }

        var timeout = chain.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().FirstOrDefault(static i => i.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Timeout" });
        var limit = timeout?.ArgumentList.Arguments.FirstOrDefault()?.Expression is LiteralExpressionSyntax { Token.Value: int written } ? written : int.MaxValue;
        var heartbeat = InvocationExpression(
            MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, factory.WithoutTrailingTrivia(), IdentifierName("Heartbeat")),
            ArgumentList(SingletonSeparatedList(Argument(ParseExpression(Below(limit))))));
        return document.WithSyntaxRoot(root!.ReplaceNode(factory, heartbeat.WithTrailingTrivia(factory.GetTrailingTrivia())));
    }

    private static string Below(int timeout) => Math.Max(1, Math.Min(Seconds, timeout / 2)).ToString(CultureInfo.InvariantCulture);

    private static int? Number(AttributeArgumentListSyntax? list, string name) =>
        list?.Arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == name)?.Expression is LiteralExpressionSyntax { Token.Value: int value } ? value : null;
}
