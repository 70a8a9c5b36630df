namespace Serverless.Model.Expressions.JsonPath;

/// <summary>One step of a path.</summary>
/// <param name="isRecursive">True behind `..`: the step is taken from every value below as well.</param>
internal abstract class PathSegment(bool isRecursive)
{
    public bool IsRecursive { get; } = isRecursive;

    public bool IsDefinite => !IsRecursive && LeadsToOne;

    public bool IsReference => !IsRecursive && IsPlain;

    protected abstract bool LeadsToOne { get; }

    /// <summary>A member or a position from the start.</summary>
    protected virtual bool IsPlain => false;
}

/// <summary>`.name`, `['name']`, `['a','b']`.</summary>
internal sealed class MemberSegment(bool isRecursive, IReadOnlyList<string> names) : PathSegment(isRecursive)
{
    public IReadOnlyList<string> Names { get; } = names;

    protected override bool LeadsToOne => Names.Count == 1;

    protected override bool IsPlain => Names.Count == 1;
}

/// <summary>`[0]`, `[-1]`, `[0,2]`.</summary>
internal sealed class IndexSegment(bool isRecursive, IReadOnlyList<int> indices) : PathSegment(isRecursive)
{
    /// <summary>Negative ones count from the end.</summary>
    public IReadOnlyList<int> Indices { get; } = indices;

    protected override bool LeadsToOne => Indices.Count == 1;

    protected override bool IsPlain => Indices.Count == 1 && Indices[0] >= 0;
}

/// <summary>`[1:3]`, `[:2]`, `[-2:]`.</summary>
internal sealed class SliceSegment(bool isRecursive, int? start, int? end) : PathSegment(isRecursive)
{
    public int? Start { get; } = start;

    /// <summary>The first position that is left out.</summary>
    public int? End { get; } = end;

    protected override bool LeadsToOne => false;
}

/// <summary>`.*`, `[*]`.</summary>
internal sealed class WildcardSegment(bool isRecursive) : PathSegment(isRecursive)
{
    protected override bool LeadsToOne => false;
}

/// <summary>`[?(@.price &lt; 10)]`.</summary>
internal sealed class FilterSegment(bool isRecursive, PathFilter filter) : PathSegment(isRecursive)
{
    public PathFilter Filter { get; } = filter;

    protected override bool LeadsToOne => false;
}

/// <summary>`.length()` and the like at the end of a path: the service's engine has them, outside of reference paths.</summary>
internal sealed class FunctionSegment(string name) : PathSegment(isRecursive: false)
{
    public static readonly string[] Names = ["length", "size", "min", "max", "avg", "sum", "stddev", "keys", "first", "last"];

    public string Name { get; } = name;

    protected override bool LeadsToOne => true;
}
