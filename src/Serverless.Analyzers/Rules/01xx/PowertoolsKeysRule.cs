using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0111: log keys of Powertools belong to the process until somebody clears them. A key that every invocation sets anew says the wrong thing only
/// until then, so that is a hint; one that some invocations set is read in the logs of those that did not.
/// </summary>
internal sealed class PowertoolsKeysRule : HazardRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(StateRules.PowertoolsKeysLeak);

    public override void Register(HazardRegistry on, ServerlessModel model) =>
        on.Calls((context, call) => Analyze(context, call, model), "AppendKey", "AppendKeys");

    private static void Analyze(OperationAnalysisContext context, IInvocationOperation call, ServerlessModel model)
    {
        if (!IsPowertools(call.TargetMethod.ContainingType) || IsConstant(call))
            return;
        if (model.ReachOf(call.Syntax, context.CancellationToken).Handler is not { Root: { } root } reached || ClearsState(root.Method) || TakesBack(call, context.CancellationToken))
            return;
        var always = reached.Depth == 0 && IsUnconditional(call.Syntax, root.Body);
        var key = call.Arguments.Argument("key")?.Value.ConstantValue is { HasValue: true, Value: string name } ? name : call.TargetMethod.Name;
        context.ReportAs(always ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning, StateRules.PowertoolsKeysLeak, call.Syntax, reached, key, reached.Chain);
    }

    private static bool IsPowertools(INamedTypeSymbol type) =>
        type is { Name: "Logger" or "PowertoolsLoggerExtensions" or "LoggerExtensions", ContainingNamespace: { Name: "Logging", ContainingNamespace.Name: "Powertools" } };

    /// <summary>The same words in every invocation leak nothing.</summary>
    private static bool IsConstant(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.Name is not ("logger" or "key") && !argument.Value.Unwrap().ConstantValue.HasValue)
                return false;
        }

        return call.TargetMethod.Name == "AppendKey";
    }

    private static bool ClearsState(IMethodSymbol? handler)
    {
        if (handler is null)
            return false;
        foreach (var attribute in handler.GetAttributes())
        {
            if (attribute.AttributeClass is not { Name: "LoggingAttribute", ContainingNamespace: { Name: "Logging", ContainingNamespace.Name: "Powertools" } })
                continue;
            foreach (var argument in attribute.NamedArguments)
            {
                if (argument is { Key: "ClearState", Value.Value: true })
                    return true;
            }
        }

        return false;
    }

    /// <summary>Keys are removed somewhere in the type that adds them.</summary>
    private static bool TakesBack(IInvocationOperation call, CancellationToken cancellationToken)
    {
        SyntaxNode scope = (SyntaxNode?)call.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? call.Syntax.SyntaxTree.GetRoot(cancellationToken);
        foreach (var node in scope.DescendantNodes())
        {
            if (node is SimpleNameSyntax { Identifier.ValueText: "RemoveKey" or "RemoveKeys" or "RemoveAllKeys", Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } })
                return true;
        }

        return false;
    }

    /// <summary>Nothing between the handler's body and the call decides whether it happens, and no way out comes first.</summary>
    private static bool IsUnconditional(SyntaxNode call, SyntaxNode body)
    {
        for (SyntaxNode? at = call; at is not null && at != body; at = at.Parent)
        {
            if (at is IfStatementSyntax or SwitchStatementSyntax or SwitchExpressionArmSyntax or ConditionalExpressionSyntax or ConditionalAccessExpressionSyntax or CatchClauseSyntax or AnonymousFunctionExpressionSyntax
                or ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax || at.IsKind(SyntaxKind.CoalesceExpression))
            {
                return false;
            }
        }

        return !body.DescendantNodes().Any(node => node is ReturnStatementSyntax or ThrowStatementSyntax && node.SpanStart < call.SpanStart);
    }
}
