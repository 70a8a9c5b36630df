using Serverless.Model.Expressions.JsonPath;

namespace Serverless.Model.Validation.Definitions;

/// <summary>What the value of a field is.</summary>
internal enum FieldKind
{
    Any,
    Text,
    Object,

    /// <summary>An object, or in JSONata an expression that gives one.</summary>
    ObjectOrExpression,
    Array,

    /// <summary>An array, or in JSONata an expression that gives one.</summary>
    ArrayOrExpression,
    Boolean,
    Integer,
    Number,

    /// <summary>`$.a`, `$$.Execution.Id`, `$variable`.</summary>
    Path,

    /// <summary>A path, or null for an empty object.</summary>
    NullablePath,

    /// <summary>A path without wildcards and filters.</summary>
    ReferencePath,

    /// <summary>Where a result is written, or null to drop it.</summary>
    ResultPath,

    /// <summary>A path or an intrinsic function.</summary>
    PathOrIntrinsic,

    /// <summary>An instant as RFC 3339 writes it, or in JSONata an expression that gives one.</summary>
    Timestamp,
}

/// <summary>The query languages that have a field.</summary>
[Flags]
internal enum FieldLanguages
{
    None = 0,
    JSONPath = 1,
    JSONata = 2,
    Both = JSONPath | JSONata,
}

/// <summary>A field of the Amazon States Language.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What its value is.</param>
internal sealed record DefinitionField(string Name, FieldKind Kind)
{
    public FieldLanguages Languages { get; init; } = FieldLanguages.Both;

    public bool IsRequired { get; init; }

    /// <summary>Least value of a number.</summary>
    public double Least { get; init; } = double.MinValue;

    /// <summary>Greatest value of a number.</summary>
    public double Greatest { get; init; } = double.MaxValue;

    /// <summary>The texts it may have; null = any.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>A number may be an expression in JSONata.</summary>
    public bool IsComputable { get; init; }

    /// <summary>What a path in this field may be; null for a field of another kind.</summary>
    public PathUse? PathUse => Kind switch
    {
        FieldKind.Path or FieldKind.NullablePath => Expressions.JsonPath.PathUse.Path,
        FieldKind.ReferencePath => Expressions.JsonPath.PathUse.ReferencePath,
        FieldKind.ResultPath => Expressions.JsonPath.PathUse.ResultPath,
        FieldKind.PathOrIntrinsic => Expressions.JsonPath.PathUse.Template,
        _ => null,
    };
}
