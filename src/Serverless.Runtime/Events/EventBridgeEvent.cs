using System.Text.Json.Serialization;

namespace Serverless;

/// <summary>An event of an EventBridge bus.</summary>
/// <typeparam name="T">What `detail` holds.</typeparam>
/// <param name="Id">The service's id of the event.</param>
/// <param name="Source">Who sent it: `aws.s3`, `shop.orders`.</param>
/// <param name="DetailType">What happened.</param>
/// <param name="Detail">The rest, in the sender's own shape.</param>
/// <param name="Time">When it was sent.</param>
public sealed record EventBridgeEvent<T>(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("source")] string Source,
    [property: JsonPropertyName("detail-type")] string DetailType,
    [property: JsonPropertyName("detail")] T Detail,
    [property: JsonPropertyName("time")] DateTimeOffset Time);
