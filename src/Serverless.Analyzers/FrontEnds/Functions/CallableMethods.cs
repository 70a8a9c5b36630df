using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Functions;

/// <summary>Generated code stands in another class of the same assembly: what it cannot call is SVLS2007.</summary>
internal static class CallableMethods
{
    public static bool Check(IMethodSymbol method, DeclarationRef declaration, Reading reading)
    {
        if (Problem(method) is not { } problem)
            return true;
        reading.Report(RuleIds.NotCallable, declaration, method.Name, problem);
        return false;
    }

    private static string? Problem(IMethodSymbol method)
    {
        if (method.MethodKind is not MethodKind.Ordinary)
            return "it is not an ordinary method";
        if (method.IsGenericMethod)
            return "it is generic";
        if (method.IsAbstract)
            return "it is abstract";
        if (!IsReachable(method.DeclaredAccessibility))
            return "it is not public or internal";
        foreach (var parameter in method.Parameters)
        {
            if (parameter.RefKind is not RefKind.None)
                return $"its parameter '{parameter.Name}' is passed by reference";
        }

        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.IsGenericType)
                return $"'{type.Name}' is generic";
            if (!IsReachable(type.DeclaredAccessibility))
                return $"'{type.Name}' is not public or internal";
            if (type.IsFileLocal)
                return $"'{type.Name}' is local to its file";
        }

        if (method.ContainingType.TypeKind is TypeKind.Interface)
            return "it belongs to an interface";
        return method is { IsStatic: false, ContainingType.IsAbstract: true } ? $"'{method.ContainingType.Name}' is abstract" : null;
    }

    /// <summary>True when generated code can name the type.</summary>
    public static bool CanName(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsGenericType || current.IsFileLocal || !IsReachable(current.DeclaredAccessibility))
                return false;
        }

        return true;
    }

    private static bool IsReachable(Accessibility accessibility) =>
        accessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;
}
