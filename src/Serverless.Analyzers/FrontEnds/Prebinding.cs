using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.FrontEnds;

/// <summary>
/// Binds attributes and signatures of many types on all cores before they are read one after another. Binding is nearly all
/// that reading a large application costs, and symbols of the compiler may be asked from any thread.
/// </summary>
internal static class Prebinding
{
    /// <summary>Below this, starting threads costs more than it saves.</summary>
    private const int FewestTypes = 32;

    public static void Run(List<INamedTypeSymbol> types, CancellationToken cancellationToken)
    {
        if (types.Count < FewestTypes)
            return;
        try
        {
            Parallel.ForEach(types, new ParallelOptions { CancellationToken = cancellationToken }, Bind);
        }
        catch (AggregateException exception) when (exception.InnerExceptions.All(static inner => inner is OperationCanceledException))
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    private static void Bind(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is not IMethodSymbol { MethodKind: MethodKind.Ordinary } method || method.GetAttributes().IsEmpty)
                continue;
            _ = method.ReturnType;
            foreach (var parameter in method.Parameters)
                _ = parameter.Type;
        }
    }
}
