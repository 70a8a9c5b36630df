using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Detection;

/// <summary>Code of a durable workflow or of one of its steps, by the context that its function is given. There waiting, polling and sleeping are other questions.</summary>
internal static class DurableCode
{
    public static bool Encloses(IOperation operation, ISymbol containing)
    {
        for (var at = operation.Parent; at is not null; at = at.Parent)
        {
            if (at is IAnonymousFunctionOperation lambda && HasContext(lambda.Symbol))
                return true;
            if (at is ILocalFunctionOperation local && HasContext(local.Symbol))
                return true;
        }

        return containing is IMethodSymbol method && HasContext(method);
    }

    private static bool HasContext(IMethodSymbol method) => DurableOperations.TakesContext(method) || DurableOperations.IsStep(method);
}
