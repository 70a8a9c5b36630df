using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS1304: a loop that receives from a queue without waiting for a message. In any serverless project, not only in containers. A queue may wait by its own setting:
/// where a template or the project speaks of that, a request without the setting is not judged.
/// </summary>
internal sealed class ShortPollingRule : HazardRule
{
    private const int LongestWait = 20;

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(FargateRules.ShortPolling);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        on.Creations((context, creation) => AnalyzeRequest(context, creation, model), "ReceiveMessageRequest");
        on.Calls((context, call) => AnalyzeCall(context, call, model), "ReceiveMessageAsync", "ReceiveMessage");
    }

    private static void AnalyzeRequest(OperationAnalysisContext context, IObjectCreationOperation creation, ServerlessModel model)
    {
        if (creation.Type is not { ContainingNamespace: { Name: "Model", ContainingNamespace.Name: "SQS" } })
            return;
        var wait = creation.Initialised("WaitTimeSeconds");
        var isZero = wait?.Unwrap().ConstantValue is { HasValue: true, Value: 0 };
        if ((wait is not null && !isZero) || !IsReceivedInLoop(creation, context.CancellationToken))
            return;
        if (creation.ReceivingVariable() is { } variable && creation.SemanticModel is { } semantics && VariableUses.SetsProperty(variable, "WaitTimeSeconds", creation.Syntax, semantics, context.CancellationToken))
            return;
        if (isZero || !QueueMayWait(context))
            Report(context, model, "ReceiveMessageRequest");
    }

    /// <summary>The overload with a queue's address has no place for the setting.</summary>
    private static void AnalyzeCall(OperationAnalysisContext context, IInvocationOperation call, ServerlessModel model)
    {
        if (call.TargetMethod is { ContainingNamespace: { Name: "SQS" }, Parameters: [{ Type.SpecialType: SpecialType.System_String }, ..] } && IsInLoop(call.Syntax) && !QueueMayWait(context))
            Report(context, model, call.TargetMethod.Name);
    }

    private static void Report(OperationAnalysisContext context, ServerlessModel model, string name)
    {
        var reached = model.ReachOf(context.Operation.Syntax, context.CancellationToken).Any;
        // In a function that ends before the wait does, how long to wait needs a decision.
        var properties = reached?.Root?.TimeoutSeconds <= LongestWait ? ImmutableDictionary<string, string?>.Empty.Add(FixProperties.ShortFunction, "") : null;
        context.ReportDiagnostic(HazardReporting.Create(FargateRules.ShortPolling, context.Operation.Syntax.GetLocation(), DiagnosticSeverity.Warning, reached, properties, name));
    }

    private static bool IsReceivedInLoop(IObjectCreationOperation creation, CancellationToken cancellationToken)
    {
        if (IsInLoop(creation.Syntax))
            return true;
        if (creation.ReceivingVariable() is not { } variable || creation.SemanticModel is not { } semantics)
            return false;
        foreach (var use in VariableUses.Of(variable, VariableUses.ScopeOf(variable, creation.Syntax), semantics, cancellationToken))
        {
            var argument = use.FirstAncestorOrSelf<ArgumentSyntax>();
            if (argument?.Parent?.Parent is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ReceiveMessageAsync" or "ReceiveMessage" } } && IsInLoop(argument))
                return true;
        }

        return false;
    }

    /// <summary>A loop that asks again and again; one over several queues asks each once.</summary>
    private static bool IsInLoop(SyntaxNode node)
    {
        for (SyntaxNode? at = node.Parent; at is not null; at = at.Parent)
        {
            switch (at)
            {
                case WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax:
                    return true;
                case AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax and not GlobalStatementSyntax:
                    return false;
            }
        }

        return false;
    }

    /// <summary>Some queue of the deployment waits by its own setting.</summary>
    private static bool QueueMayWait(OperationAnalysisContext context)
    {
        foreach (var file in context.Options.AdditionalFiles)
        {
            if (file.GetText(context.CancellationToken)?.ToString().Contains("ReceiveMessageWaitTimeSeconds") == true)
                return true;
        }

        foreach (var tree in context.Compilation.SyntaxTrees)
        {
            var names = TreeNames.Of(tree, context.CancellationToken);
            if (names.Mentions("ReceiveMessageWaitTime") || names.Mentions("ReceiveMessageWaitTimeSeconds"))
                return true;
        }

        return false;
    }
}
