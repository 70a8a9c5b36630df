using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0501: a task that is dropped, discarded, or kept in a local that nobody looks at. A task that is passed on, stored or returned is somebody else's
/// to await: silent.
/// </summary>
internal sealed class UnawaitedWorkRule : HazardRule
{
    private static readonly HashSet<string> Glances = new(StringComparer.Ordinal)
    {
        "Id", "Status", "IsCompleted", "IsCompletedSuccessfully", "IsFaulted", "IsCanceled", "Exception", "AsyncState", "CreationOptions",
    };

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(ConcurrencyRules.WorkNotAwaited);

    public override bool IsOfLambdaOnly => true;

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        on.Operations(operation => AnalyzeStatement(operation, model), OperationKind.ExpressionStatement);
        on.Operations(operation => AnalyzeLocal(operation, model), OperationKind.VariableDeclarator);
    }

    private static void AnalyzeStatement(OperationAnalysisContext context, ServerlessModel model)
    {
        var operation = ((IExpressionStatementOperation)context.Operation).Operation;
        if (operation is ISimpleAssignmentOperation { Target: IDiscardOperation } discard)
            operation = discard.Value.Unwrap();
        if (operation is IConditionalAccessOperation access)
            operation = access.WhenNotNull;
        if (operation is IInvocationOperation call && (IsAwaitable(call.Type) || IsFireAndForget(call)))
            ReportIfReached(context, model, call);
    }

    private static void AnalyzeLocal(OperationAnalysisContext context, ServerlessModel model)
    {
        var declarator = (IVariableDeclaratorOperation)context.Operation;
        if (!IsAwaitable(declarator.Symbol.Type) || (declarator.Initializer?.Value.Unwrap()) is not IInvocationOperation call || declarator.SemanticModel is not { } semantics)
            return;
        if (call.TargetMethod.Name is "FromResult" or "FromException" or "FromCanceled")
            return;
        foreach (var use in VariableUses.Of(declarator.Symbol, VariableUses.ScopeOf(declarator.Symbol, declarator.Syntax), semantics, context.CancellationToken))
        {
            if (!IsGlance(use))
                return;
        }

        ReportIfReached(context, model, call);
    }

    /// <summary>Looks at the task without waiting for it: a property, a continuation that is dropped itself, a discard.</summary>
    private static bool IsGlance(SimpleNameSyntax use)
    {
        if (use.Parent is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } } discard && discard.Right == use)
            return true;
        if (VariableUses.AccessOn(use) is not { } access)
            return false;
        return Glances.Contains(access.Name.Identifier.ValueText)
            || (access.Name.Identifier.ValueText == "ContinueWith" && access.Parent is InvocationExpressionSyntax { Parent: ExpressionStatementSyntax });
    }

    private static void ReportIfReached(OperationAnalysisContext context, ServerlessModel model, IInvocationOperation call)
    {
        var reach = model.ReachOf(call.Syntax, context.CancellationToken);
        if ((reach.Handler ?? reach.FirstUse) is { } reached)
            context.Report(ConcurrencyRules.WorkNotAwaited, call.Syntax, reached, call.TargetMethod.Name, reached.Chain);
    }

    /// <summary>Queues work without a task to await, or hides one: `ThreadPool.QueueUserWorkItem`, `task.SafeFireAndForget()`.</summary>
    private static bool IsFireAndForget(IInvocationOperation call) =>
        call.TargetMethod is { Name: "QueueUserWorkItem" or "UnsafeQueueUserWorkItem", ContainingType: { Name: "ThreadPool", ContainingNamespace.Name: "Threading" } }
        || (call.TargetMethod.Name.EndsWith("FireAndForget", StringComparison.Ordinal) && call.Arguments.Any(static a => IsAwaitable(a.Value.Unwrap().Type)));

    /// <summary>Tasks, and whatever else has a `GetAwaiter` of its own.</summary>
    private static bool IsAwaitable(ITypeSymbol? type)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } named || named.SpecialType != SpecialType.None)
            return false;
        for (INamedTypeSymbol? at = named; at is { SpecialType: not SpecialType.System_Object }; at = at.BaseType)
        {
            foreach (var member in at.GetMembers("GetAwaiter"))
            {
                if (member is IMethodSymbol { IsStatic: false, Parameters.IsEmpty: true })
                    return true;
            }
        }

        return false;
    }
}
