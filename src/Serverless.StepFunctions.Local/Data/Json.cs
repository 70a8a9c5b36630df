using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local;

/// <summary>JSON as the engine handles it. Nodes are never changed once they are data of an execution; what goes under a new parent is copied.</summary>
internal static class Json
{
    public static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(JsonNode? node) => node?.ToJsonString(Plain) ?? "null";

    /// <summary>Bytes in UTF-8: what the service counts.</summary>
    public static int Length(JsonNode? node) => node is null ? 4 : Encoding.UTF8.GetByteCount(node.ToJsonString(Plain));

    public static JsonNode? Copy(JsonNode? node) => node?.DeepClone();

    /// <summary>A copy as it would be read from text: `GetValue&lt;int>()` then works on what was computed as another number.</summary>
    public static JsonNode? Read(JsonNode? node) => node is null ? null : JsonNode.Parse(node.ToJsonString(Plain));

    public static bool IsNumber(JsonNode? node) => node?.GetValueKind() == JsonValueKind.Number;

    public static bool IsText(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String;

    public static bool IsBoolean(JsonNode? node) => node?.GetValueKind() is JsonValueKind.True or JsonValueKind.False;

    public static double Number(JsonNode node) => node is JsonValue value && value.TryGetValue<double>(out var number) ? number : double.Parse(node.ToJsonString(), CultureInfo.InvariantCulture);

    public static string TypeOf(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "null",
    };

    /// <summary>As the service writes times.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>RFC 3339 with a `T` and an offset, as the states language wants it.</summary>
    public static bool TryTime(string text, out DateTimeOffset time)
    {
        time = default;
        return text.Length > 11 && text[10] == 'T' && (text[^1] == 'Z' || text.AsSpan(11).IndexOfAny('+', '-') > 0)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
    }
}
