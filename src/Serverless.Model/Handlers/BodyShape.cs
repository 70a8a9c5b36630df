namespace Serverless.Model;

/// <summary>How a member holds values of another shape.</summary>
internal enum BodyNesting
{
    /// <summary>An object with members.</summary>
    None,

    /// <summary>Anything that can be enumerated.</summary>
    Items,

    /// <summary>Values of a dictionary with text keys.</summary>
    DictionaryValues,
}

/// <summary>
/// What generated code checks on a type inside a JSON body: nulls where the type says there are none, members that must be
/// present, validation attributes. A serialiser alone would let a missing number pass as zero.
/// </summary>
internal sealed record BodyShape
{
    /// <summary>Fully qualified, without nullability.</summary>
    public required string Type { get; init; }

    public bool IsValueType { get; init; }

    public EquatableArray<BodyMember> Members { get; init; }

    /// <summary>`IValidatableObject` is implemented.</summary>
    public bool ValidatesItself { get; init; }

    /// <summary>For a body that is a list or dictionary: what it holds; the members are empty then.</summary>
    public BodyNesting Nesting { get; init; }

    /// <summary>Shape of the items; empty when they have nothing to check.</summary>
    public string ItemShape { get; init; } = "";

    /// <summary>Items are references that must not be null.</summary>
    public bool ItemsNotNull { get; init; }
}

/// <summary>A member of a body.</summary>
internal sealed record BodyMember
{
    public required string Property { get; init; }

    public required string JsonName { get; init; }

    /// <summary>A reference whose type says it is never null.</summary>
    public bool NotNull { get; init; }

    /// <summary>The member must be in the JSON: a constructor parameter without default, or a `required` one.</summary>
    public bool MustBePresent { get; init; }

    /// <summary>C# that is true when `$value` is what an absent member would leave; empty = cannot be told from the value (references are null then).</summary>
    public string LooksAbsent { get; init; } = "";

    /// <summary>The value can be null, so that checks and nesting ask first.</summary>
    public bool CanBeNull { get; init; }

    /// <summary>The type is `Nullable&lt;T&gt;`: checks see its value.</summary>
    public bool IsNullableValue { get; init; }

    /// <summary>Shape of the value; empty when there is nothing to check inside it.</summary>
    public string Shape { get; init; } = "";

    public EquatableArray<ValueCheck> Checks { get; init; }
}
