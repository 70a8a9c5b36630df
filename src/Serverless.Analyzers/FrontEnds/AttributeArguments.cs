using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.FrontEnds;

/// <summary>
/// The arguments of one attribute as written. Unset is not zero: only what stands in source is seen.
/// </summary>
internal readonly struct AttributeArguments(AttributeData data, int index)
{
    public AttributeData Data { get; } = data;

    /// <summary>Place among the symbol's attributes: what a DeclarationRef names.</summary>
    public int Index { get; } = index;

    /// <summary>Constructor argument by position; null when absent or not of that type.</summary>
    public T? Constructor<T>(int position) =>
        position < Data.ConstructorArguments.Length && Data.ConstructorArguments[position] is { Kind: not TypedConstantKind.Array, Value: T value } ? value : default;

    /// <summary>A `params` or array constructor argument.</summary>
    public IEnumerable<string> ConstructorStrings(int position) =>
        position < Data.ConstructorArguments.Length ? Strings(Data.ConstructorArguments[position]) : [];

    public bool Has(string name)
    {
        foreach (var argument in Data.NamedArguments)
        {
            if (argument.Key == name)
                return true;
        }

        return false;
    }

    public bool TryGet<T>(string name, out T value)
    {
        foreach (var argument in Data.NamedArguments)
        {
            if (argument.Key == name && argument.Value is { Kind: not TypedConstantKind.Array, Value: T found })
            {
                value = found;
                return true;
            }
        }

        value = default!;
        return false;
    }

    public string? String(string name) => TryGet<string>(name, out var value) ? value : null;

    public int? Int32(string name) => TryGet<int>(name, out var value) ? value : null;

    public double? Double(string name) => TryGet<double>(name, out var value) ? value : null;

    public bool? Boolean(string name) => TryGet<bool>(name, out var value) ? value : null;

    /// <summary>Numeric value of an enum argument.</summary>
    public int? Enum(string name) => Int32(name);

    public INamedTypeSymbol? Type(string name) => TryGet<INamedTypeSymbol>(name, out var value) ? value : null;

    /// <summary>Null when not written.</summary>
    public IReadOnlyList<string>? StringArray(string name)
    {
        foreach (var argument in Data.NamedArguments)
        {
            if (argument.Key == name)
                return [.. Strings(argument.Value)];
        }

        return null;
    }

    private static IEnumerable<string> Strings(TypedConstant constant)
    {
        if (constant.Kind != TypedConstantKind.Array)
            return constant.Value is string single ? [single] : [];
        return constant.Values.IsDefault ? [] : constant.Values.Select(static v => v.Value as string ?? "");
    }
}

/// <summary>Finds attributes of ours on a symbol by metadata name.</summary>
internal static class AttributeReading
{
    /// <summary>`Serverless.AllowAttribute` and the like; the attribute class must be named so in that namespace.</summary>
    public static IEnumerable<AttributeArguments> Attributes(this ISymbol symbol, string @namespace, string name)
    {
        var attributes = symbol.GetAttributes();
        for (var i = 0; i < attributes.Length; i++)
        {
            if (attributes[i].AttributeClass is { } type && type.Name == name && IsIn(type, @namespace))
                yield return new AttributeArguments(attributes[i], i);
        }
    }

    public static AttributeArguments? Attribute(this ISymbol symbol, string @namespace, string name)
    {
        foreach (var found in symbol.Attributes(@namespace, name))
            return found;
        return null;
    }

    private static bool IsIn(INamedTypeSymbol type, string @namespace)
    {
        if (type.ContainingType is not null)
            return false;
        var current = type.ContainingNamespace;
        var end = @namespace.Length;
        while (current is { IsGlobalNamespace: false })
        {
            var start = @namespace.LastIndexOf('.', Math.Max(end - 1, 0)) + 1;
            if (end <= 0 || end - start != current.Name.Length || string.CompareOrdinal(@namespace, start, current.Name, 0, current.Name.Length) != 0)
                return false;
            end = start - 1;
            current = current.ContainingNamespace;
        }

        return end <= 0;
    }
}
