using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Serverless.Analyzers.Detection;

/// <summary>One write: what is written to, and what with when that is one value.</summary>
internal readonly record struct Write(IOperation Target, IOperation? Value, bool IsMutation);

/// <summary>
/// Everything that changes a variable or what it holds: assignments of all kinds, increments, deconstruction, `ref` and `out` arguments, and calls that
/// change a collection or a string builder in place.
/// </summary>
internal static class WriteTargets
{
    public static readonly OperationKind[] Kinds =
    [
        OperationKind.SimpleAssignment, OperationKind.CompoundAssignment, OperationKind.CoalesceAssignment, OperationKind.DeconstructionAssignment,
        OperationKind.Increment, OperationKind.Decrement, OperationKind.EventAssignment, OperationKind.Argument, OperationKind.Invocation,
    ];

    private static readonly HashSet<string> Mutators = new(StringComparer.Ordinal)
    {
        "Add", "AddRange", "AddFirst", "AddLast", "AddOrUpdate", "Append", "AppendLine", "AppendFormat", "AppendJoin", "Clear", "Dequeue", "Enqueue", "EnqueueRange", "ExceptWith",
        "GetOrAdd", "Insert", "InsertRange", "IntersectWith", "Pop", "Push", "PushRange", "Remove", "RemoveAll", "RemoveAt", "RemoveFirst", "RemoveLast", "RemoveRange",
        "RemoveWhere", "Replace", "Reverse", "SetItem", "Sort", "SymmetricExceptWith", "TryAdd", "TryDequeue", "TryPop", "TryRemove", "TryTake", "TryUpdate", "UnionWith",
    };

    /// <summary>Without allocation: most arguments and invocations of a project change nothing.</summary>
    public static bool MayWrite(IOperation operation) => operation switch
    {
        IArgumentOperation argument => argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out,
        IInvocationOperation call => call.Instance is not null && Mutators.Contains(call.TargetMethod.Name),
        _ => true,
    };

    public static IEnumerable<Write> Of(IOperation operation)
    {
        switch (operation)
        {
            case IDeconstructionAssignmentOperation { Target: ITupleOperation tuple }:
                foreach (var element in Elements(tuple))
                    yield return new Write(element, null, IsMutation: false);
                break;
            case IEventAssignmentOperation { EventReference: { } reference }:
                yield return new Write(reference, null, IsMutation: false);
                break;
            case IDeconstructionAssignmentOperation:
                break;
            case ISimpleAssignmentOperation { Parent: IObjectOrCollectionInitializerOperation }:
                break;
            case IAssignmentOperation assignment:
                yield return new Write(assignment.Target, assignment.Value, IsMutation: false);
                break;
            case IIncrementOrDecrementOperation increment:
                yield return new Write(increment.Target, null, IsMutation: false);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument:
                yield return new Write(argument.Value, null, IsMutation: false);
                break;
            case IInvocationOperation { Instance: { Type: { } type } receiver } call when Mutators.Contains(call.TargetMethod.Name) && IsMutable(type):
                yield return new Write(receiver, null, IsMutation: true);
                break;
        }
    }

    /// <summary>`Array[0]` and `Config.Inner.Limit` are writes to what `Array` and `Config` hold: the first field or property that is not reached through a call.</summary>
    public static IMemberReferenceOperation? Root(IOperation target)
    {
        IMemberReferenceOperation? root = null;
        for (IOperation? at = target; at is not null;)
        {
            switch (at)
            {
                case IMemberReferenceOperation member:
                    if (member is not IPropertyReferenceOperation { Property.IsIndexer: true })
                        root = member;
                    at = member.Instance;
                    break;
                case IArrayElementReferenceOperation element:
                    at = element.ArrayReference;
                    break;
                case IConversionOperation conversion:
                    at = conversion.Operand;
                    break;
                case IConditionalAccessInstanceOperation instance:
                    at = instance.Receiver();
                    break;
                case IParenthesizedOperation parenthesized:
                    at = parenthesized.Operand;
                    break;
                case IInstanceReferenceOperation:
                    return root;
                default:
                    return null;
            }
        }

        return root;
    }

    private static IEnumerable<IOperation> Elements(ITupleOperation tuple)
    {
        foreach (var element in tuple.Elements)
        {
            if (element is ITupleOperation inner)
            {
                foreach (var nested in Elements(inner))
                    yield return nested;
            }
            else
            {
                yield return element;
            }
        }
    }

    private static bool IsMutable(ITypeSymbol type)
    {
        if (type is { Name: "StringBuilder", ContainingNamespace: { Name: "Text" } })
            return true;
        if (IsCollection(type))
            return true;
        foreach (var contract in type.AllInterfaces)
        {
            if (IsCollection(contract))
                return true;
        }

        return type.Name is "Queue" or "Stack" or "ConcurrentDictionary" or "ConcurrentBag" or "ConcurrentQueue" or "ConcurrentStack" or "PriorityQueue";
    }

    private static bool IsCollection(ITypeSymbol type) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_ICollection_T
        || type.Name is "ICollection" or "IDictionary" or "IList" or "IProducerConsumerCollection" or "ISet";
}
