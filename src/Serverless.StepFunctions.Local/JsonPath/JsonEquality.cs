using System.Text.Json;
using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local.JsonPath;

/// <summary>Equality of JSON values: numbers by value, members in any order.</summary>
internal static class JsonEquality
{
    public static bool AreEqual(JsonNode? left, JsonNode? right)
    {
        var kind = PathReader.KindOf(left);
        if (kind != PathReader.KindOf(right))
            return false;
        return (left, right) switch
        {
            (JsonObject a, JsonObject b) => a.Count == b.Count && a.All(m => b.TryGetPropertyValue(m.Key, out var other) && AreEqual(m.Value, other)),
            (JsonArray a, JsonArray b) => a.Count == b.Count && a.Zip(b, AreEqual).All(static e => e),
            _ => kind switch
            {
                JsonValueKind.Number => Numbers.Double(left!) == Numbers.Double(right!),
                JsonValueKind.String => left!.GetValue<string>() == right!.GetValue<string>(),
                _ => true,
            },
        };
    }
}
