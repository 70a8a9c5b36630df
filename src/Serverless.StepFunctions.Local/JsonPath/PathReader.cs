using System.Text.Json;
using System.Text.Json.Nodes;
using Serverless.Model.Expressions.JsonPath;

namespace Serverless.StepFunctions.Local.JsonPath;

/// <summary>Follows a path through JSON.</summary>
internal static class PathReader
{
    /// <param name="path">The path.</param>
    /// <param name="data">What `$`, `$$` and variables are.</param>
    /// <param name="current">What `@` is, inside a filter.</param>
    /// <param name="value">What it leads to; a list when it may lead to several places.</param>
    public static bool TryRead(DataPath path, PathData data, JsonNode? current, out JsonNode? value)
    {
        value = null;
        if (!TryRoot(path, data, current, out var root))
            return false;
        var found = new List<JsonNode?> { root };
        for (var i = 0; i < path.Segments.Count; i++)
            found = Step(path.Segments[i], found, isLast: i == path.Segments.Count - 1, data);
        if (!path.IsDefinite)
        {
            value = new JsonArray([.. found.Select(static n => n?.DeepClone())]);
            return true;
        }

        if (found.Count == 0)
            return false;
        value = found[0];
        return true;
    }

    private static bool TryRoot(DataPath path, PathData data, JsonNode? current, out JsonNode? root)
    {
        root = path.Root switch
        {
            PathRoot.Context => data.Context,
            PathRoot.Current => current,
            _ => data.Input,
        };
        return path.Variable is not { } variable || data.Variables.TryGetValue(variable, out root);
    }

    private static List<JsonNode?> Step(PathSegment segment, List<JsonNode?> from, bool isLast, PathData data)
    {
        var found = new List<JsonNode?>();
        foreach (var node in from)
        {
            if (segment.IsRecursive)
                Descend(segment, node, isLast, data, found);
            else
                Take(segment, node, isLast, data, found);
        }

        return found;
    }

    /// <summary>The value itself first, then what is in it, in the order it is written.</summary>
    private static void Descend(PathSegment segment, JsonNode? node, bool isLast, PathData data, List<JsonNode?> found)
    {
        Take(segment, node, isLast, data, found);
        foreach (var child in ChildrenOf(node))
        {
            if (child is JsonObject or JsonArray)
                Descend(segment, child, isLast, data, found);
        }
    }

    private static IEnumerable<JsonNode?> ChildrenOf(JsonNode? node) => node switch
    {
        JsonObject obj => obj.Select(static m => m.Value),
        JsonArray list => list,
        _ => [],
    };

    private static void Take(PathSegment segment, JsonNode? node, bool isLast, PathData data, List<JsonNode?> found)
    {
        switch (segment)
        {
            case MemberSegment member:
                TakeMembers(member.Names, node as JsonObject, isLast && !segment.IsRecursive, found);
                break;
            case IndexSegment index when node is JsonArray list:
                foreach (var i in index.Indices)
                {
                    var position = i < 0 ? list.Count + i : i;
                    if (position >= 0 && position < list.Count)
                        found.Add(list[position]);
                }

                break;
            case SliceSegment slice when node is JsonArray list:
                var (start, end) = (Bound(slice.Start ?? 0, list.Count), Bound(slice.End ?? list.Count, list.Count));
                for (var i = start; i < end; i++)
                    found.Add(list[i]);
                break;
            case WildcardSegment:
                found.AddRange(ChildrenOf(node));
                break;
            case FilterSegment filter when node is JsonArray list:
                found.AddRange(list.Where(item => PathFilters.Holds(filter.Filter, item, data)));
                break;
            case FilterSegment filter when node is JsonObject && PathFilters.Holds(filter.Filter, node, data):
                found.Add(node);
                break;
            case FunctionSegment function:
                found.Add(PathFunctions.Apply(function.Name, node));
                break;
        }
    }

    /// <summary>Several names at the end of a path give one object of what there is of them.</summary>
    private static void TakeMembers(IReadOnlyList<string> names, JsonObject? obj, bool isLast, List<JsonNode?> found)
    {
        if (obj is null)
            return;
        if (names.Count > 1 && isLast)
        {
            found.Add(new JsonObject(names.Where(obj.ContainsKey).Distinct(StringComparer.Ordinal).Select(n => KeyValuePair.Create(n, obj[n]?.DeepClone()))));
            return;
        }

        foreach (var name in names)
        {
            if (obj.TryGetPropertyValue(name, out var value))
                found.Add(value);
        }
    }

    private static int Bound(int position, int count) => Math.Clamp(position < 0 ? count + position : position, 0, count);

    internal static JsonValueKind KindOf(JsonNode? node) => node?.GetValueKind() ?? JsonValueKind.Null;
}
