using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.Detection;

/// <summary>What the runtime deserialises for a handler that it loads and serialises for it; streams and the context pass as they are.</summary>
internal static class HandlerPayloads
{
    /// <summary>The parameter that is deserialised; null when there is none. The runtime passes a stream only to a parameter that is exactly `Stream`.</summary>
    public static IParameterSymbol? Input(IMethodSymbol method)
    {
        if (method.Parameters.IsEmpty)
            return null;
        var first = method.Parameters[0];
        return IsContext(first.Type) || IsStream(first.Type) ? null : first;
    }

    /// <summary>What is serialised; null for nothing and for streams. `Task` is awaited, every other awaitable is data to the runtime.</summary>
    public static ITypeSymbol? Output(IMethodSymbol method)
    {
        if (method.ReturnsVoid)
            return null;
        for (var at = method.ReturnType as INamedTypeSymbol; at is not null; at = at.BaseType)
        {
            if (at is not { Name: "Task", ContainingNamespace: { Name: "Tasks", ContainingNamespace.Name: "Threading" } })
                continue;
            return at.TypeArguments is [var result] && !DerivesFromStream(result) ? result : null;
        }

        return DerivesFromStream(method.ReturnType) ? null : method.ReturnType;
    }

    public static bool IsContext(ITypeSymbol type) => type is { Name: "ILambdaContext", ContainingNamespace: { Name: "Core", ContainingNamespace.Name: "Lambda" } };

    public static bool DerivesFromStream(ITypeSymbol type)
    {
        for (ITypeSymbol? at = type; at is not null; at = at.BaseType)
        {
            if (IsStream(at))
                return true;
        }

        return false;
    }

    private static bool IsStream(ITypeSymbol type) => type is { Name: "Stream", ContainingNamespace: { Name: "IO", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } };
}
