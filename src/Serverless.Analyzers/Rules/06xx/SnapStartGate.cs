using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// Whether functions are restored from snapshots: on, off, or not known. The function's own description is asked first, then the project. Managed Instances, Fargate and
/// native executables (which need a custom runtime) have no SnapStart.
/// </summary>
internal static class SnapStartGate
{
    /// <summary>False for a project in which no rule of the range has anything to say.</summary>
    public static bool IsPossible(ServerlessModel model) => ExecutionModel.Of(null, model.Options).SnapStart != false;

    /// <summary>True: on. False: off. Null: not known.</summary>
    public static bool? State(ServerlessModel model, Reached? reached, CancellationToken cancellationToken)
    {
        if (!IsPossible(model))
            return false;
        if (reached?.Root is { } root)
            return model.Execution(root, cancellationToken).SnapStart;
        var anyUnknown = false;
        foreach (var other in model.Handlers(cancellationToken).Roots)
        {
            if (other.Function.SnapStart == true)
                return true;
            anyUnknown |= other.Function.SnapStart is null;
        }

        return model.Options.SnapStart ?? (anyUnknown ? null : false);
    }

    /// <summary>How loud a rule of this range is: as specified where SnapStart is on, information where that is not known, null where it is off.</summary>
    public static DiagnosticSeverity? SeverityOf(ServerlessModel model, Reached? reached, DiagnosticSeverity whenOn, CancellationToken cancellationToken) => State(model, reached, cancellationToken) switch
    {
        true => whenOn,
        false => null,
        null => DiagnosticSeverity.Info,
    };

    /// <summary>`RegisterBeforeSnapshot` or `RegisterAfterRestore` of `SnapshotRestore` in Amazon.Lambda.Core or of our `SnapshotHooks`.</summary>
    public static bool IsHook(IInvocationOperation call) =>
        call.TargetMethod is
        {
            Name: "RegisterBeforeSnapshot" or "RegisterAfterRestore",
            ContainingType: { Name: "SnapshotRestore", ContainingNamespace.Name: "Core" } or { Name: "SnapshotHooks", ContainingNamespace.Name: "Serverless" },
        };
}
