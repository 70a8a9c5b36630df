using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Serverless.Analyzers.Detection;

/// <summary>
/// `request.RequestContext.Authorizer` as the symbols it goes through, so that two mentions of one value are known to be one. A local that is only another
/// name for such a value (`var query = request.QueryStringParameters`) is that value.
/// </summary>
internal static class AccessPath
{
    /// <summary>Empty when the value is computed.</summary>
    public static ImmutableArray<ISymbol> Of(IOperation value, CancellationToken cancellationToken)
    {
        switch (value.Unwrap())
        {
            case ILocalReferenceOperation local:
                return AliasOf(local, cancellationToken) is { } alias && Of(alias, cancellationToken) is { IsEmpty: false } path ? path : ImmutableArray.Create<ISymbol>(local.Local);
            case IParameterReferenceOperation parameter:
                return ImmutableArray.Create<ISymbol>(parameter.Parameter);
            case IPropertyReferenceOperation { Property.IsIndexer: false } property:
                return Of(property.Instance, property.Property, cancellationToken);
            case IFieldReferenceOperation field:
                return Of(field.Instance, field.Field, cancellationToken);
            case IConditionalAccessOperation access:
                return Of(access.WhenNotNull, cancellationToken);
            case IConditionalAccessInstanceOperation instance when instance.Receiver() is { } receiver:
                return Of(receiver, cancellationToken);
            default:
                return ImmutableArray<ISymbol>.Empty;
        }
    }

    public static bool Same(ImmutableArray<ISymbol> left, ImmutableArray<ISymbol> right) => left.Length == right.Length && IsPrefix(left, right);

    /// <summary>The first path is the second or what the second is read from.</summary>
    public static bool IsPrefix(ImmutableArray<ISymbol> prefix, ImmutableArray<ISymbol> path)
    {
        if (prefix.IsEmpty || prefix.Length > path.Length)
            return false;
        for (var i = 0; i < prefix.Length; i++)
        {
            if (!SymbolEqualityComparer.Default.Equals(prefix[i], path[i]))
                return false;
        }

        return true;
    }

    private static ImmutableArray<ISymbol> Of(IOperation? instance, ISymbol member, CancellationToken cancellationToken)
    {
        if (instance is null or IInstanceReferenceOperation)
            return ImmutableArray.Create(member);
        var before = Of(instance, cancellationToken);
        return before.IsEmpty ? before : before.Add(member);
    }

    private static IOperation? AliasOf(ILocalReferenceOperation local, CancellationToken cancellationToken) =>
        OneTimeInitialisation.InitialValue(local)?.Unwrap() is (IPropertyReferenceOperation or IConditionalAccessOperation) and var initial
        && !VariableUses.IsReassigned(local.Local, local.Syntax, local.SemanticModel!, cancellationToken) ? initial : null;
}
