using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.FrontEnds;

/// <summary>
/// Names and enum forms that System.Text.Json gives to the user's types: what a C# member is called in the JSON that travels between states.
/// Read from the project's JsonSerializerContext; without one, the web defaults hold, as they do in the handlers.
/// </summary>
internal sealed class JsonNaming
{
    private const string Namespace = "System.Text.Json.Serialization";

    /// <summary>`JsonIgnoreCondition.WhenWritingDefault`</summary>
    private const int WhenWritingDefault = 2;

    private readonly JsonNamePolicy _policy;
    private readonly bool _stringEnums;
    private readonly bool _fields;
    private readonly bool _defaultsLeftOut;
    private readonly bool _readOnlyLeftOut;
    private readonly bool _textNumbers;
    private readonly INamedTypeSymbol[] _converters;

    private JsonNaming(JsonNamePolicy policy, bool stringEnums, bool fields, AttributeArguments? options = null)
    {
        _policy = policy;
        _stringEnums = stringEnums;
        _fields = fields;
        _defaultsLeftOut = options?.Enum("DefaultIgnoreCondition") == WhenWritingDefault;
        _readOnlyLeftOut = options?.Boolean("IgnoreReadOnlyProperties") ?? false;
        _textNumbers = IsTextual(options?.Enum("NumberHandling"));
        ChangesKeys = options?.Enum("DictionaryKeyPolicy") is not (null or 0);
        _converters = options is { } all ? Types(all, "Converters") : [];
    }

    /// <summary>True when keys of dictionaries are written otherwise than they are.</summary>
    public bool ChangesKeys { get; }

    /// <summary>Camel case, numbers for enums.</summary>
    public static JsonNaming Web { get; } = new(JsonNamePolicy.CamelCase, stringEnums: false, fields: false);

    public static JsonNaming Of(Reading reading)
    {
        if (reading.Project.JsonContext is not { Length: > 0 } name)
            return Web;
        if (JsonNamePolicies.FindContext(reading, name) is not { } context || context.Attribute(Namespace, "JsonSourceGenerationOptionsAttribute") is not { } options)
            return new JsonNaming(JsonNamePolicy.AsWritten, stringEnums: false, fields: false);
        var policy = options.Enum("PropertyNamingPolicy") ?? (options.Constructor<int>(0) == 1 ? 1 : 0);
        return new JsonNaming((JsonNamePolicy)policy, options.Boolean("UseStringEnumConverter") ?? false, options.Boolean("IncludeFields") ?? false, options);
    }

    /// <summary>The JSON name of a property or field; null when it never is in the JSON.</summary>
    public string? NameOf(ISymbol member)
    {
        if (member.IsStatic || (member is IFieldSymbol && !_fields && member.Attribute(Namespace, "JsonIncludeAttribute") is null))
            return null;
        if (member.Attribute(Namespace, "JsonIgnoreAttribute") is { } ignore && ignore.Enum("Condition") is null or 1 or 4)
            return null;
        if (member.Attribute(Namespace, "JsonExtensionDataAttribute") is not null || (_readOnlyLeftOut && member is IPropertySymbol { SetMethod: null, ContainingType.IsAnonymousType: false }))
            return null;
        if (member.Attribute(Namespace, "JsonPropertyNameAttribute")?.Constructor<string>(0) is { } name)
            return name;
        return member.ContainingType.IsAnonymousType ? member.Name : _policy.Apply(member.Name);
    }

    /// <summary>True when a member of a value type is left out of the JSON when it is zero or false.</summary>
    public bool IsLeftOutWhenDefault(ISymbol member) => member.Attribute(Namespace, "JsonIgnoreAttribute") is { } ignore
        ? ignore.Enum("Condition") == WhenWritingDefault
        : _defaultsLeftOut && !member.ContainingType.IsAnonymousType;

