using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0101 and SVLS0103: invocations that write to what outlives them. Benign memory is let be: values made once, memo caches, cold-start probes,
/// thread statics, and objects that are asked for per invocation.
/// </summary>
internal sealed class StateWriteRule : HazardRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(StateRules.StaticStateWritten, StateRules.InstanceStateWritten);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        var leavesData = on.Hosts(RuleIds.RequestDataKept);
        var leavesContext = on.Hosts(RuleIds.ContextKept);
        var kinds = on.Hosts(RuleIds.SubscriptionPerInvocation) ? [.. WriteTargets.Kinds.Where(static kind => kind != OperationKind.EventAssignment)] : WriteTargets.Kinds;
        on.Operations(operation => Analyze(operation, model, leavesData, leavesContext), kinds);
    }

    private static void Analyze(OperationAnalysisContext context, ServerlessModel model, bool leavesData, bool leavesContext)
    {
        if (!WriteTargets.MayWrite(context.Operation))
            return;
        foreach (var write in WriteTargets.Of(context.Operation))
        {
            if (WriteTargets.Root(write.Target) is { } root && root.Member is { DeclaringSyntaxReferences.IsEmpty: false } member && Outlives(root, model, context.CancellationToken))
                Analyze(context, model, leavesData, leavesContext, write, root, member);
        }
    }

    /// <summary>A static of this compilation, or a field of an object that serves many invocations.</summary>
    private static bool Outlives(IMemberReferenceOperation root, ServerlessModel model, CancellationToken cancellationToken)
    {
        // The value of an AsyncLocal ends with the flow of the call.
        if (!StoredMembers.Holds(root.Member) || root.Member.IsThreadStatic() || root.Type is { Name: "AsyncLocal", ContainingNamespace.Name: "Threading" })
            return false;
        return root.Member.IsStatic
            || (root.Instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } && model.Handlers(cancellationToken).IsReused(root.Member.ContainingType));
    }

    private static void Analyze(OperationAnalysisContext context, ServerlessModel model, bool leavesData, bool leavesContext, Write write, IMemberReferenceOperation root, ISymbol member)
    {
        var operation = context.Operation;
        if (OneTimeInitialisation.Encloses(operation) || IsBenign(operation, write, root, context.CancellationToken))
            return;
        var reach = model.ReachOf(operation.Syntax, context.CancellationToken);
        if (reach.Handler is not { Root: not { RunsOnce: true } } reached || IsSetOnce(operation, write, root, reached, context.CancellationToken))
            return;
        if (!member.IsStatic && PerInvocationTypes.Registers(context.Compilation, member.ContainingType.Name, context.CancellationToken))
            return;
        // A context and request data that are kept have rules that say more.
        if (leavesContext && operation is IAssignmentOperation kept && KeptContextRule.Judges(kept, root))
            return;
        if (leavesData && operation is IAssignmentOperation assignment && RequestDataKeptRule.Judges(assignment, root) && HandlerParameters.SourceOf(assignment.Value, reached, context.CancellationToken) is not null)
            return;
        var rule = member.IsStatic ? StateRules.StaticStateWritten : StateRules.InstanceStateWritten;
        var concurrent = ConcurrentInvocations.Run(reached, model);
        var severity = !concurrent && !member.IsStatic && reached.Root is { } handler && ResetFields.IsReset(member, handler.Body) ? DiagnosticSeverity.Info : rule.DefaultSeverity;
        context.ReportAs(severity, rule, write.Target.Syntax, reached, member.Name, StateRules.Fate(concurrent), reached.Chain);
    }

    /// <summary>`x ??= …` on the field itself, and `if (x is null) x = …`, when the value is not this invocation's.</summary>
    private static bool IsSetOnce(IOperation operation, Write write, IMemberReferenceOperation root, Reached reached, CancellationToken cancellationToken)
    {
        var owner = reached.Root is { } handler && handler.Body == reached.Body ? OwnerOf(operation) : null;
        if (write.Value is { } value && owner is not null && OneTimeInitialisation.DependsOnParameters(value, owner, cancellationToken))
            return false;
        return operation is ICoalesceAssignmentOperation
            ? write.Target == root
            : operation is ISimpleAssignmentOperation && write.Value?.Unwrap() is ICoalesceOperation keep && OneTimeInitialisation.IsAssigned(keep);
    }

    private static ISymbol? OwnerOf(IOperation operation)
    {
        for (var at = operation; at is not null; at = at.Parent)
        {
            if (at is IAnonymousFunctionOperation lambda)
                return lambda.Symbol;
        }

        return operation.SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart);
    }

    private static bool IsBenign(IOperation operation, Write write, IMemberReferenceOperation root, CancellationToken cancellationToken)
    {
        // The property of a reused client is another hazard with its own rule.
        if (write.Target != root && write.Target is IPropertyReferenceOperation { Property.DeclaringSyntaxReferences.IsEmpty: true } && root.Type?.Name.EndsWith("Client", StringComparison.Ordinal) == true)
            return true;
        if (operation is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { ContainingType: { Name: "Interlocked" or "LazyInitializer" or "Volatile", ContainingNamespace.Name: "Threading" } } } call })
            return IsProbe(call);
        return MemoCaches.IsMemo(operation, root, cancellationToken);
    }

    /// <summary>`Interlocked.Increment(ref _starts) == 1`: asks whether this is the first invocation; nothing is remembered.</summary>
    private static bool IsProbe(IInvocationOperation call)
    {
        if (call.TargetMethod.ContainingType.Name == "LazyInitializer")
            return true;
        if (call.TargetMethod.Name == "CompareExchange" && call.Arguments.Length == 3 && OneTimeInitialisation.IsNullOrDefault(call.Arguments[2].Value))
            return true;
        return call.Parent is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison
            && (IsZeroOrOne(comparison.LeftOperand) || IsZeroOrOne(comparison.RightOperand));
    }

    private static bool IsZeroOrOne(IOperation value) => value.ConstantValue is { HasValue: true, Value: 0 or 1 or 0L or 1L };
}
