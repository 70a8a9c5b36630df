using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>Event names of S3 notifications in the words of the events that S3 sends to EventBridge.</summary>
internal static class ObjectEventPattern
{
    private const string Reason = "reason";
    private const string DeletionType = "deletion-type";

    /// <summary>The pattern for the events of a bucket.</summary>
    public static JsonObject For(JsonNode bucketName, S3Start start)
    {
        var kinds = Kinds(start);
        if (kinds.Count == 1)
            return Pattern(new JsonArray { kinds[0].DetailType }, kinds[0].Field, kinds[0].Values, bucketName, start);
        if (kinds.All(static kind => kind.Field is null))
            return Pattern(new JsonArray(kinds.Select(static kind => (JsonNode)new JsonString(kind.DetailType))), null, [], bucketName, start);

        // Kinds with different conditions: any of several whole patterns.
        return new JsonObject
        {
            { "$or", new JsonArray(kinds.Select(kind => Pattern(new JsonArray { kind.DetailType }, kind.Field, kind.Values, bucketName.Clone(), start))) },
        };
    }

    /// <summary>True when every event the start listens to carries the size of its object.</summary>
    public static bool HasSize(S3Start start) =>
        Kinds(start).All(static kind => kind.DetailType is "Object Created" or "Object Restore Initiated" or "Object Restore Completed");

    private static JsonObject Pattern(JsonArray detailTypes, string? field, List<string> values, JsonNode bucketName, S3Start start)
    {
        var detail = new JsonObject
        {
            { "bucket", new JsonObject { { "name", new JsonArray { bucketName } } } },
            { "object", Key(start) is { } key ? new JsonObject { { "key", new JsonArray { key } } } : null },
        };
        if (field is not null)
            detail.Add(field, new JsonArray(values.Select(static value => (JsonNode)new JsonString(value))));
        return new JsonObject { { "source", new JsonArray { "aws.s3" } }, { "detail-type", detailTypes }, { "detail", detail } };
    }

    private static JsonObject? Key(S3Start start) => (start.Prefix, start.Suffix) switch
    {
        ({ Length: > 0 } prefix, { Length: > 0 } suffix) => new JsonObject { { "wildcard", Escaped(prefix) + "*" + Escaped(suffix) } },
        ({ Length: > 0 } prefix, _) => new JsonObject { { "prefix", prefix } },
        (_, { Length: > 0 } suffix) => new JsonObject { { "suffix", suffix } },
        _ => null,
    };

    private static string Escaped(string text) => text.Replace("\\", "\\\\").Replace("*", "\\*");

    private static List<Kind> Kinds(S3Start start)
    {
        var kinds = new List<Kind>();
        foreach (var name in start.Events.Count == 0 ? EquatableArray.Of("s3:ObjectCreated:*") : start.Events)
        {
            foreach (var kind in KindsOf(name))
                Join(kinds, kind);
        }

        return kinds;
    }

    /// <summary>Two specific events of one kind share a pattern; one without a condition makes the others' needless.</summary>
    private static void Join(List<Kind> kinds, Kind kind)
    {
        var at = kinds.FindIndex(other => other.DetailType == kind.DetailType && (other.Field == kind.Field || other.Field is null || kind.Field is null));
        if (at < 0)
            kinds.Add(kind);
        else if (kind.Field is null)
            kinds[at] = kind;
        else if (kinds[at].Field is not null)
            kinds[at].Values.AddRange(kind.Values.Except(kinds[at].Values, StringComparer.Ordinal));
    }

    private static IEnumerable<Kind> KindsOf(string eventName)
    {
        var name = eventName.StartsWith("s3:", StringComparison.Ordinal) ? eventName.Substring(3) : eventName;
        return name switch
        {
            "ObjectCreated:Put" => [new("Object Created", Reason, "PutObject")],
            "ObjectCreated:Post" => [new("Object Created", Reason, "POST Object")],
            "ObjectCreated:Copy" => [new("Object Created", Reason, "CopyObject")],
            "ObjectCreated:CompleteMultipartUpload" => [new("Object Created", Reason, "CompleteMultipartUpload")],
            "ObjectRemoved:*" => [new("Object Deleted", Reason, "DeleteObject")],
            "ObjectRemoved:Delete" => [new("Object Deleted", DeletionType, "Permanently Deleted")],
            "ObjectRemoved:DeleteMarkerCreated" => [new("Object Deleted", DeletionType, "Delete Marker Created")],
            "LifecycleExpiration:*" => [new("Object Deleted", Reason, "Lifecycle Expiration")],
            "ObjectRestore:*" => [new("Object Restore Initiated"), new("Object Restore Completed"), new("Object Restore Expired")],
            "ObjectRestore:Post" => [new("Object Restore Initiated")],
            "ObjectRestore:Completed" => [new("Object Restore Completed")],
            "ObjectRestore:Delete" => [new("Object Restore Expired")],
            "LifecycleTransition" => [new("Object Storage Class Changed")],
            "IntelligentTiering" => [new("Object Access Tier Changed")],
            "ObjectTagging:*" => [new("Object Tags Added"), new("Object Tags Deleted")],
            "ObjectTagging:Put" => [new("Object Tags Added")],
            "ObjectTagging:Delete" => [new("Object Tags Deleted")],
            "ObjectAcl:Put" => [new("Object ACL Updated")],
            _ => [new("Object Created")],
        };
    }

    /// <summary>A kind of event, and the values a field of its detail may have.</summary>
    private sealed class Kind(string detailType, string? field = null, params string[] values)
    {
        public string DetailType { get; } = detailType;

        public string? Field { get; } = field;

        public List<string> Values { get; } = [.. values];
    }
}
