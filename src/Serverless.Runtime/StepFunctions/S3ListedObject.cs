using System.Text.Json.Serialization;

namespace Serverless.StepFunctions;

/// <summary>An object under the prefix of <c>State.MapObjects</c>: the item that each child execution gets.</summary>
/// <param name="Key">Key of the object.</param>
/// <param name="Size">Bytes.</param>
/// <param name="LastModified">When it was written last, in seconds since 1970-01-01 UTC; see <see cref="ModifiedAt"/>.</param>
/// <param name="ETag">Entity tag, in the quotes that S3 gives it.</param>
/// <param name="StorageClass"><c>STANDARD</c> and the like.</param>
public sealed record S3ListedObject(
    [property: JsonPropertyName("Key")] string Key,
    [property: JsonPropertyName("Size")] long Size = 0,
    [property: JsonPropertyName("LastModified")] double LastModified = 0,
    [property: JsonPropertyName("Etag")] string? ETag = null,
    [property: JsonPropertyName("StorageClass")] string? StorageClass = null)
{
    /// <summary>When it was written last.</summary>
    [JsonIgnore]
    public DateTimeOffset ModifiedAt => DateTimeOffset.UnixEpoch.AddSeconds(LastModified);
}
