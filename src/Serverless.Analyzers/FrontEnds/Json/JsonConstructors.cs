using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.Handlers;

namespace Serverless.Analyzers.FrontEnds.Json;

/// <summary>Which constructor the serialiser calls.</summary>
internal static class JsonConstructors
{
    /// <summary>The marked one, else one without parameters, else the only one; null when it has no choice it would make.</summary>
    public static IMethodSymbol? Of(INamedTypeSymbol type)
    {
        var all = type.InstanceConstructors.Where(c => !(c.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(c.Parameters[0].Type, type))).ToList();
        if (all.FirstOrDefault(static c => c.GetAttributes().Any(static a => TypeNames.Is(a.AttributeClass, "System.Text.Json.Serialization.JsonConstructorAttribute"))) is { } marked)
            return marked;
        var open = all.Where(c => c.DeclaredAccessibility == Accessibility.Public && !(type.IsValueType && c.IsImplicitlyDeclared)).ToList();
        return open.Any(static c => c.Parameters.IsEmpty) || open.Count != 1 ? null : open[0];
    }

    /// <summary>The parameter that a member is given to, if any: names match whatever their case.</summary>
    public static IParameterSymbol? ParameterOf(ISymbol member, IMethodSymbol? constructor) =>
        constructor?.Parameters.FirstOrDefault(p => string.Equals(p.Name, member.Name, StringComparison.OrdinalIgnoreCase));
}
