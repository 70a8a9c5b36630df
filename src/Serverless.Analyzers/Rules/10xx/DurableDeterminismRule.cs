using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS1006: workflow code that asks for what changes from replay to replay, in whatever method it stands. What the SDK's own DE001 reports in the same body is left to it.
/// </summary>
internal sealed class DurableDeterminismRule : HazardRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(DurableRules.NonDeterminism);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        if (model.Types[HazardTypeNames.DurableContext] is null)
            return;
        on.Properties((context, property) => Analyze(context, NonDeterminism.Of(property.Property), model), NonDeterminism.Properties);
        on.Calls((context, call) => Analyze(context, NonDeterminism.Of(call), model), NonDeterminism.Methods);
        on.Creations((context, creation) => Analyze(context, NonDeterminism.Of(creation), model), NonDeterminism.Types);
        on.Operations(context => Analyze(context, NonDeterminism.Of((IFieldReferenceOperation)context.Operation), model), OperationKind.FieldReference);
    }

    private static void Analyze(OperationAnalysisContext context, NonDeterministic? found, ServerlessModel model)
    {
        if (found is not { } api || (api.IsKnownToSdk && DurableCode.Encloses(context.Operation, context.ContainingSymbol)))
            return;
        if (model.ReachOf(context.Operation.Syntax, context.CancellationToken).Workflow is not { } reached)
            return;
        var (severity, change) = api.ChangesOnlyBetween
            ? (DiagnosticSeverity.Info, "may have another value in the next environment or version")
            : (DiagnosticSeverity.Warning, "gives another value each time");
        context.ReportAs(severity, DurableRules.NonDeterminism, context.Operation.Syntax, reached, api.Name, change, reached.Chain);
    }
}
