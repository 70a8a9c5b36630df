using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Serverless.Analyzers.Detection;

/// <summary>A dictionary that remembers what was computed for a key: `GetOrAdd`, or a write after `TryGetValue` or `ContainsKey` said no. Stale at worst by its own design.</summary>
internal static class MemoCaches
{
    public static bool IsMemo(IOperation operation, IMemberReferenceOperation root, CancellationToken cancellationToken)
    {
        if (root.Type is not { } type || (!type.Name.Contains("Dictionary") && !type.Name.EndsWith("Cache", StringComparison.Ordinal) && type.Name != "ConditionalWeakTable"))
            return false;
        if (operation is IInvocationOperation { TargetMethod.Name: "GetOrAdd" or "GetValue" or "GetOrCreateValue" })
            return true;
        var writes = operation is IInvocationOperation { TargetMethod.Name: "Add" or "TryAdd" }
            || operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true } };
        if (!writes)
            return false;
        var body = operation;
        while (body.Parent is { } parent and not (IAnonymousFunctionOperation or ILocalFunctionOperation))
            body = parent;
        foreach (var inner in body.Descendants())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (inner is IInvocationOperation { TargetMethod.Name: "TryGetValue" or "ContainsKey", Instance: { } receiver }
                && SymbolEqualityComparer.Default.Equals(WriteTargets.Root(receiver)?.Member, root.Member))
            {
                return true;
            }
        }

        return false;
    }
}
