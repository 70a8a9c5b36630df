using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// Does a value end in the body of a response? Followed through text that is put together, objects that are made of it, their serialisation, and one local; a method of the
/// project may do anything with it and ends the search.
/// </summary>
internal static class ResponseBodies
{
    public const string HttpResults = "Amazon.Lambda.Annotations.APIGateway.HttpResults";

    public static bool Receive(IOperation value, CancellationToken cancellationToken) => Receive(value, mayFollowLocal: true, cancellationToken);

    private static bool Receive(IOperation value, bool mayFollowLocal, CancellationToken cancellationToken)
    {
        for (IOperation child = value, at = value.Parent!; at is not null; child = at, at = at.Parent!)
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (at)
            {
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "Body" } property } when ApiEvents.IsResponse(property.Property.ContainingType):
                case IInvocationOperation call when IsHttpResult(call.TargetMethod):
                    return true;
                case IInvocationOperation call when !IsText(call.TargetMethod) && call.Parent is not IObjectOrCollectionInitializerOperation:
                case ISimpleAssignmentOperation { Parent: not IObjectOrCollectionInitializerOperation and not IAnonymousObjectCreationOperation }:
                case IConditionalOperation conditional when conditional.Condition == child:
                case IObjectCreationOperation creation when ExceptionDetails.IsException(creation.Type):
                    return false;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                    return mayFollowLocal && IsReceived(local, at, cancellationToken);
                case IReturnOperation or IThrowOperation or IExpressionStatementOperation or IBlockOperation or IAnonymousFunctionOperation:
                    return false;
            }
        }

        return false;
    }

    private static bool IsReceived(ILocalSymbol local, IOperation at, CancellationToken cancellationToken)
    {
        if (at.SemanticModel is not { } model)
            return false;
        foreach (var use in VariableUses.Of(local, VariableUses.ScopeOf(local, at.Syntax), model, cancellationToken))
        {
            if (model.GetOperation(use, cancellationToken) is { } operation && Receive(operation, mayFollowLocal: false, cancellationToken))
                return true;
        }

        return false;
    }

    private static bool IsHttpResult(IMethodSymbol method) => ApiRoutes.IsOfAnnotations(method.ContainingType, "HttpResults");

    /// <summary>Gives back what it is given, in another form.</summary>
    private static bool IsText(IMethodSymbol method) => method.DeclaringSyntaxReferences.IsEmpty && method.Name is
        "Serialize" or "SerializeObject" or "Format" or "Concat" or "Join" or "ToString" or "Trim" or "Replace" or "Substring" or "Append" or "AppendLine" or "ToJson";
}
