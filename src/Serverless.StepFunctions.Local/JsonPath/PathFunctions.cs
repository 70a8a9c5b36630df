using System.Text.Json;
using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local.JsonPath;

/// <summary>Functions at the end of a path: `$.items.length()`. Over what they do not know they give null.</summary>
internal static class PathFunctions
{
    public static JsonNode? Apply(string name, JsonNode? node) => (name, node) switch
    {
        ("length" or "size", JsonArray list) => JsonValue.Create(list.Count),
        ("length" or "size", JsonObject obj) => JsonValue.Create(obj.Count),
        ("keys", JsonObject obj) => new JsonArray([.. obj.Select(static m => (JsonNode?)JsonValue.Create(m.Key))]),
        ("first", JsonArray { Count: > 0 } list) => list[0],
        ("last", JsonArray { Count: > 0 } list) => list[^1],
        ("min" or "max" or "avg" or "sum" or "stddev", JsonArray list) => Aggregate(name, list),
        _ => null,
    };

    private static JsonNode? Aggregate(string name, JsonArray list)
    {
        var numbers = list.Where(static n => PathReader.KindOf(n) == JsonValueKind.Number).Select(static n => Numbers.Double(n!)).ToArray();
        if (numbers.Length == 0)
            return null;
        var average = numbers.Average();
        return Numbers.Node(name switch
        {
            "min" => numbers.Min(),
            "max" => numbers.Max(),
            "sum" => numbers.Sum(),
            "stddev" => Math.Sqrt(numbers.Average(n => (n - average) * (n - average))),
            _ => average,
        });
    }
}
