using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.FrontEnds.Handlers;

/// <summary>
/// How the project's serialiser names things and what it knows: the context's naming policy, or that of
/// `JsonSerializerDefaults.Web` when there is no context.
/// </summary>
internal sealed class JsonContract
{
    private readonly JsonNamePolicy _naming = JsonNamePolicy.CamelCase;
    private readonly HashSet<ITypeSymbol>? _known;

    public JsonContract(Reading reading)
    {
        if (reading.Project.JsonContext is not { } name || JsonNamePolicies.FindContext(reading, name) is not { } context)
            return;
        ContextName = "global::" + name.Replace("global::", "");
        _naming = JsonNamePolicy.AsWritten;
        _known = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        IgnoreCase = false;
        foreach (var attribute in context.GetAttributes())
        {
            if (TypeNames.Is(attribute.AttributeClass, "System.Text.Json.Serialization.JsonSourceGenerationOptionsAttribute"))
                ReadOptions(attribute, ref _naming);
            else if (TypeNames.Is(attribute.AttributeClass, "System.Text.Json.Serialization.JsonSerializableAttribute") && attribute.ConstructorArguments is [{ Value: ITypeSymbol root }, ..])
                Know(root);
        }
    }

    /// <summary>Expression of the context's type; null when the project has none.</summary>
    public string? ContextName { get; }

    /// <summary>Members are found whatever their case.</summary>
    public bool IgnoreCase { get; private set; } = true;

    /// <summary>True when the context can serialise the type, or when there is no context that would have to.</summary>
    public bool Knows(ITypeSymbol type) => _known is null || _known.Contains(Plain(type));

    /// <summary>Name of a member in JSON.</summary>
    public string NameOf(ISymbol member)
    {
        foreach (var attribute in member.GetAttributes())
        {
            if (TypeNames.Is(attribute.AttributeClass, "System.Text.Json.Serialization.JsonPropertyNameAttribute") && attribute.ConstructorArguments is [{ Value: string name }])
                return name;
        }

        return NameOf(member.Name);
    }

    /// <summary>Name of a parameter in JSON.</summary>
    public string NameOf(string name) => _naming.Apply(name);

    private void ReadOptions(AttributeData options, ref JsonNamePolicy naming)
    {
        // JsonSerializerDefaults.Web is 1; options that are written win over it whatever their order.
        if (options.ConstructorArguments is [{ Value: 1 }])
        {
            naming = JsonNamePolicy.CamelCase;
            IgnoreCase = true;
        }

        foreach (var argument in options.NamedArguments)
        {
            if (argument.Key == "PropertyNamingPolicy" && argument.Value.Value is int policy)
                naming = (JsonNamePolicy)policy;
            else if (argument.Key == "PropertyNameCaseInsensitive" && argument.Value.Value is bool ignore)
                IgnoreCase = ignore;
        }
    }

    /// <summary>The context's generator follows members, elements and arguments of what is listed; so does this.</summary>
    private void Know(ITypeSymbol type)
    {
        type = Plain(type);
        if (!_known!.Add(type))
            return;
        if (type is IArrayTypeSymbol array)
            Know(array.ElementType);
        if (type is not INamedTypeSymbol named)
            return;
        foreach (var argument in named.TypeArguments)
            Know(argument);
        if (IsFramework(named))
            return;
        for (INamedTypeSymbol? current = named; current is not null && !IsFramework(current); current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                if (member is IPropertySymbol { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal } property)
                    Know(property.Type);
            }
        }
    }

    private static bool IsFramework(INamedTypeSymbol type) =>
        type.SpecialType != SpecialType.None || type.ContainingNamespace is { } space && (space.ToDisplayString() is var name && (name == "System" || name.StartsWith("System.", StringComparison.Ordinal)));

    private static ITypeSymbol Plain(ITypeSymbol type) => type.WithNullableAnnotation(NullableAnnotation.None);
}
