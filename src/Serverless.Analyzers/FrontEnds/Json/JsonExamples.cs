using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Analyzers.FrontEnds.Json;

/// <summary>`&lt;example&gt;` of a comment as JSON.</summary>
internal static class JsonExamples
{
    /// <summary>JSON of the kind; plain text is a text where a text is wanted; null when it is neither.</summary>
    public static string? Text(string example, JsonTypeKind kind, bool enumAsText = false)
    {
        var node = JsonReader.Read(example, out _);
        return kind switch
        {
            JsonTypeKind.String => node is JsonString ? example : JsonConstants.Quoted(example),
            JsonTypeKind.Enum when enumAsText => node is JsonString ? example : JsonConstants.Quoted(example),
            JsonTypeKind.Enum or JsonTypeKind.Integer or JsonTypeKind.Number => (node as JsonNumber)?.Text,
            JsonTypeKind.Boolean => node is JsonBoolean ? example : null,
            JsonTypeKind.Array => node is JsonArray ? node.ToCompactString() : null,
            JsonTypeKind.Object or JsonTypeKind.Dictionary => node is JsonObject ? node.ToCompactString() : null,
            _ => node?.ToCompactString() ?? JsonConstants.Quoted(example),
        };
    }
}
