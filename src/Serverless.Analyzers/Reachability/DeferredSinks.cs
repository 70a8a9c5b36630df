using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Serverless.Analyzers.Reachability;

/// <summary>Methods that keep the delegate they are given, and when they call it. Everything else is assumed to call it at once.</summary>
internal static class DeferredSinks
{
    /// <summary>Null: no sink.</summary>
    public static EdgeTiming? Of(IMethodSymbol method)
    {
        switch (method.Name)
        {
            case "AddSingleton" or "TryAddSingleton" or "AddKeyedSingleton" or "TryAddKeyedSingleton" or "RegisterBeforeSnapshot":
                return EdgeTiming.Init;
            case "AddScoped" or "TryAddScoped" or "AddKeyedScoped" or "TryAddKeyedScoped":
                return EdgeTiming.Invocation;
            case "AddTransient" or "TryAddTransient" or "AddKeyedTransient" or "TryAddKeyedTransient":
                return EdgeTiming.Unknown;
            case "AddHttpClient" or "ConfigureHttpClient" or "ConfigurePrimaryHttpMessageHandler" or "AddHttpMessageHandler":
                return EdgeTiming.FirstUse;
            case "EnsureInitialized" when method.ContainingType.Name == "LazyInitializer":
                return EdgeTiming.FirstUse;
            case "MapGet" or "MapPost" or "MapPut" or "MapDelete" or "MapPatch" or "MapMethods" or "MapFallback":
                return EdgeTiming.Unknown;
            default:
                return IsBootstrap(method) ? EdgeTiming.Unknown : null;
        }
    }

    /// <summary>The delegate is a handler: recognised as a root of its own.</summary>
    public static bool IsBootstrap(IMethodSymbol method) => method.ContainingType is { } type
        && ((method.Name.StartsWith("Create", StringComparison.Ordinal) && type.Name == "LambdaBootstrapBuilder")
            || (method.Name == "GetHandlerWrapper" && type.Name == "HandlerWrapper")
            || (method.MethodKind == MethodKind.Constructor && type.Name == "LambdaBootstrap"));

    /// <summary>The type that a registration makes: the last type argument or `typeof`.</summary>
    public static INamedTypeSymbol? RegisteredType(IInvocationOperation call)
    {
        if (call.TargetMethod.TypeArguments is { Length: > 0 } types)
            return types[types.Length - 1] as INamedTypeSymbol;
        for (var i = call.Arguments.Length - 1; i >= 0; i--)
        {
            if (call.Arguments[i].Value is ITypeOfOperation { TypeOperand: INamedTypeSymbol type })
                return type;
        }

        return null;
    }
}
