using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.Handlers;

namespace Serverless.Analyzers.FrontEnds.Json;

/// <summary>Attributes by which a declaration speaks to the serialiser.</summary>
internal static class SerializerAttributes
{
    public const string Namespace = "System.Text.Json.Serialization.";

    /// <summary>The serialiser reads it, an attribute derived from one of its own included.</summary>
    public static bool Is(AttributeData attribute)
    {
        for (var type = attribute.AttributeClass; type is not null; type = type.BaseType)
        {
            if (TypeNames.FullName(type).StartsWith(Namespace, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    public static bool Any(ISymbol symbol) => symbol.GetAttributes().Any(Is);

    /// <summary>Some attribute that is not among those named.</summary>
    public static bool AnyBut(ISymbol symbol, params string[] names) =>
        symbol.GetAttributes().Any(a => Is(a) && !names.Contains(TypeNames.FullName(a.AttributeClass!).Replace(Namespace, ""), StringComparer.Ordinal));

    public static AttributeData? Find(ISymbol symbol, string name) => symbol.GetAttributes().FirstOrDefault(a => TypeNames.Is(a.AttributeClass, Namespace + name));
}
