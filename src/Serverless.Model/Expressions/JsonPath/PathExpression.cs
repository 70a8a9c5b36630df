namespace Serverless.Model.Expressions.JsonPath;

/// <summary>What stands under a key that ends in `.$`, or as argument of an intrinsic function: a path, a call or a literal.</summary>
/// <param name="position">Where it starts in the text.</param>
/// <param name="length">How many characters it has.</param>
internal abstract class PathExpression(int position, int length)
{
    public int Position { get; } = position;

    public int Length { get; } = length;
}

/// <summary>A path: `$.order.lines[0]`, `$$.Execution.Id`, `$customer.name`.</summary>
internal sealed class DataPath(int position, int length, PathRoot root, string? variable, IReadOnlyList<PathSegment> segments) : PathExpression(position, length)
{
    public PathRoot Root { get; } = root;

    /// <summary>Name of the variable without `$`; null for the other roots.</summary>
    public string? Variable { get; } = variable;

    public IReadOnlyList<PathSegment> Segments { get; } = segments;

    /// <summary>True when it can lead to one place only. Other paths give a list, which may be empty; these fail where nothing is.</summary>
    public bool IsDefinite => Segments.Select((s, i) => s.IsDefinite || (i == Segments.Count - 1 && s is MemberSegment { IsRecursive: false })).All(static d => d);

    /// <summary>True for the restricted form that `ResultPath` and other fields need: members and positions from the start.</summary>
    public bool IsReference => Segments.All(static s => s.IsReference);
}

/// <summary>Where a path starts.</summary>
internal enum PathRoot
{
    /// <summary>`$`</summary>
    Input,

    /// <summary>`$$`</summary>
    Context,

    /// <summary>`$name`</summary>
    Variable,

    /// <summary>`@`, inside a filter.</summary>
    Current,
}

/// <summary>A call of an intrinsic function: `States.Format('{}', $.id)`.</summary>
internal sealed class IntrinsicCall(int position, int length, string name, int nameLength, IReadOnlyList<PathExpression> arguments) : PathExpression(position, length)
{
    /// <summary>With `States.`.</summary>
    public string Name { get; } = name;

    public int NameLength { get; } = nameLength;

    public IReadOnlyList<PathExpression> Arguments { get; } = arguments;
}

/// <summary>A constant argument.</summary>
internal sealed class PathLiteral(int position, int length, PathLiteralKind kind, string text) : PathExpression(position, length)
{
    public PathLiteralKind Kind { get; } = kind;

    /// <summary>The characters between the quotes, escapes still in them; a number or word as it is written.</summary>
    public string Text { get; } = text;
}

internal enum PathLiteralKind
{
    Text,
    Number,
    True,
    False,
    Null,
}
