using System.Text.Json;
using System.Text.Json.Nodes;
using Serverless.Model.Expressions.JsonPath;

namespace Serverless.StepFunctions.Local.JsonPath;

/// <summary>Decides for an element whether a filter takes it. Values of different kinds are unequal and have no order.</summary>
internal static class PathFilters
{
    public static bool Holds(PathFilter filter, JsonNode? element, PathData data) => filter switch
    {
        LogicalFilter { IsAnd: true } and => Holds(and.Left, element, data) && Holds(and.Right, element, data),
        LogicalFilter or => Holds(or.Left, element, data) || Holds(or.Right, element, data),
        NegatedFilter not => !Holds(not.Operand, element, data),
        ExistsFilter exists => PathReader.TryRead(exists.Path, data, element, out _),
        ComparisonFilter comparison => Compare(comparison, element, data),
        _ => false,
    };

    private static bool Compare(ComparisonFilter filter, JsonNode? element, PathData data)
    {
        if (!TryValue(filter.Left, element, data, out var left) || !TryValue(filter.Right, element, data, out var right))
            return false;
        if (filter.Comparison is PathComparison.Equal or PathComparison.NotEqual)
            return JsonEquality.AreEqual(left, right) == (filter.Comparison == PathComparison.Equal);
        if (Order(left, right) is not { } order)
            return false;
        return filter.Comparison switch
        {
            PathComparison.Less => order < 0,
            PathComparison.LessOrEqual => order <= 0,
            PathComparison.Greater => order > 0,
            _ => order >= 0,
        };
    }

    private static int? Order(JsonNode? left, JsonNode? right) => (PathReader.KindOf(left), PathReader.KindOf(right)) switch
    {
        (JsonValueKind.Number, JsonValueKind.Number) => Numbers.Double(left!).CompareTo(Numbers.Double(right!)),
        (JsonValueKind.String, JsonValueKind.String) => string.CompareOrdinal(left!.GetValue<string>(), right!.GetValue<string>()),
        _ => null,
    };

    private static bool TryValue(PathExpression operand, JsonNode? element, PathData data, out JsonNode? value)
    {
        if (operand is DataPath path)
            return PathReader.TryRead(path, data, element, out value);
        value = ((PathLiteral)operand).ToNode();
        return true;
    }
}
