using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Serverless.Analyzers.Detection;

/// <summary>A place that runs only for some names: what is asked before looks at how a text begins, ends or what it contains.</summary>
internal static class KeyTests
{
    public static bool Guards(IOperation operation) => Conditions.Ask(operation, static inner => inner is IInvocationOperation
    {
        TargetMethod.Name: "StartsWith" or "EndsWith" or "Contains" or "IsMatch" or "ContainsKey" or "Any",
    });
}
