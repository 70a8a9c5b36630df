namespace Serverless.Model;

/// <summary>Where an argument comes from.</summary>
internal enum ParameterSource
{
    Route,
    Query,
    Header,
    Cookie,
    Form,
    Body,
    RawBody,
    Service,
    Claim,
    AuthorizerContext,
    StageVariable,
    Deadline,
    Request,
    User,
    LambdaContext,

    /// <summary>The connection of a WebSocket API.</summary>
    Connection,

    /// <summary>The event as one of Amazon's event types.</summary>
    RawEvent,

    /// <summary>The payload itself, or a member of it when a method has several.</summary>
    Payload,

    /// <summary>A record whose members are parameters of their own.</summary>
    Members,
}

/// <summary>How text or JSON becomes the argument.</summary>
internal enum ParameterForm
{
    /// <summary>One value, parsed from text.</summary>
    Value,

    /// <summary>Several values, as an array.</summary>
    Array,

    /// <summary>Several values, as a list.</summary>
    List,

    /// <summary>JSON, through the serialiser.</summary>
    Json,

    /// <summary>Text as it is.</summary>
    Text,

    Stream,
    Bytes,
    Memory,

    /// <summary>A file of a form.</summary>
    File,

    /// <summary>Several files of one field, as an array.</summary>
    FileArray,

    /// <summary>Several files of one field, as a list.</summary>
    FileList,

    /// <summary>Payload types with fixed names that the runtime reads itself.</summary>
    S3ObjectEvent,
    EventBridgeEvent,
    StateError,
    StateMachineContext,
    TaskToken,
}

/// <summary>One parameter of a handler method. Every member is text, a number or a list of them.</summary>
internal sealed record HandlerParameter
{
    /// <summary>As C# needs it: `@event` for a keyword.</summary>
    public required string Name { get; init; }

    /// <summary>Fully qualified, with nullable annotations: what a local of generated code is declared as.</summary>
    public required string Type { get; init; }

    public required ParameterSource Source { get; init; }

    /// <summary>Name in the event: route variable, query key, header, JSON member.</summary>
    public string WireName { get; init; } = "";

    public ParameterForm Form { get; init; }

    /// <summary>Null may be passed: nullable value or reference type.</summary>
    public bool IsNullable { get; init; }

    /// <summary>Null is not valid although the type allows it (`[Required]`).</summary>
    public bool MustBeGiven { get; init; }

    /// <summary>The type is `Nullable&lt;T&gt;`.</summary>
    public bool IsNullableValue { get; init; }

    /// <summary>The type is a struct, `Nullable&lt;T&gt;` included.</summary>
    public bool IsValueType { get; init; }

    /// <summary>The value parsed from one text, without nullability: `int`, `global::System.Guid`. For JSON the type that is deserialised.</summary>
    public string ValueType { get; init; } = "";

    /// <summary>`global::Serverless.Runtime.WholeNumberParser&lt;int&gt;`, for values and lists.</summary>
    public string Parser { get; init; } = "";

    /// <summary>C# expression of the default; null = none.</summary>
    public string? Default { get; init; }

    /// <summary>Expression of the service: the field of the graph, in full.</summary>
    public string ServiceField { get; init; } = "";

    public EquatableArray<ValueCheck> Checks { get; init; }

    /// <summary>For <see cref="ParameterSource.Members"/>: what the record is built of, constructor parameters first.</summary>
    public EquatableArray<BoundMember> Members { get; init; }

    /// <summary>Body whose members are checked; empty when there is nothing to check.</summary>
    public string BodyShape { get; init; } = "";

    /// <summary>What the value is in JSON; of an <see cref="ParameterForm.Array"/> or <see cref="ParameterForm.List"/> what its items are. Null where no value of the request is bound.</summary>
    public JsonTypeRef? Schema { get; init; }

    /// <summary>What the checks say in the words of a schema, of the value or the list as a whole.</summary>
    public SchemaConstraints Constraints { get; init; } = SchemaConstraints.None;

    /// <summary>Texts that an item of the list may be: an enum is parsed by name.</summary>
    public EquatableArray<string> AllowedTexts { get; init; }

    /// <summary>From the documentation of the method.</summary>
    public string? Description { get; init; }

    /// <summary>The handler answers 400 when it is missing.</summary>
    public bool IsRequired => MustBeGiven || (!IsNullable && Default is null);
}

/// <summary>A constructor parameter or property of a record that is bound from the request.</summary>
/// <param name="IsConstructorParameter">Else an initialised property.</param>
/// <param name="Target">Name of the parameter or property.</param>
/// <param name="Parameter">How it is bound.</param>
internal sealed record BoundMember(bool IsConstructorParameter, string Target, HandlerParameter Parameter);

/// <summary>A compiled validation of a value.</summary>
/// <param name="Condition">C# that is true for a valid value; `$value` is the value, `$owner` the object it is a member of, `$field` the field.</param>
/// <param name="Message">What is wrong, without the name of the value.</param>
/// <param name="FieldType">Type of a static field the condition needs (an attribute, a regular expression); empty = none.</param>
/// <param name="FieldValue">Its initialiser.</param>
internal sealed record ValueCheck(string Condition, string Message, string FieldType = "", string FieldValue = "")
{
    /// <summary>The condition yields a message (null = valid) instead of true.</summary>
    public bool YieldsMessage { get; init; }

    /// <summary>The same in the words of a schema, as far as a schema has words for it: what breaks it never passes the condition.</summary>
    public SchemaConstraints Schema { get; init; } = SchemaConstraints.None;
}
