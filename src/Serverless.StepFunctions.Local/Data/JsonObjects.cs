using System.Text.Json;
using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local;

/// <summary>JSON as objects of the application.</summary>
internal static class JsonObjects
{
    public static T? To<T>(JsonNode? node, JsonSerializerOptions options)
    {
        if (node is T same)
            return same;
        if (typeof(T) == typeof(TaskToken) && node is not null)
            return (T)(object)new TaskToken(node.GetValue<string>());
        if (typeof(T) == typeof(StateError) && node is JsonObject error)
            return (T)(object)new StateError(error["Error"]?.GetValue<string>() ?? "", error["Cause"]?.GetValue<string>());
        return node is null ? default : (T?)node.Deserialize(options.GetTypeInfo(typeof(T)));
    }
}
