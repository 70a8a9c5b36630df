using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// Follows a response object from where it is created to the `return` of the same function. Only what can be followed to the end is judged: an object
/// that is passed on, kept or renamed may be completed by somebody else.
/// </summary>
internal static class ResponseFlow
{
    /// <summary>True when the object is returned and nobody but its own initialiser sets the property.</summary>
    public static bool IsReturnedWithout(IObjectCreationOperation creation, string property, CancellationToken cancellationToken)
    {
        switch (DestinationOf(creation))
        {
            case IReturnOperation:
                return true;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                return IsOnlyReturned(declarator.Symbol, creation, property, cancellationToken);
            case ISimpleAssignmentOperation { Parent: IExpressionStatementOperation, Target: ILocalReferenceOperation local }:
                return IsOnlyReturned(local.Local, creation, property, cancellationToken);
            default:
                return false;
        }
    }

    /// <summary>The operation that takes the value, past conversions, `?:`, `??`, arms of a switch and `Task.FromResult`.</summary>
    public static IOperation? DestinationOf(IOperation value)
    {
        for (IOperation child = value, at = value.Parent!; at is not null; child = at, at = at.Parent!)
        {
            switch (at)
            {
                case IConversionOperation or IParenthesizedOperation or ISwitchExpressionOperation or ICoalesceOperation:
                case ISwitchExpressionArmOperation arm when arm.Value == child:
                case IConditionalOperation conditional when conditional.Condition != child:
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "FromResult", ContainingType: { Name: "Task" or "ValueTask", ContainingNamespace.Name: "Tasks" } } } }:
                case IInvocationOperation { TargetMethod: { Name: "FromResult", ContainingType: { Name: "Task" or "ValueTask", ContainingNamespace.Name: "Tasks" } } }:
                case IArgumentOperation { Parent: IObjectCreationOperation { Type.Name: "ValueTask" } }:
                case IObjectCreationOperation { Type.Name: "ValueTask" }:
                    continue;
                default:
                    return at;
            }
        }

        return null;
    }

    /// <summary>Every mention of the local reads or sets another property of it, or returns it; anything else, an alias, a helper, a second assignment, may set what is missing.</summary>
    private static bool IsOnlyReturned(ILocalSymbol local, IOperation creation, string property, CancellationToken cancellationToken)
    {
        if (creation.SemanticModel is not { } model)
            return false;
        var isReturned = false;
        foreach (var use in VariableUses.Of(local, VariableUses.ScopeOf(local, creation.Syntax), model, cancellationToken))
        {
            if (use.Parent is AssignmentExpressionSyntax assignment && assignment.Left == use && assignment.Right.Span.Contains(creation.Syntax.Span))
                continue;
            if (VariableUses.AccessOn(use) is { } access)
            {
                if (access.Name.Identifier.ValueText == property || model.GetSymbolInfo(access, cancellationToken).Symbol is not { } member || !ApiEvents.IsResponse(member.ContainingType))
                    return false;
                continue;
            }

            if (model.GetOperation(use, cancellationToken) is not { } operation || DestinationOf(operation) is not IReturnOperation)
                return false;
            isReturned = true;
        }

        return isReturned;
    }
}
