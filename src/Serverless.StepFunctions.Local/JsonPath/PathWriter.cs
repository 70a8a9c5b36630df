using System.Text.Json.Nodes;
using Serverless.Model.Expressions.JsonPath;

namespace Serverless.StepFunctions.Local.JsonPath;

/// <summary>Puts a value where a reference path leads.</summary>
internal static class PathWriter
{
    public static JsonNode? Write(DataPath path, string text, JsonNode? root, JsonNode? value)
    {
        if (path.Segments.Count == 0)
            return value;
        var node = root;
        for (var i = 0; i < path.Segments.Count; i++)
        {
            var isLast = i == path.Segments.Count - 1;
            switch (path.Segments[i], node)
            {
                case (MemberSegment { Names: [var name] }, JsonObject obj):
                    if (isLast)
                        obj[name] = value;
                    else if (!obj.TryGetPropertyValue(name, out node))
                        obj[name] = node = new JsonObject();
                    break;
                case (IndexSegment { Indices: [var position] }, JsonArray list) when position < list.Count:
                    if (isLast)
                        list[position] = value;
                    else
                        node = list[position];
                    break;
                default:
                    throw new PathException(PathException.ResultPathMatchFailure, $"Unable to apply ResultPath '{text}' to the input.");
            }
        }

        return root;
    }
}
