using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>
/// Lays the user's JSON over generated JSON: objects are merged member by member, everything else is replaced, and `null` takes a
/// generated member away. An intrinsic function is one value, never a place to merge into.
/// </summary>
internal static class JsonMerge
{
    public static void Into(JsonObject target, JsonObject overlay)
    {
        foreach (var member in overlay)
        {
            if (member.Value is JsonNull)
                target[member.Name] = null;
            else if (member.Value is JsonObject inner && target[member.Name] is JsonObject existing && !IsIntrinsic(inner) && !IsIntrinsic(existing))
                Into(existing, inner);
            else
                target[member.Name] = member.Value.Clone();
        }
    }

    private static bool IsIntrinsic(JsonObject obj) =>
        obj.Count == 1 && (obj.Members[0].Name == "Ref" || obj.Members[0].Name.StartsWith("Fn::", StringComparison.Ordinal));
}
