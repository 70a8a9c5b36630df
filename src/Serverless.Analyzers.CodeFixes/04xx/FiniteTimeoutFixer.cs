using System.Composition;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS0406: five seconds, a value to start from. A `WaitOne` without a limit is left: with one, its result says whether the signal came, and somebody must look.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class FiniteTimeoutFixer : ServerlessFixer
{
    private static readonly Regex Zero = new(@"(?<=Timeout\s*=\s*)0(?=\s*(;|""|$))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private protected override string RuleId => RuleIds.InfiniteTimeout;

    private protected override string Title => "Set a timeout of 5 seconds";

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (node is not ExpressionSyntax value || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model || Changed(value, model, cancellationToken) is not { } changed)
            return null;
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNode(value, changed.WithTriviaFrom(value)));
    }

    private static ExpressionSyntax? Changed(ExpressionSyntax value, SemanticModel model, CancellationToken cancellationToken)
    {
        if (value is LiteralExpressionSyntax literal && literal.IsKind(SyntaxKind.StringLiteralExpression))
            return Zero.IsMatch(literal.Token.Text) ? ParseExpression(Zero.Replace(literal.Token.Text, "5")) : null;
        if (value.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } && model.GetSymbolInfo(call, cancellationToken).Symbol is { Name: "WaitOne" })
            return null;
        return model.GetTypeInfo(value, cancellationToken).Type switch
        {
            { SpecialType: SpecialType.System_Int32 } when value.Parent is AssignmentExpressionSyntax || !IsMilliseconds(value) => Syntax.Expression("5"),
            { SpecialType: SpecialType.System_Int32 } => Syntax.Expression("5000"),
            { Name: "TimeSpan" } => Syntax.Expression("global::System.TimeSpan.FromSeconds(5)"),
            _ => null,
        };
    }

    /// <summary>What a CancellationTokenSource counts in; commands count seconds.</summary>
    private static bool IsMilliseconds(ExpressionSyntax value) => value.Parent?.Parent?.Parent is BaseObjectCreationExpressionSyntax
        or InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CancelAfter" } };
}
