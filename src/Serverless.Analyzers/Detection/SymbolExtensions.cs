using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.Detection;

/// <summary>Questions about symbols that several rules ask.</summary>
internal static class SymbolExtensions
{
    /// <summary>`Task`, `ValueTask` and their generic forms.</summary>
    public static bool IsTask(this ITypeSymbol? type) =>
        type is { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } } };

    /// <summary>The outermost namespace has this name: that of a library, whose inner ones are its own business.</summary>
    public static bool IsUnder(this INamespaceSymbol? space, string root)
    {
        while (space?.ContainingNamespace is { IsGlobalNamespace: false } outer)
            space = outer;
        return space?.Name == root;
    }

    /// <summary>The type, or one that it derives from, has this name in this namespace, which is written in full.</summary>
    public static bool IsOrDerives(this ITypeSymbol? type, string name, string space)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at.Name == name && at.ContainingNamespace.IsNamed(space))
                return true;
        }

        return false;
    }

    public static bool IsOrDerives(this ITypeSymbol? type, ITypeSymbol known)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(at, known))
                return true;
        }

        return false;
    }

    private static bool IsNamed(this INamespaceSymbol? space, string full)
    {
        var end = full.Length;
        for (var at = space; at is { IsGlobalNamespace: false }; at = at.ContainingNamespace)
        {
            var start = end - at.Name.Length;
            if (start < 0 || string.CompareOrdinal(full, start, at.Name, 0, at.Name.Length) != 0)
                return false;
            if (start == 0)
                return at.ContainingNamespace is { IsGlobalNamespace: true };
            if (full[start - 1] != '.')
                return false;
            end = start - 1;
        }

        return false;
    }

    public static bool IsThreadStatic(this ISymbol member)
    {
        foreach (var attribute in member.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "ThreadStaticAttribute", ContainingNamespace.Name: "System" })
                return true;
        }

        return false;
    }
}
