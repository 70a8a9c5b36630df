using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local;

/// <summary>Objects of a test as JSON: members of anonymous objects stay as written (services want `TableName`), other types follow the application's options.</summary>
[RequiresUnreferencedCode("Objects of tests are read by reflection.")]
[RequiresDynamicCode("Objects of tests are read by reflection.")]
internal static class ObjectNodes
{
    public static JsonNode? ToNode(object? value, JsonSerializerOptions options) => value switch
    {
        null => null,
        JsonNode node => node.Parent is null ? node : node.DeepClone(),
        JsonElement element => JsonNode.Parse(element.GetRawText()),
        JsonDocument document => JsonNode.Parse(document.RootElement.GetRawText()),
        string text => JsonValue.Create(text),
        TaskToken token => JsonValue.Create(token.Value),
        StateError error => new JsonObject { ["Error"] = error.Error, ["Cause"] = error.Cause },
        _ when IsAnonymous(value.GetType()) => Members(value, options),
        IDictionary dictionary when dictionary.Keys.Cast<object>().All(static key => key is string) && HasAnonymous(value.GetType()) => Entries(dictionary, options),
        IEnumerable list when HasAnonymous(value.GetType()) => new JsonArray([.. list.Cast<object?>().Select(item => ToNode(item, options))]),
        _ => JsonSerializer.SerializeToNode(value, value.GetType(), options),
    };

    private static JsonObject Members(object value, JsonSerializerOptions options)
    {
        var result = new JsonObject();
        foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
            result[property.Name] = ToNode(property.GetValue(value), options);
        return result;
    }

    private static JsonObject Entries(IDictionary dictionary, JsonSerializerOptions options)
    {
        var result = new JsonObject();
        foreach (DictionaryEntry entry in dictionary)
            result[(string)entry.Key] = ToNode(entry.Value, options);
        return result;
    }

    /// <summary>Lists of anonymous objects, and lists of anything, may hold some.</summary>
    private static bool HasAnonymous(Type type)
    {
        if (type == typeof(object) || IsAnonymous(type))
            return true;
        if (type.IsArray)
            return HasAnonymous(type.GetElementType()!);
        return type.IsGenericType && type.GetGenericArguments().Any(HasAnonymous);
    }

    private static bool IsAnonymous(Type type) =>
        type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) && type.Name.StartsWith("<>f__AnonymousType", StringComparison.Ordinal);
}
