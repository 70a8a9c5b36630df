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
