using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.FrontEnds.Handlers;

/// <summary>Types recognised by metadata name, whatever assembly they come from.</summary>
internal static class TypeNames
{
    /// <summary>`System.Threading.Tasks.Task`; type parameters do not show.</summary>
    public static string FullName(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol)
            return "";
        if (type.ContainingType is { } outer)
            return FullName(outer) + "+" + type.Name;
        return type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() + "." + type.Name : type.Name;
    }

    public static bool Is(ITypeSymbol? type, string fullName) => type is not null && FullName(type) == fullName;

    public static bool DerivesFrom(ITypeSymbol? type, string fullName)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (Is(current, fullName))
                return true;
        }

        return false;
    }

    public static bool Implements(ITypeSymbol type, string fullName) => type.AllInterfaces.Any(i => Is(i, fullName)) || (type.TypeKind == TypeKind.Interface && Is(type, fullName));

    /// <summary>`IParsable&lt;Self&gt;` and the like.</summary>
    public static bool ImplementsForItself(ITypeSymbol type, string fullName) =>
        type.AllInterfaces.Any(i => i.TypeArguments.Length == 1 && Is(i, fullName) && SymbolEqualityComparer.Default.Equals(i.TypeArguments[0], type));
}
