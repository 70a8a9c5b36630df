using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Serverless.EndToEnd.Tests.Samples;

/// <summary>
/// The emitted EventBridge rule that starts the machine: decides whether an upload starts it, and makes its input, as the service
/// would. So the machine is tested with what it gets and not with what a test thinks.
/// </summary>
public sealed partial class UploadRule(JsonObject rule)
{
    private readonly JsonObject _properties = rule["Properties"]!.AsObject();

    /// <summary>The event S3 sends for a new object. Buckets without versions send no version.</summary>
    public static JsonObject Event(string bucket, string key, long size) => new()
    {
        ["version"] = "0",
        ["source"] = "aws.s3",
        ["detail-type"] = "Object Created",
        ["detail"] = new JsonObject
        {
            ["bucket"] = new JsonObject { ["name"] = bucket },
            ["object"] = new JsonObject { ["key"] = key, ["size"] = size, ["etag"] = "b1946ac92492d2347c6235b4d2611184", ["sequencer"] = "00" },
            ["reason"] = "PutObject",
        },
    };

    /// <summary>True when the pattern means the event. References of the template are logical ids here.</summary>
    public bool Matches(JsonObject upload) => Matches(_properties["EventPattern"]!.AsObject(), upload);

    /// <summary>What the target receives.</summary>
    public JsonNode Input(JsonObject upload)
    {
        var transformer = _properties["Targets"]![0]!["InputTransformer"]!;
        var paths = transformer["InputPathsMap"]!.AsObject();
        var text = Variable().Replace(transformer["InputTemplate"]!.GetValue<string>(), match =>
        {
            var value = Follow(upload, paths[match.Groups["name"].Value]!.GetValue<string>());
            var quoted = match.Groups["quote"].Length > 0;
            return quoted ? $"\"{value?.GetValue<string>()}\"" : value?.ToJsonString() ?? "";
        });
        return JsonNode.Parse(text)!;
    }

    private static bool Matches(JsonObject pattern, JsonObject data) => pattern.All(field => field.Value switch
    {
        JsonObject inner => data[field.Key] is JsonObject nested && Matches(inner, nested),
        JsonArray any => any.Any(one => Matches(one!, data[field.Key])),
        _ => throw new NotSupportedException($"the pattern of {field.Key}"),
    });

    private static bool Matches(JsonNode one, JsonNode? value) => one switch
    {
        JsonObject condition when condition["prefix"] is { } prefix => value?.GetValue<string>().StartsWith(prefix.GetValue<string>(), StringComparison.Ordinal) == true,
        JsonObject reference when reference["Ref"] is { } id => JsonNode.DeepEquals(id, value),
        JsonObject other => throw new NotSupportedException($"the condition {other.ToJsonString()}"),
        _ => JsonNode.DeepEquals(one, value),
    };

    private static JsonNode? Follow(JsonNode data, string path) =>
        path["$.".Length..].Split('.').Aggregate((JsonNode?)data, static (node, name) => node?[name]);

    [GeneratedRegex("(?<quote>\"?)<(?<name>[^>]+)>\\k<quote>", RegexOptions.None, 1000)]
    private static partial Regex Variable();
}
