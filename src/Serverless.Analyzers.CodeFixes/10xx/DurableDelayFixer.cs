using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS1008: WaitAsync of the context in scope. One at a time: an operation more shifts the ids of those after it, which executions that are under way have recorded.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class DurableDelayFixer : ServerlessFixer
{
    private protected override string RuleId => RuleIds.DurableDelay;

    private protected override string Title => "Wait with the durable context";

    private protected override bool CanFixAll => false;

    private protected override bool AppliesTo(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Warning;

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (node is not InvocationExpressionSyntax { ArgumentList.Arguments: [var first, ..] arguments } call || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            return null;
        var sleeps = call.Parent is ExpressionStatementSyntax;
        if ((!sleeps && call.Parent is not AwaitExpressionSyntax) || !Syntax.MayAwait(call) || DurableContexts.InScope(call, model) is not { } context)
            return null;
        if (model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol { Name: var name } || (sleeps && name != "Sleep"))
            return null;

        var token = arguments.Count > 1 ? ", cancellationToken: " + arguments[arguments.Count - 1].Expression : "";
        var wait = Syntax.Expression($"{(sleeps ? "await " : "")}{context}.WaitAsync({Duration(first.Expression, model, cancellationToken)}{token})").WithTriviaFrom(call);
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNode(call, wait));
    }

    private static string Duration(ExpressionSyntax value, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetTypeInfo(value, cancellationToken).Type?.SpecialType is not (SpecialType.System_Int32 or SpecialType.System_Int64))
            return value.WithoutTrivia().ToString();
        return model.GetConstantValue(value, cancellationToken) is { HasValue: true, Value: int milliseconds } && milliseconds % 1000 == 0
            ? FormattableString.Invariant($"global::System.TimeSpan.FromSeconds({milliseconds / 1000})")
            : $"global::System.TimeSpan.FromMilliseconds({value.WithoutTrivia()})";
    }
}
