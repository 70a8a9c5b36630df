using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.Json;

namespace Serverless.Analyzers.FrontEnds.Handlers;

/// <summary>
/// How the project's serialiser names things and what it knows: the context's naming policy, or that of
/// `JsonSerializerDefaults.Web` when there is no context.
/// </summary>
internal sealed class JsonContract
{
    private const string Serialization = "System.Text.Json.Serialization.";

    private readonly JsonNamePolicy _naming = JsonNamePolicy.CamelCase;
    private readonly HashSet<ITypeSymbol>? _known;
    private readonly HashSet<ITypeSymbol> _converted = new(SymbolEqualityComparer.Default);

    public JsonContract(Reading reading)
    {
        if (reading.Project.JsonContext is not { } name || JsonNamePolicies.FindContext(reading, name) is not { } context)
            return;
        ContextName = "global::" + name.Replace("global::", "");
        _naming = JsonNamePolicy.AsWritten;
        _known = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        IgnoreCase = false;
        Numbers = JsonNumbers.Strict;
        foreach (var attribute in context.GetAttributes())
        {
            if (TypeNames.Is(attribute.AttributeClass, Serialization + "JsonSourceGenerationOptionsAttribute"))
                ReadOptions(attribute, ref _naming);
            else if (TypeNames.Is(attribute.AttributeClass, Serialization + "JsonSerializableAttribute") && attribute.ConstructorArguments is [{ Value: ITypeSymbol root }, ..])
                Know(root);
        }
    }

    /// <summary>Expression of the context's type; null when the project has none.</summary>
    public string? ContextName { get; }

    /// <summary>Members are found whatever their case.</summary>
    public bool IgnoreCase { get; private set; } = true;

    public bool IncludesFields { get; private set; }

    /// <summary>Enums without a converter of their own travel by name.</summary>
    public bool WritesEnumsAsText { get; private set; }

    public bool IgnoresReadOnlyProperties { get; private set; }

    public bool IgnoresReadOnlyFields { get; private set; }

    /// <summary>Which values of members are left out when nothing is said at the member.</summary>
    public JsonIgnoring Ignoring { get; private set; }

    public JsonNumbers Numbers { get; private set; } = JsonNumbers.ReadFromText;

    /// <summary>A constructor parameter without default must be in the JSON, whatever its type.</summary>
    public bool RequiresConstructorParameters { get; private set; }

    /// <summary>Null for a member that says it is never null is refused by the serialiser itself.</summary>
    public bool RespectsNullability { get; private set; }

    /// <summary>Members that a type does not have are refused.</summary>
    public bool RefusesUnknownMembers { get; private set; }

    /// <summary>A converter of the options may take any type: which ones, only running it would tell.</summary>
    public bool HasConverterFactory { get; private set; }

    /// <summary>A converter of the options takes the type.</summary>
    public bool Converts(ITypeSymbol type) => _converted.Contains(Plain(type));

    /// <summary>True when the context can serialise the type, or when there is no context that would have to.</summary>
    public bool Knows(ITypeSymbol type) => _known is null || _known.Contains(Plain(type));

    /// <summary>Name of a member in JSON.</summary>
    public string NameOf(ISymbol member)
    {
        foreach (var attribute in member.GetAttributes())
        {
            if (TypeNames.Is(attribute.AttributeClass, Serialization + "JsonPropertyNameAttribute") && attribute.ConstructorArguments is [{ Value: string name }])
                return name;
        }

        return NameOf(member.Name);
    }

    /// <summary>Name of a parameter in JSON.</summary>
    public string NameOf(string name) => _naming.Apply(name);

    private void ReadOptions(AttributeData options, ref JsonNamePolicy naming)
    {
        // JsonSerializerDefaults: 1 is Web, 2 is Strict; options that are written win over it whatever their order.
        switch (options.ConstructorArguments)
        {
            case [{ Value: 1 }]:
                naming = JsonNamePolicy.CamelCase;
                IgnoreCase = true;
                Numbers = JsonNumbers.ReadFromText;
                break;
            case [{ Value: 2 }]:
                RefusesUnknownMembers = RespectsNullability = RequiresConstructorParameters = true;
                break;
        }

        foreach (var argument in options.NamedArguments)
        {
            switch (argument.Key, argument.Value)
            {
                case ("PropertyNamingPolicy", { Value: int policy }): naming = (JsonNamePolicy)policy; break;
                case ("PropertyNameCaseInsensitive", { Value: bool ignore }): IgnoreCase = ignore; break;
                case ("IncludeFields", { Value: bool fields }): IncludesFields = fields; break;
                case ("UseStringEnumConverter", { Value: bool text }): WritesEnumsAsText = text; break;
                case ("IgnoreReadOnlyProperties", { Value: bool ignore }): IgnoresReadOnlyProperties = ignore; break;
                case ("IgnoreReadOnlyFields", { Value: bool ignore }): IgnoresReadOnlyFields = ignore; break;
                case ("DefaultIgnoreCondition", { Value: int condition }): Ignoring = (JsonIgnoring)condition; break;
                case ("NumberHandling", { Value: int numbers }): Numbers = (JsonNumbers)numbers; break;
                case ("RespectRequiredConstructorParameters", { Value: bool respect }): RequiresConstructorParameters = respect; break;
                case ("RespectNullableAnnotations", { Value: bool respect }): RespectsNullability = respect; break;
                case ("UnmappedMemberHandling", { Value: int handling }): RefusesUnknownMembers = handling == 1; break;
                case ("Converters", { Kind: TypedConstantKind.Array, Values: { IsDefault: false } converters }): ReadConverters(converters); break;
            }
        }
    }

    private void ReadConverters(ImmutableArray<TypedConstant> converters)
    {
        foreach (var converter in converters)
        {
            if (converter.Value is not INamedTypeSymbol type)
                continue;
            if (TypeNames.Is(type, Serialization + "JsonStringEnumConverter") && !type.IsGenericType)
                WritesEnumsAsText = true;
            else if (Converted(type) is { } converted)
                _converted.Add(Plain(converted));
            else
                HasConverterFactory = true;
        }
    }

    /// <summary>`T` of the `JsonConverter&lt;T&gt;` it derives from; null for a factory.</summary>
    private static ITypeSymbol? Converted(INamedTypeSymbol converter)
    {
        for (INamedTypeSymbol? current = converter; current is not null; current = current.BaseType)
        {
            if (current.TypeArguments.Length == 1 && TypeNames.Is(current, Serialization + "JsonConverter"))
                return current.TypeArguments[0];
        }

        return null;
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
