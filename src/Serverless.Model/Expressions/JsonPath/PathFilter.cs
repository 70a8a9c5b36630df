namespace Serverless.Model.Expressions.JsonPath;

/// <summary>The condition of a filter.</summary>
internal abstract class PathFilter;

/// <summary>`a &amp;&amp; b`, `a || b`.</summary>
internal sealed class LogicalFilter(bool isAnd, PathFilter left, PathFilter right) : PathFilter
{
    public bool IsAnd { get; } = isAnd;

    public PathFilter Left { get; } = left;

    public PathFilter Right { get; } = right;
}

/// <summary>`!a`</summary>
internal sealed class NegatedFilter(PathFilter operand) : PathFilter
{
    public PathFilter Operand { get; } = operand;
}

/// <summary>A path alone: true where it leads to something.</summary>
internal sealed class ExistsFilter(DataPath path) : PathFilter
{
    public DataPath Path { get; } = path;
}

/// <summary>`@.price &lt; 10`</summary>
internal sealed class ComparisonFilter(PathExpression left, PathComparison comparison, PathExpression right) : PathFilter
{
    public PathExpression Left { get; } = left;

    public PathComparison Comparison { get; } = comparison;

    public PathExpression Right { get; } = right;
}

internal enum PathComparison
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}
