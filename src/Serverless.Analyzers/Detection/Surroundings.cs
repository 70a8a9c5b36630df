using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Detection;

/// <summary>Code that only a developer's machine runs, and projects that mention a name.</summary>
internal static class Surroundings
{
    /// <summary>Behind `if (env.IsDevelopment())` and the like, on either side.</summary>
    public static bool IsForDevelopment(IOperation operation)
    {
        for (IOperation? child = operation, at = operation.Parent; at is not null; child = at, at = at.Parent)
        {
            if (at is not IConditionalOperation conditional || conditional.Condition == child)
                continue;
            foreach (var inner in conditional.Condition.DescendantsAndSelf())
            {
                if (inner is IInvocationOperation { TargetMethod.Name: "IsDevelopment" or "IsEnvironment" or "IsProduction" or "IsStaging" })
                    return true;
            }
        }

        return false;
    }

    /// <summary>An identifier with one of these names stands somewhere in the project.</summary>
    public static bool Mentions(Compilation compilation, string[] identifiers, CancellationToken cancellationToken)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (Array.Exists(identifiers, TreeNames.Of(tree, cancellationToken).Mentions))
                return true;
        }

        return false;
    }
}
