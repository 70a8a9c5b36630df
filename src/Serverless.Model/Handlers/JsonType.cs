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
/// A type that travels as JSON, under the serialiser's settings of the project: what OpenAPI says of it. One record for each type;
/// others name it by <see cref="Type"/>. How generated code reads and writes a type is said by <see cref="PlainType"/>.
/// </summary>
internal sealed record JsonType
{
    /// <summary>Fully qualified, not nullable itself, its arguments as declared: `global::Shop.Order`, `int`, `string?[]`. As results and parameters of handlers name it.</summary>
    public required string Type { get; init; }

    public required JsonTypeKind Kind { get; init; }

    /// <summary>Name of the schema component, unique; empty for a type that is described in place.</summary>
    public string Name { get; init; } = "";

    /// <summary>Format in OpenAPI: `int32`, `int64`, `uuid`, `date-time`, `byte` …; empty = none.</summary>
    public string Format { get; init; } = "";

    /// <summary>Regular expression of a text with a form of its own (`TimeSpan`, `Version`); empty = none.</summary>
    public string Pattern { get; init; } = "";

    public bool IsValueType { get; init; }

    /// <summary>There is no value of the type itself, only of types derived from it.</summary>
    public bool IsAbstract { get; init; }

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

    /// <summary>Values combine (`[Flags]`): more than the members are valid.</summary>
    public bool IsFlags { get; init; }

    /// <summary>Derived types that `[JsonDerivedType]` lists; empty = not polymorphic.</summary>
    public EquatableArray<JsonDerivedType> DerivedTypes { get; init; }

    /// <summary>Member that tells which derived type it is: `$type`.</summary>
    public string Discriminator { get; init; } = "";

    /// <summary>Unknown members are refused (`[JsonUnmappedMemberHandling]`).</summary>
    public bool IsClosed { get; init; }

    /// <summary>Members that are not known are kept (`[JsonExtensionData]`).</summary>
    public bool HasExtensionData { get; init; }
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

    /// <summary>It must be present in what is read: the handler answers 400 otherwise.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Written and never read.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Read and never written.</summary>
    public bool IsWriteOnly { get; init; }

    /// <summary>No value of it is left out of what is written.</summary>
    public bool IsAlwaysWritten { get; init; } = true;

    /// <summary>
    /// An attribute of the member decides how it travels (a converter, numbers as text): <see cref="Type"/> then says what is in the JSON,
    /// which is not how other values of the C# type are written.
    /// </summary>
    public bool HasOwnForm { get; init; }

    public string? Description { get; init; }

    /// <summary>JSON text of an example; null = none.</summary>
    public string? Example { get; init; }

    public bool IsDeprecated { get; init; }

    public SchemaConstraints Constraints { get; init; } = SchemaConstraints.None;
}

internal sealed record JsonEnumMember(string Name, string JsonName, long Value);

/// <param name="Type">Of a <see cref="JsonType"/>.</param>
/// <param name="DiscriminatorValue">Text or number as JSON; empty = it has none.</param>
internal sealed record JsonDerivedType(string Type, string DiscriminatorValue)
{
    /// <summary>Name of the schema component of the derived type with the discriminator in it; unique.</summary>
    public string Name { get; init; } = "";
}

/// <summary>What validation attributes say in the words of JSON schema. Null = no limit.</summary>
internal sealed record SchemaConstraints
{
    public static SchemaConstraints None { get; } = new();

    /// <summary>Both hold: where both limit the same, the later one is kept.</summary>
    public SchemaConstraints And(SchemaConstraints later)
    {
        if (later == None)
            return this;
        if (this == None)
            return later;
        return new SchemaConstraints
        {
            Minimum = later.Minimum ?? Minimum,
            Maximum = later.Maximum ?? Maximum,
            ExclusiveMinimum = later.Minimum is null ? ExclusiveMinimum : later.ExclusiveMinimum,
            ExclusiveMaximum = later.Maximum is null ? ExclusiveMaximum : later.ExclusiveMaximum,
            MinLength = later.MinLength ?? MinLength,
            MaxLength = later.MaxLength ?? MaxLength,
            MinItems = later.MinItems ?? MinItems,
            MaxItems = later.MaxItems ?? MaxItems,
            Pattern = later.Pattern ?? Pattern,
            Format = later.Format ?? Format,
            AllowedValues = later.AllowedValues.Count == 0 ? AllowedValues : later.AllowedValues,
            Default = later.Default ?? Default,
        };
    }

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
