using Microsoft.CodeAnalysis;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.FrontEnds;

namespace Serverless.Analyzers.Reachability.HandlerRecognition;

/// <summary>Methods that ASP.NET Core, SignalR, gRPC and the generic host call by what they derive from or implement.</summary>
internal static class HostedMethods
{
    public static HostedKind KindOf(IMethodSymbol method, KnownTypes types)
    {
        if (method is not { IsStatic: false, MethodKind: MethodKind.Ordinary } || method.ContainingType is not { } type)
            return HostedKind.None;
        if (IsConventionalMiddleware(method, types))
            return HostedKind.Shared;
        if (ImplementsHosted(method) || IsGrpcService(method))
            return HostedKind.PerRequest;
        if (method.DeclaredAccessibility != Accessibility.Public)
            return IsAuthentication(method) ? HostedKind.PerRequest : HostedKind.None;
        var isAction = IsController(type, types) && !method.IsOverride && method.GetAttributes().All(static a => a.AttributeClass?.Name != "NonActionAttribute");
        return isAction || IsHub(type) || IsPageHandler(method) ? HostedKind.PerRequest : HostedKind.None;
    }

    /// <summary>`BackgroundService.ExecuteAsync` and what else a hosted service runs while the process lives.</summary>
    public static bool IsWorker(IMethodSymbol method) => method.Name switch
    {
        "ExecuteAsync" => method.IsOverride && Derives(method.ContainingType, "BackgroundService", "Hosting"),
        "StartAsync" => Implements(method, static type => type is { Name: "IHostedService", ContainingNamespace.Name: "Hosting" }),
        _ => false,
    };

    private static bool IsConventionalMiddleware(IMethodSymbol method, KnownTypes types) => method is { Name: "Invoke" or "InvokeAsync", DeclaredAccessibility: Accessibility.Public, Parameters.Length: > 0 }
        && SymbolEqualityComparer.Default.Equals(method.Parameters[0].Type, types[HazardTypeNames.HttpContext])
        && method.ContainingType.AllInterfaces.All(static type => type.Name != "IMiddleware");

    private static bool ImplementsHosted(IMethodSymbol method) => Implements(method, static type => type.ContainingNamespace.ToDisplayString() switch
    {
        "Microsoft.AspNetCore.Mvc.Filters" => true,
        "Microsoft.AspNetCore.Http" => type.Name is "IMiddleware" or "IEndpointFilter",
        "Microsoft.AspNetCore.Diagnostics" => type.Name == "IExceptionHandler",
        "Microsoft.AspNetCore.Authorization" => type.Name == "IAuthorizationHandler",
        _ => false,
    });

    private static bool IsAuthentication(IMethodSymbol method) => method is { IsOverride: true, Name: "HandleAuthenticateAsync" or "HandleRequirementAsync" };

    private static bool IsController(INamedTypeSymbol type, KnownTypes types)
    {
        var controller = types[HazardTypeNames.ControllerBase];
        for (var at = type; at is not null; at = at.BaseType)
        {
            if ((controller is not null && SymbolEqualityComparer.Default.Equals(at, controller)) || at.GetAttributes().Any(static a => a.AttributeClass?.Name == "ApiControllerAttribute"))
                return true;
        }

        return false;
    }

    private static bool IsHub(INamedTypeSymbol type) => Derives(type, "Hub", "SignalR");

    private static bool IsPageHandler(IMethodSymbol method) => method.Name.StartsWith("On", StringComparison.Ordinal) && Derives(method.ContainingType, "PageModel", "RazorPages");

    private static bool IsGrpcService(IMethodSymbol method) => method.IsOverride
        && method.Parameters.Any(static parameter => parameter.Type is { Name: "ServerCallContext", ContainingNamespace: { Name: "Core", ContainingNamespace.Name: "Grpc" } });

    private static bool Derives(INamedTypeSymbol type, string name, string @namespace)
    {
        for (var at = type.BaseType; at is not null; at = at.BaseType)
        {
            if (at.Name == name && at.ContainingNamespace?.Name == @namespace)
                return true;
        }

        return false;
    }

    private static bool Implements(IMethodSymbol method, Func<INamedTypeSymbol, bool> contract)
    {
        foreach (var type in method.ContainingType.AllInterfaces)
        {
            if (!contract(type))
                continue;
            foreach (var member in type.GetMembers())
            {
                if (SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method))
                    return true;
            }
        }

        return false;
    }
}
