using System.Text.Json.Serialization;

namespace Serverless;

/// <summary>An object that was created or removed in a bucket: what `[S3Trigger]` hands to a function or a state machine.</summary>
/// <param name="Bucket">Name of the bucket.</param>
/// <param name="Key">Key of the object, decoded.</param>
/// <param name="Size">Bytes; 0 when the object was removed.</param>
/// <param name="ETag">Entity tag without quotes; null when the event has none.</param>
/// <param name="VersionId">Version; null in buckets without versioning.</param>
/// <param name="EventName">`Object Created` and the like; null when the event has none.</param>
public sealed record S3ObjectEvent(
    [property: JsonPropertyName("bucket")] string Bucket,
    [property: JsonPropertyName("key")] string Key,
    [property: JsonPropertyName("size")] long Size = 0,
    [property: JsonPropertyName("eTag")] string? ETag = null,
    [property: JsonPropertyName("versionId")] string? VersionId = null,
    [property: JsonPropertyName("eventName")] string? EventName = null);
