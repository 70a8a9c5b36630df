using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Detection;

/// <summary>
/// Does a value belong to the environment and not to the call? It does when it is held by a static, by a field of an object that serves many invocations
/// (a handler's, a registered singleton's), or by a local that is nothing but another name for one of these.
/// </summary>
internal static class SharedObjects
{
    private const int DeepestAlias = 3;

    /// <summary>The field, property or primary-constructor parameter that holds the value, or null when the value is not known to be shared.</summary>
    public static ISymbol? HolderOf(IOperation value, ServerlessModel model, CancellationToken cancellationToken)
    {
        for (var depth = 0; depth < DeepestAlias; depth++)
        {
            switch (value.Unwrap())
            {
                case ILocalReferenceOperation local:
                    if (OneTimeInitialisation.InitialValue(local) is not { } initial || VariableUses.IsReassigned(local.Local, local.Syntax, local.SemanticModel!, cancellationToken))
                        return null;
                    value = initial;
                    continue;
                case IConditionalAccessInstanceOperation instance when instance.Receiver() is { } receiver:
                    value = receiver;
                    continue;
                case IMemberReferenceOperation member:
                    return StoredMembers.Holds(member.Member) && IsShared(member, model, cancellationToken) ? member.Member : null;
                case IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor } parameter } reference
                    when IsCaptured(reference) && LivesLong(constructor.ContainingType, reference, model, cancellationToken):
                    return parameter;
                default:
                    return null;
            }
        }

        return null;
    }

    private static bool IsShared(IMemberReferenceOperation member, ServerlessModel model, CancellationToken cancellationToken)
    {
        if (member.Member.IsStatic)
            return !member.Member.IsThreadStatic();
        return member.Instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } && LivesLong(member.Member.ContainingType, member, model, cancellationToken);
    }

    /// <summary>One object of the type serves every invocation of an environment: a handler's, or one that is registered as a singleton.</summary>
    private static bool LivesLong(INamedTypeSymbol type, IOperation at, ServerlessModel model, CancellationToken cancellationToken)
    {
        if (at.SemanticModel?.Compilation is not { } compilation)
            return false;
        return model.Handlers(cancellationToken).IsReused(type)
            ? !PerInvocationTypes.Registers(compilation, type.Name, cancellationToken)
            : PerInvocationTypes.RegistersSingleton(compilation, type.Name, cancellationToken);
    }

    /// <summary>A primary constructor's parameter that a member uses is a field in all but name.</summary>
    private static bool IsCaptured(IParameterReferenceOperation reference)
    {
        for (IOperation? at = reference; at is not null; at = at.Parent)
        {
            if (at is IFieldInitializerOperation or IPropertyInitializerOperation)
                return false;
            if (at.Parent is null)
                return at is not IConstructorBodyOperation;
        }

        return false;
    }
}
