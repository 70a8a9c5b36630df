namespace Serverless.Model;

/// <summary>
/// Types whose JSON generated code reads or writes exactly as the project's serialiser does: what is not here is not proved. Unlike
/// <see cref="JsonType"/>, which says what is on the wire, this says how C# makes and takes apart each value.
/// </summary>
internal sealed record PlainJson
{
    public static PlainJson None { get; } = new();

    /// <summary>What handlers read and write, ordered by name.</summary>
    public EquatableArray<PlainRoot> Roots { get; init; }

    /// <summary>Ordered by type.</summary>
    public EquatableArray<PlainType> Types { get; init; }

    /// <summary>Nesting that the project's serialiser reads and writes.</summary>
    public int Depth { get; init; } = 64;
}

/// <summary>A type that a handler names.</summary>
/// <param name="Name">As the handler's parameter or result spells it, with nullable annotations inside.</param>
/// <param name="Type">Of a <see cref="PlainType"/>.</param>
/// <param name="IsRead">Generated code reads it.</param>
/// <param name="IsWritten">Generated code writes it.</param>
internal sealed record PlainRoot(string Name, string Type, bool IsRead, bool IsWritten);

/// <summary>A type that generated code reads or writes.</summary>
internal sealed record PlainType
{
    /// <summary>Fully qualified, without annotations of references: `global::Shop.Order`, `int?`.</summary>
    public required string Type { get; init; }

    public required PlainKind Kind { get; init; }

    public bool IsValueType { get; init; }

    /// <summary>A method reads it.</summary>
    public bool IsRead { get; init; }

    /// <summary>A method writes it.</summary>
    public bool IsWritten { get; init; }

    /// <summary>What a nullable, a collection or a dictionary holds; for an enum by number its underlying type.</summary>
    public string Item { get; init; } = "";

    /// <summary>Of an enum by name.</summary>
    public EquatableArray<PlainName> Names { get; init; }

    /// <summary>Of an object, in the order they are written.</summary>
    public EquatableArray<PlainMember> Members { get; init; }

    /// <summary>Arguments of the constructor: places in <see cref="Members"/>, in the order of its parameters.</summary>
    public EquatableArray<int> Arguments { get; init; }

    /// <summary>Names are found whatever their case.</summary>
    public bool IgnoresCase { get; init; }

    /// <summary>JSON with members that the type does not have is refused.</summary>
    public bool IsClosed { get; init; }
}

/// <summary>A value of an enum.</summary>
/// <param name="Constant">As code writes it.</param>
/// <param name="JsonName">As JSON writes it.</param>
internal sealed record PlainName(string Constant, string JsonName);

/// <summary>A property of an object.</summary>
internal sealed record PlainMember
{
    /// <summary>As code writes it.</summary>
    public required string Property { get; init; }

    public required string JsonName { get; init; }

    public required string Type { get; init; }

    public PlainAssignment Assignment { get; init; }

    /// <summary>Default of its constructor parameter as an expression; empty = the type's own.</summary>
    public string Default { get; init; } = "";

    /// <summary>JSON without it is the serialiser's to judge: it must be present, or what an absent one leaves is not known here.</summary>
    public bool MustBePresent { get; init; }

    public PlainOmission Omission { get; init; }
}

/// <summary>How a member gets the value that was read.</summary>
internal enum PlainAssignment
{
    /// <summary>Not at all: it is only written.</summary>
    None,

    /// <summary>As an argument of the constructor.</summary>
    Argument,

    /// <summary>In the initialiser of the object.</summary>
    Initializer,

    /// <summary>By its setter, once the object is there.</summary>
    Setter,
}

/// <summary>When a member is left out of what is written.</summary>
internal enum PlainOmission
{
    Never,
    WhenNull,
    WhenDefault,
}
