using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.Handlers;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Json;

/// <summary>What the serialiser writes as an array or as an object of any names.</summary>
internal static class JsonCollections
{
    /// <summary>Names a dictionary can have in JSON.</summary>
    private static readonly HashSet<string> TextKeys = new(StringComparer.Ordinal)
    {
        "System.Guid", "System.DateTimeOffset", "System.DateOnly", "System.TimeOnly", "System.TimeSpan", "System.Uri", "System.Version", "System.Int128", "System.UInt128", "System.Half",
    };

    /// <summary>Null for what is neither.</summary>
    public static JsonCollection? Find(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
            return array.Rank == 1 ? new JsonCollection(JsonTypeKind.Array, array.ElementType) : JsonCollection.Unknown;
        switch (TypeNames.FullName(type))
        {
            case "System.Text.Json.Nodes.JsonObject":
                return new JsonCollection(JsonTypeKind.Dictionary, null);
            case "System.Text.Json.Nodes.JsonArray":
                return new JsonCollection(JsonTypeKind.Array, null);
            case "System.Memory" or "System.ReadOnlyMemory":
                return new JsonCollection(JsonTypeKind.Array, ((INamedTypeSymbol)type).TypeArguments[0]);
        }

        if (Generic(type, "System.Collections.Generic.IDictionary") is { } dictionary)
            return Dictionary(dictionary);
        if (Generic(type, "System.Collections.Generic.IReadOnlyDictionary") is { } readOnly)
            return Dictionary(readOnly);
        if (TypeNames.Implements(type, "System.Collections.IDictionary"))
            return new JsonCollection(JsonTypeKind.Dictionary, null);
        if (Generic(type, "System.Collections.Generic.IAsyncEnumerable") is { } sequence)
            return new JsonCollection(JsonTypeKind.Array, sequence.TypeArguments[0]);
        if (Generic(type, "System.Collections.Generic.IEnumerable") is { } items)
            return new JsonCollection(JsonTypeKind.Array, items.TypeArguments[0]);
        return TypeNames.Implements(type, "System.Collections.IEnumerable") ? new JsonCollection(JsonTypeKind.Array, null) : null;
    }

    /// <summary>Types of .NET itself: those that are not known above are no data.</summary>
    public static bool IsFramework(INamedTypeSymbol type) =>
        type.ContainingNamespace is { IsGlobalNamespace: false } space && space.ToDisplayString() is var name && (name == "System" || name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal));

    private static JsonCollection Dictionary(INamedTypeSymbol type) =>
        IsTextKey(type.TypeArguments[0]) ? new JsonCollection(JsonTypeKind.Dictionary, type.TypeArguments[1]) : JsonCollection.Unknown;

    private static bool IsTextKey(ITypeSymbol key) =>
        key.TypeKind == TypeKind.Enum
        || key.SpecialType is SpecialType.System_String or SpecialType.System_Char or SpecialType.System_Boolean or SpecialType.System_DateTime or SpecialType.System_Object
        || key.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double
        || TextKeys.Contains(TypeNames.FullName(key));

    private static INamedTypeSymbol? Generic(ITypeSymbol type, string fullName) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Interface, IsGenericType: true } self && TypeNames.Is(self, fullName)
            ? self
            : type.AllInterfaces.FirstOrDefault(i => i.IsGenericType && TypeNames.Is(i, fullName));
}

/// <summary>An array or dictionary.</summary>
/// <param name="Kind">Array, Dictionary, or Any for what the serialiser does not take.</param>
/// <param name="Item">What it holds; null = anything.</param>
internal sealed record JsonCollection(JsonTypeKind Kind, ITypeSymbol? Item)
{
    public static JsonCollection Unknown { get; } = new(JsonTypeKind.Any, null);
}
