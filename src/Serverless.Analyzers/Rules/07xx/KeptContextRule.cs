using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0711: the context of one invocation, or the HTTP context of one request, in a place that the next one reads. Its deadline and its ids are those of the past then.
/// The logger is not meant: the one of the context is the environment's, and knows the current request itself. Events are data, of which SVLS0104 speaks.
/// </summary>
internal sealed class KeptContextRule : HazardRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(HandlerRules.ContextKept);

    public override void Register(HazardRegistry on, ServerlessModel model) =>
        on.Operations(context => Analyze(context, model), OperationKind.SimpleAssignment, OperationKind.CoalesceAssignment);

    /// <summary>A context is assigned to something that is not made for one call.</summary>
    public static bool Judges(IAssignmentOperation assignment, IMemberReferenceOperation root) =>
        assignment.Parent is not IObjectOrCollectionInitializerOperation && IsContext(assignment.Value.Unwrap().Type) && root.Type?.Name is not ("AsyncLocal" or "ThreadLocal");

    private static void Analyze(OperationAnalysisContext context, ServerlessModel model)
    {
        var assignment = (IAssignmentOperation)context.Operation;
        if (!IsContext(assignment.Value.Unwrap().Type) || WriteTargets.Root(assignment.Target) is not { } root || !Judges(assignment, root))
            return;
        if (SharedObjects.HolderOf(root, model, context.CancellationToken) is not { } holder || model.ReachOf(assignment.Syntax, context.CancellationToken).Handler is not { } reached)
            return;
        var concurrent = ConcurrentInvocations.Run(reached, model);
        if (!concurrent && RequestDataKeptRule.IsTakenBack(assignment, holder))
            return;
        context.Report(
            HandlerRules.ContextKept, assignment.Target.Syntax, reached, holder.Name, assignment.Value.Unwrap().Type!.Name, reached.Chain,
            concurrent ? "invocations that run at the same time share it" : "a later invocation may read the deadline and the ids of this one");
    }

    private static bool IsContext(ITypeSymbol? type) =>
        type is not null && (HandlerPayloads.IsContext(type) || type is { Name: "HttpContext", ContainingNamespace: { Name: "Http", ContainingNamespace: { Name: "AspNetCore" } } });
}
