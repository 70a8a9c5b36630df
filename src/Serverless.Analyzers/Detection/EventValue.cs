using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Serverless.Analyzers.Detection;

/// <summary>Values of an event that code reads from a property or from a local that holds it and nothing else.</summary>
internal static class EventValue
{
    /// <summary>The property with one of these names that a local was declared with and is never given another value for; null otherwise. Text decides before anything is bound.</summary>
    public static IPropertyReferenceOperation? HeldBy(ILocalReferenceOperation local, string[] names, CancellationToken cancellationToken)
    {
        if (local.IsDeclaration || local.Local.DeclaringSyntaxReferences is not [var declaration]
            || declaration.GetSyntax(cancellationToken) is not VariableDeclaratorSyntax { Initializer.Value: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } || Array.IndexOf(names, name) < 0)
        {
            return null;
        }

        return OneTimeInitialisation.InitialValue(local)?.Unwrap() is IPropertyReferenceOperation property
            && !VariableUses.IsReassigned(local.Local, local.Syntax, local.SemanticModel!, cancellationToken) ? property : null;
    }

    /// <summary>The call, property or loop that fails when the value is null; null when nothing does.</summary>
    public static IOperation? Dereference(IOperation value)
    {
        var child = value;
        while (child.Parent is IConversionOperation { OperatorMethod: null } conversion)
            child = conversion;
        return child.Parent switch
        {
            IInvocationOperation call when call.Instance == child => call,
            IPropertyReferenceOperation property when property.Instance == child => property,
            IForEachLoopOperation loop when loop.Collection == child => loop,
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { IsExtensionMethod: true } method } call } argument
                when call.Arguments[0] == argument && method.ContainingNamespace is { Name: "Linq" or "Generic" } => call,
            _ => null,
        };
    }
}
