namespace Serverless.Model;

/// <summary>How a plain type travels as JSON. Each is read and written by code of its own.</summary>
internal enum PlainKind
{
    Boolean,
    Byte,
    SByte,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    Single,
    Double,
    Decimal,
    Char,
    String,
    Guid,
    DateTime,
    DateTimeOffset,
    DateOnly,
    TimeOnly,
    TimeSpan,

    /// <summary>`byte[]`, as base64.</summary>
    Bytes,

    /// <summary>An enum by number.</summary>
    EnumNumber,

    /// <summary>An enum by name.</summary>
    EnumText,

    /// <summary>`Nullable&lt;T&gt;`.</summary>
    Nullable,

    Array,

    /// <summary>`List&lt;T&gt;` and the interfaces that the serialiser makes one for.</summary>
    List,

    /// <summary>`Dictionary&lt;string, T&gt;` and the interfaces that the serialiser makes one for.</summary>
    Dictionary,

    /// <summary>A class, record or struct of the project.</summary>
    Object,
}
