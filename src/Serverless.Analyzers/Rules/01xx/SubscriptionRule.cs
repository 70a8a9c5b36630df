using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>SVLS0107: each invocation subscribes once more to an event of an object that all of them share.</summary>
internal sealed class SubscriptionRule : HazardRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(StateRules.SubscriptionPerInvocation);

    public override void Register(HazardRegistry on, ServerlessModel model) =>
        on.Operations(context => Analyze(context, model), OperationKind.EventAssignment);

    private static void Analyze(OperationAnalysisContext context, ServerlessModel model)
    {
        var subscription = (IEventAssignmentOperation)context.Operation;
        if (!subscription.Adds || subscription.EventReference.Unwrap() is not IEventReferenceOperation reference || OneTimeInitialisation.Encloses(subscription) || IsEnded(subscription, reference.Event))
            return;
        if (HolderOf(reference, model, context.CancellationToken) is null || model.ReachOf(subscription.Syntax, context.CancellationToken).Handler is not { } reached)
            return;
        context.Report(StateRules.SubscriptionPerInvocation, subscription.Syntax, reached, reference.Event.Name, reached.Chain);
    }

    /// <summary>The event itself, or the object that has it, belongs to the environment.</summary>
    private static ISymbol? HolderOf(IEventReferenceOperation reference, ServerlessModel model, CancellationToken cancellationToken)
    {
        if (SharedObjects.HolderOf(reference, model, cancellationToken) is { } own)
            return own;
        if (reference.Instance is not { } instance)
            return null;
        // `AppDomain.CurrentDomain.ProcessExit`: the one object of a library.
        if (instance.Unwrap() is IPropertyReferenceOperation { Property: { IsStatic: true, SetMethod: null, DeclaringSyntaxReferences.IsEmpty: true, Name: "CurrentDomain" or "Current" or "Default" or "Instance" or "Shared" } only })
            return only;
        return SharedObjects.HolderOf(instance, model, cancellationToken) ?? (WriteTargets.Root(instance) is { } root ? SharedObjects.HolderOf(root, model, cancellationToken) : null);
    }

    private static bool IsEnded(IEventAssignmentOperation subscription, IEventSymbol @event)
    {
        foreach (var inner in subscription.Outermost().Descendants())
        {
            if (inner is IEventAssignmentOperation { Adds: false } end && end.EventReference.Unwrap() is IEventReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Event, @event))
                return true;
        }

        return false;
    }
}
