using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Detection;

/// <summary>What one mention of a collection does to its size, and whether what makes it grow has an end.</summary>
internal static class CollectionUse
{
    public enum Kind
    {
        /// <summary>Read, counted, enumerated.</summary>
        Reads,

        Grows,

        /// <summary>Emptied, replaced, or handed to code that may do so.</summary>
        Shrinks,
    }

    private static readonly HashSet<string> Growing = new(StringComparer.Ordinal)
    {
        "Add", "AddFirst", "AddLast", "AddOrUpdate", "AddRange", "Append", "AppendLine", "AppendFormat", "Enqueue", "EnqueueRange", "GetOrAdd", "Insert", "InsertRange", "Push", "PushRange", "TryAdd", "UnionWith",
    };

    private static readonly HashSet<string> Shrinking = new(StringComparer.Ordinal)
    {
        "Clear", "Dequeue", "ExceptWith", "IntersectWith", "Pop", "Remove", "RemoveAll", "RemoveAt", "RemoveFirst", "RemoveLast", "RemoveRange", "RemoveWhere", "TrimExcess",
        "TryDequeue", "TryPop", "TryPopRange", "TryRemove", "TryTake", "Take", "GetConsumingEnumerable",
    };

    /// <summary>Kinds of keys of which a program has so many and no more.</summary>
    private static readonly HashSet<string> BoundedKeys = new(StringComparer.Ordinal)
    {
        "Type", "TypeInfo", "MemberInfo", "MethodInfo", "PropertyInfo", "FieldInfo", "ConstructorInfo", "Assembly", "RuntimeTypeHandle", "CultureInfo", "Boolean", "Byte", "SByte", "DayOfWeek", "RegionEndpoint", "HttpMethod",
    };

    public static bool IsCollection(ITypeSymbol? type)
    {
        if (type is not INamedTypeSymbol { IsValueType: false } named || named.SpecialType == SpecialType.System_String || named.Name.StartsWith("Immutable", StringComparison.Ordinal) || named.Name.StartsWith("Frozen", StringComparison.Ordinal))
            return false;
        if (named.Name is "StringBuilder" or "ConcurrentBag" or "ConcurrentQueue" or "ConcurrentStack" or "ConcurrentDictionary" or "Queue" or "Stack" or "PriorityQueue" or "BlockingCollection")
            return true;
        if (IsContract(named))
            return true;
        foreach (var contract in named.AllInterfaces)
        {
            if (IsContract(contract))
                return true;
        }

        return false;
    }

    private static bool IsContract(INamedTypeSymbol type) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_ICollection_T || type is { Name: "IDictionary" or "IList", ContainingNamespace.Name: "Collections" or "Generic" };

    public static Kind Of(IMemberReferenceOperation collection, ISymbol containing)
    {
        var (user, _) = UserOf(collection);
        switch (user)
        {
            case IInvocationOperation { Instance: not null } call:
                return Growing.Contains(call.TargetMethod.Name) ? Kind.Grows : Shrinking.Contains(call.TargetMethod.Name) ? Kind.Shrinks : Kind.Reads;
            case IPropertyReferenceOperation { Property.IsIndexer: true } indexer:
                return IsDictionary(collection.Type) && indexer.Parent is IAssignmentOperation assignment && assignment.Target == indexer ? Kind.Grows : Kind.Reads;
            case IMemberReferenceOperation or IForEachLoopOperation or ILockOperation or IBinaryOperation or IIsPatternOperation or INameOfOperation or IInterpolationOperation or IConditionalAccessOperation:
                return Kind.Reads;
            case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.ContainingType: { Name: "Enumerable" or "Monitor" or "CollectionExtensions" or "Task" } } }:
                return Kind.Reads;
            case IAssignmentOperation assigned when assigned.Target == collection || assigned.Target.Unwrap() == collection:
                return containing is IMethodSymbol { MethodKind: MethodKind.StaticConstructor } ? Kind.Reads : Kind.Shrinks;
            default:
                return Kind.Shrinks;
        }
    }

    /// <summary>The operation that does something with the collection; conversions and `?.` looked through.</summary>
    private static (IOperation? User, IOperation Used) UserOf(IOperation collection)
    {
        var used = collection;
        while (used.Parent is IConversionOperation or IParenthesizedOperation)
            used = used.Parent;
        if (used.Parent is IConditionalAccessOperation access && access.Operation == used)
        {
            var inner = access.WhenNotNull;
            return (inner is IInvocationOperation or IPropertyReferenceOperation ? inner : access, used);
        }

        return (used.Parent, used);
    }

    private static bool IsDictionary(ITypeSymbol? type)
    {
        if (type is null)
            return false;
        return type.Name.EndsWith("Dictionary", StringComparison.Ordinal) || type.AllInterfaces.Any(static contract => contract.Name == "IDictionary");
    }

    private static bool IsSet(ITypeSymbol? type) => type is not null && (type.Name is "ISet" || type.Name.EndsWith("Set", StringComparison.Ordinal));

    /// <summary>The key or element that the growth adds, or null.</summary>
    public static IOperation? KeyOf(IOperation collection) => UserOf(collection).User switch
    {
        IInvocationOperation { Arguments: [var first, ..] } => first.Value,
        IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [var first, ..] } => first.Value,
        _ => null,
    };

    /// <summary>A list grows with every call; what has keys grows as long as there are new ones.</summary>
    public static bool IsUnbounded(IMemberReferenceOperation collection, Reached reached, CancellationToken cancellationToken)
    {
        if (UserOf(collection).User is not { } growth || OneTimeInitialisation.Encloses(growth) || AsksForTheSize(growth, collection.Member))
            return false;
        if (!IsDictionary(collection.Type) && !IsSet(collection.Type))
            return true;
        if (KeyOf(collection) is not { } key || key.Unwrap().ConstantValue.HasValue || IsBounded(key.Type))
            return false;
        if (HandlerParameters.SourceOf(key, reached, cancellationToken) is not null)
            return true;
        // Deeper down it is not known where a key comes from: memory by key is taken for a bounded one, anything else that depends on a parameter is not.
        var operation = growth is IPropertyReferenceOperation { Parent: IAssignmentOperation assignment } ? assignment : growth;
        return reached.Depth > 1 && !MemoCaches.IsMemo(operation, collection, cancellationToken) && key.DescendantsAndSelf().Any(static inner => inner is IParameterReferenceOperation);
    }

    private static bool IsBounded(ITypeSymbol? type) => type is { TypeKind: TypeKind.Enum } || (type is not null && BoundedKeys.Contains(type.Name));

    /// <summary>`if (Cache.Count &lt; 100) …`, or `if (Cache.Count > 100) return;` before.</summary>
    private static bool AsksForTheSize(IOperation growth, ISymbol collection)
    {
        for (var at = growth.Parent; at is not null; at = at.Parent)
        {
            if (at is IConditionalOperation conditional && Counts(conditional.Condition, collection))
                return true;
            if (at is not IBlockOperation block)
                continue;
            foreach (var statement in block.Operations)
            {
                if (statement is IConditionalOperation before && before.Syntax.SpanStart < growth.Syntax.SpanStart && Counts(before.Condition, collection))
                    return true;
            }
        }

        return false;
    }

    private static bool Counts(IOperation condition, ISymbol collection)
    {
        foreach (var inner in condition.DescendantsAndSelf())
        {
            if (inner is IPropertyReferenceOperation { Property.Name: "Count" or "Length" or "IsEmpty", Instance: { } counted } && SymbolEqualityComparer.Default.Equals(counted.Symbol(), collection))
                return true;
        }

        return false;
    }
}
