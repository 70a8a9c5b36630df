namespace Serverless.Model;

/// <summary>What a type is in JSON.</summary>
internal enum JsonTypeKind
{
    /// <summary>Anything: `JsonElement`, `object`, a type with a converter of its own. No schema, never direct.</summary>
    Any,
    Boolean,
    Integer,
    Number,
    String,
    Enum,
    Array,

    /// <summary>A dictionary with text keys.</summary>
    Dictionary,
    Object,
}

/// <summary>
/// A type that travels as JSON, under the serialiser's settings of the project: described by OpenAPI, and read and written by generated
/// code where it is plain. One record for each type; others name it by <see cref="Type"/>.
/// </summary>
internal sealed record JsonType
{
    /// <summary>Fully qualified, without nullability: `global::Shop.Order`, `int`.</summary>
    public required string Type { get; init; }

    public required JsonTypeKind Kind { get; init; }

    /// <summary>Name of the schema component, unique; empty for a type that is described in place.</summary>
    public string Name { get; init; } = "";

    /// <summary>Format in OpenAPI: `int32`, `int64`, `uuid`, `date-time`, `byte` …; empty = none.</summary>
    public string Format { get; init; } = "";

    public bool IsValueType { get; init; }

    public string? Description { get; init; }

    /// <summary>JSON text of an example, from the documentation; null = none.</summary>
    public string? Example { get; init; }

    /// <summary>Array and dictionary: what they hold.</summary>
    public JsonTypeRef? Item { get; init; }

    /// <summary>Object: its members, in the order the serialiser writes them.</summary>
    public EquatableArray<JsonTypeMember> Members { get; init; }

    public EquatableArray<JsonEnumMember> EnumMembers { get; init; }

    /// <summary>Enums travel by name, not by number.</summary>
    public bool EnumAsText { get; init; }

    /// <summary>Derived types that `[JsonDerivedType]` lists; empty = not polymorphic.</summary>
    public EquatableArray<JsonDerivedType> DerivedTypes { get; init; }

    /// <summary>Member that tells which derived type it is: `$type`.</summary>
    public string Discriminator { get; init; } = "";

    /// <summary>Unknown members are refused (`[JsonUnmappedMemberHandling]`).</summary>
    public bool IsClosed { get; init; }

    /// <summary>
    /// Generated code reads and writes it exactly as the serialiser does, with everything inside it. False wherever that is not proved.
    /// </summary>
    public bool IsPlain { get; init; }
}

/// <summary>A use of a type.</summary>
/// <param name="Type">Of a <see cref="JsonType"/>.</param>
/// <param name="IsNullable">Null is a valid value.</param>
internal sealed record JsonTypeRef(string Type, bool IsNullable);

/// <summary>A member of an object.</summary>
internal sealed record JsonTypeMember
{
    /// <summary>C# name, as code writes it.</summary>
    public required string Property { get; init; }

    public required string JsonName { get; init; }

    public required JsonTypeRef Type { get; init; }

    /// <summary>It must be present in what is read.</summary>
    public bool IsRequired { get; init; }

    public bool IsReadOnly { get; init; }

    public string? Description { get; init; }

    /// <summary>JSON text of an example; null = none.</summary>
    public string? Example { get; init; }

    public bool IsDeprecated { get; init; }

    public SchemaConstraints Constraints { get; init; } = SchemaConstraints.None;
}

internal sealed record JsonEnumMember(string Name, string JsonName, long Value);

/// <param name="Type">Of a <see cref="JsonType"/>.</param>
/// <param name="DiscriminatorValue">Text or number as JSON; empty = it has none.</param>
internal sealed record JsonDerivedType(string Type, string DiscriminatorValue);

/// <summary>What validation attributes say in the words of JSON schema. Null = no limit.</summary>
internal sealed record SchemaConstraints
{
    public static SchemaConstraints None { get; } = new();

    /// <summary>A number as JSON writes it.</summary>
    public string? Minimum { get; init; }

    public string? Maximum { get; init; }

    public bool ExclusiveMinimum { get; init; }

    public bool ExclusiveMaximum { get; init; }

    /// <summary>Characters of a text.</summary>
    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public int? MinItems { get; init; }

    public int? MaxItems { get; init; }

    /// <summary>Regular expression, anchored.</summary>
    public string? Pattern { get; init; }

    /// <summary>`email`, `uri`; null = the type's own.</summary>
    public string? Format { get; init; }

    /// <summary>JSON texts of the values that are allowed; empty = all.</summary>
    public EquatableArray<string> AllowedValues { get; init; }

    /// <summary>JSON text of the default; null = none.</summary>
    public string? Default { get; init; }
}
