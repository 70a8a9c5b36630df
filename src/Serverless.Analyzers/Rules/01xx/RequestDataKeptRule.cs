using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0104: what one request brings is put where the next request can read it. Counters and flags are let be (they are state, and SVLS0101 says so, but nobody's data);
/// so is what is filed under a key of the same request, which is only a hint.
/// </summary>
internal sealed class RequestDataKeptRule : HazardRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(StateRules.RequestDataKept);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        on.Operations(context => AnalyzeWrite(context, model), OperationKind.SimpleAssignment, OperationKind.CoalesceAssignment);
        on.Calls((context, call) => AnalyzeCache(context, call, model), "Set", "GetOrCreate", "GetOrCreateAsync");
    }

    private static void AnalyzeWrite(OperationAnalysisContext context, ServerlessModel model)
    {
        var assignment = (IAssignmentOperation)context.Operation;
        if (WriteTargets.Root(assignment.Target) is not { } root || !Judges(assignment, root) || ReusableTypes.Contains(root.Type, model))
            return;
        if (SharedObjects.HolderOf(root, model, context.CancellationToken) is not { } holder || model.ReachOf(assignment.Syntax, context.CancellationToken).Handler is not { } reached)
            return;
        if (HandlerParameters.SourceOf(assignment.Value, reached, context.CancellationToken) is not { } source)
            return;
        var concurrent = ConcurrentInvocations.Run(reached, model);
        if (!concurrent && IsTakenBack(assignment, holder))
            return;
        var severity = KeyOf(assignment.Target) is { } key && HandlerParameters.SourceOf(key, reached, context.CancellationToken) is not null ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning;
        context.ReportAs(severity, StateRules.RequestDataKept, assignment.Target.Syntax, reached, holder.Name, source.Name, Readers(concurrent), reached.Chain);
    }

    /// <summary>The write is one of those that may keep somebody's data. Thread-affine storage has a rule of its own, an async local is the right place.</summary>
    public static bool Judges(IAssignmentOperation assignment, IMemberReferenceOperation root) =>
        assignment is ISimpleAssignmentOperation { Parent: not IObjectOrCollectionInitializerOperation } or ICoalesceAssignmentOperation
        && root.Type?.Name is not ("AsyncLocal" or "ThreadLocal") && !IsHarmless(assignment.Value.Unwrap().Type);

    /// <summary>`cache.Set("last", r.Order)`: an entry that every invocation finds under the same key.</summary>
    private static void AnalyzeCache(OperationAnalysisContext context, IInvocationOperation call, ServerlessModel model)
    {
        if (call.TargetMethod.ContainingType is not { Name: "CacheExtensions" } || call.Arguments.Argument("key") is not { } key || (call.Arguments.Argument("value") ?? call.Arguments.Argument("factory")) is not { } value)
            return;
        if ((value.Parameter?.Name == "value" && IsHarmless(value.Value.Unwrap().Type)) || model.ReachOf(call.Syntax, context.CancellationToken).Handler is not { } reached)
            return;
        if (HandlerParameters.SourceOf(value.Value, reached, context.CancellationToken) is not { } source || HandlerParameters.SourceOf(key.Value, reached, context.CancellationToken) is not null)
            return;
        context.Report(StateRules.RequestDataKept, call.Syntax, reached, NameOf(call), source.Name, Readers(ConcurrentInvocations.Run(reached, model)), reached.Chain);
    }

    private static string Readers(bool concurrent) => concurrent ? "invocations that run at the same time" : "the next invocation of this environment, perhaps for another customer,";

    private static string NameOf(IInvocationOperation call) => (call.Instance ?? call.Arguments[0].Value).Symbol()?.Name ?? call.TargetMethod.Name;

    /// <summary>Numbers, flags, points in time and compilation-time kinds of things say nothing about anybody.</summary>
    private static bool IsHarmless(ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] })
            type = inner;
        return type is null or { TypeKind: TypeKind.Enum or TypeKind.Error }
            || type.SpecialType is (>= SpecialType.System_Boolean and <= SpecialType.System_Double and not SpecialType.System_Char) or SpecialType.System_DateTime
            || type.Name is "TimeSpan" or "DateTimeOffset" or "ILambdaContext" or "ILambdaLogger" or "CancellationToken";
    }

    private static IOperation? KeyOf(IOperation target) => target.Unwrap() switch
    {
        IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [var key, ..] } => key.Value,
        _ => null,
    };

    /// <summary>`finally { _current = null; }`</summary>
    public static bool IsTakenBack(IOperation write, ISymbol holder)
    {
        foreach (var inner in write.Outermost().Descendants())
        {
            if (inner is not ITryOperation { Finally: { } last })
                continue;
            foreach (var late in last.Descendants())
            {
                if (late is ISimpleAssignmentOperation reset && SymbolEqualityComparer.Default.Equals(reset.Target.Symbol(), holder) && OneTimeInitialisation.IsNullOrDefault(reset.Value))
                    return true;
            }
        }

        return false;
    }
}