    /// <summary>True when the JSON of this member is not what its type says: a converter or a number handling of its own.</summary>
    public bool HasOwnForm(ISymbol member)
    {
        var type = member switch { IPropertySymbol property => property.Type, IFieldSymbol field => field.Type, _ => null };
        if (member.Attribute(Namespace, "JsonConverterAttribute") is { } converter)
            return !(UnderlyingEnum(type) is { } enumType && IsStringEnumConverter(ConverterOf(converter)) && IsTextual(enumType));
        if (!IsNumber(type))
            return false;
        var handling = member.Attribute(Namespace, "JsonNumberHandlingAttribute") ?? member.ContainingType.Attribute(Namespace, "JsonNumberHandlingAttribute");
        return handling is { } own ? IsTextual(own.Constructor<int>(0)) : _textNumbers;
    }

    /// <summary>True when a converter writes the type, so that nothing is known of its JSON.</summary>
    public bool HasOwnForm(ITypeSymbol type) => type is INamedTypeSymbol { TypeKind: TypeKind.Enum } enumType
        ? FormOf(enumType) is null
        : type.Attribute(Namespace, "JsonConverterAttribute") is not null || _converters.Any(c => SymbolEqualityComparer.Default.Equals(ConvertedBy(c), type));

    /// <summary>True when an enum travels by name. Its names then are the members' own, unless a member says otherwise.</summary>
    public bool IsTextual(INamedTypeSymbol enumType) => FormOf(enumType) == true;

    /// <summary>True: by name, false: by number, null: as a converter of the project writes it.</summary>
    private bool? FormOf(INamedTypeSymbol enumType)
    {
        if (enumType.Attribute(Namespace, "JsonConverterAttribute") is { } converter)
            return IsStringEnumConverter(ConverterOf(converter)) ? true : null;
        foreach (var listed in _converters)
        {
            if (SymbolEqualityComparer.Default.Equals(ConvertedBy(listed), enumType))
                return IsStringEnumConverter(listed) ? true : null;
            if (listed is { Arity: 0 } && IsStringEnumConverter(listed))
                return true;
        }

        return _stringEnums;
    }

    private static INamedTypeSymbol? ConverterOf(AttributeArguments attribute) =>
        attribute.Data.ConstructorArguments is [{ Value: INamedTypeSymbol type }] ? type : null;

    private static bool IsStringEnumConverter(INamedTypeSymbol? type) =>
        type is { Name: "JsonStringEnumConverter" } && type.ContainingNamespace.ToDisplayString() == Namespace;

    /// <summary>The type that a converter is for: `T` of the `JsonConverter&lt;T&gt;` it derives from, or of `JsonStringEnumConverter&lt;T&gt;`.</summary>
    private static ITypeSymbol? ConvertedBy(INamedTypeSymbol converter)
    {
        for (var type = converter; type is not null; type = type.BaseType)
        {
            if (type is { Name: "JsonConverter" or "JsonStringEnumConverter", Arity: 1 } && type.ContainingNamespace.ToDisplayString() == Namespace)
                return type.TypeArguments[0];
        }

        return null;
    }

    private static INamedTypeSymbol[] Types(AttributeArguments attribute, string name)
    {
        foreach (var argument in attribute.Data.NamedArguments)
        {
            if (argument.Key == name && argument.Value is { Kind: TypedConstantKind.Array, Values: { IsDefault: false } values })
                return [.. values.Select(static v => v.Value).OfType<INamedTypeSymbol>()];
        }

        return [];
    }

    private static INamedTypeSymbol? UnderlyingEnum(ITypeSymbol? type) => Plain(type) is INamedTypeSymbol { TypeKind: TypeKind.Enum } enumType ? enumType : null;

    private static bool IsNumber(ITypeSymbol? type) => Plain(type)?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;

    private static ITypeSymbol? Plain(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    /// <summary>`JsonNumberHandling.WriteAsString`</summary>
    private static bool IsTextual(int? numberHandling) => ((numberHandling ?? 0) & 2) != 0;

    /// <summary>The text of an enum's member in the JSON.</summary>
    public static string TextOf(IFieldSymbol enumMember) =>
        enumMember.Attribute(Namespace, "JsonStringEnumMemberNameAttribute")?.Constructor<string>(0) ?? enumMember.Name;
}
