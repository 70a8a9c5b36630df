using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Serverless.Analyzers.Detection;

/// <summary>Deadlines that requests carry themselves: every call on a client passes a token, so the client's own limit decides nothing.</summary>
internal static class Deadlines
{
    /// <summary>Each asynchronous call on the variable passes a token, and there is one.</summary>
    public static bool EveryCallHasOne(ISymbol variable, SyntaxNode at, SemanticModel model, CancellationToken cancellationToken)
    {
        var calls = 0;
        foreach (var use in VariableUses.Of(variable, VariableUses.ScopeOf(variable, at), model, cancellationToken))
        {
            if (VariableUses.AccessOn(use)?.Parent is not InvocationExpressionSyntax syntax || model.GetOperation(syntax, cancellationToken) is not IInvocationOperation { TargetMethod.Name: var name } call)
                continue;
            if (!name.EndsWith("Async", StringComparison.Ordinal))
                continue;
            calls++;
            if (CancellationTokens.Of(call) != TokenUse.Passed)
                return false;
        }

        return calls > 0;
    }
}
