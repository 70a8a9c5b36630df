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
/// SVLS0108: what a request brings is put on a thread. An invocation is a task: after an `await` it goes on on some thread, and other invocations find what was left on this one.
/// Buffers that a thread keeps for itself hold nothing of a request, and are let be.
/// </summary>
internal sealed class ThreadAffineStateRule : HazardRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(StateRules.ThreadAffineState);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        on.Operations(context => AnalyzeWrite(context, model), OperationKind.SimpleAssignment);
        on.Calls((context, call) => AnalyzeCall(context, call, model), "SetData", "LogicalSetData");
    }

    private static void AnalyzeWrite(OperationAnalysisContext context, ServerlessModel model)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (StorageOf(assignment.Target) is { } storage)
            Judge(context, assignment.Target.Syntax, assignment.Value, storage.Name, model);
    }

    private static void AnalyzeCall(OperationAnalysisContext context, IInvocationOperation call, ServerlessModel model)
    {
        if (call.TargetMethod.ContainingType is { Name: "Thread" or "CallContext" } type && call.Arguments.Length == 2)
            Judge(context, call.Syntax, call.Arguments[1].Value, type.Name + "." + call.TargetMethod.Name, model);
    }

    /// <summary>`_tenant` with `[ThreadStatic]`, or the `ThreadLocal` in `_tenant.Value`.</summary>
    private static ISymbol? StorageOf(IOperation target) => target switch
    {
        IFieldReferenceOperation { Field: { IsStatic: true } field } when field.IsThreadStatic() => field,
        IPropertyReferenceOperation { Property: { Name: "Value", ContainingType: { Name: "ThreadLocal", ContainingNamespace.Name: "Threading" } }, Instance: { } local } => local.Symbol(),
        _ => null,
    };

    private static void Judge(OperationAnalysisContext context, SyntaxNode at, IOperation value, string name, ServerlessModel model)
    {
        if (model.ReachOf(at, context.CancellationToken).Handler is not { } reached || HandlerParameters.SourceOf(value, reached, context.CancellationToken) is null)
            return;
        var concurrent = ConcurrentInvocations.Run(reached, model);
        if (!concurrent && !IsAsynchronous(reached))
            return;
        context.Report(StateRules.ThreadAffineState, at, reached, name, concurrent ? "finds the value of an invocation that runs at the same time" : "finds nothing, or the value of an earlier invocation", reached.Chain);
    }

    /// <summary>Somewhere on the way from the handler is an `await`.</summary>
    private static bool IsAsynchronous(Reached reached)
    {
        for (var at = reached; at is not null; at = at.From)
        {
            var isAsync = at.Body switch
            {
                MethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
                LocalFunctionStatementSyntax local => local.Modifiers.Any(SyntaxKind.AsyncKeyword),
                AnonymousFunctionExpressionSyntax lambda => lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword),
                _ => false,
            };
            if (isAsync)
                return true;
        }

        return false;
    }
}
