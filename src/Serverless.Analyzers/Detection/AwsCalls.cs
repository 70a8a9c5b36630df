using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Serverless.Analyzers.Detection;

/// <summary>
/// Calls of the AWS SDK's clients. A service is known by its namespace (`Amazon.SQS`), a client by its name in it: the same for the interface, the class and a test's stand-in,
/// and for every version of the SDK.
/// </summary>
internal static class AwsCalls
{
    /// <summary>The call is an operation of this service: `Lambda` for `Amazon.Lambda`.</summary>
    public static bool IsOf(this IInvocationOperation call, string service) => ServiceOf(call.TargetMethod) == service;

    /// <summary>The service whose client has the method, or null.</summary>
    public static string? ServiceOf(IMethodSymbol method) =>
        method.ContainingType is { Name: var name, ContainingNamespace: { Name: var service, ContainingNamespace: { Name: "Amazon", ContainingNamespace.IsGlobalNamespace: true } } } && IsClient(name)
            ? service
            : null;

    /// <summary>`QueryAsync` is the operation `Query`.</summary>
    public static string OperationOf(IMethodSymbol method) =>
        method.Name.EndsWith("Async", StringComparison.Ordinal) ? method.Name.Substring(0, method.Name.Length - "Async".Length) : method.Name;

    /// <summary>A type in `Amazon.{service}.Model`: what goes over the wire.</summary>
    public static bool IsModel(INamedTypeSymbol type)
    {
        for (var outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (outer.ContainingNamespace is { Name: "Model", ContainingNamespace.ContainingNamespace: { Name: "Amazon", ContainingNamespace.IsGlobalNamespace: true } })
                return true;
        }

        return false;
    }

    private static bool IsClient(string name) =>
        name.StartsWith("IAmazon", StringComparison.Ordinal) || (name.StartsWith("Amazon", StringComparison.Ordinal) && name.EndsWith("Client", StringComparison.Ordinal));
}
