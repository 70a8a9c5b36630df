namespace Serverless;

/// <summary>A message of a queue or topic with what the service knows about it.</summary>
/// <typeparam name="T">What the message says.</typeparam>
/// <param name="Body">What the message says.</param>
/// <param name="Id">The service's id of the message.</param>
/// <param name="Attributes">Message attributes as text.</param>
/// <param name="DeliveryCount">How often it was delivered, this time included; 1 where the service does not count.</param>
/// <param name="SentAt">When it was sent; null where the service does not say.</param>
public sealed record EventMessage<T>(T Body, string Id, IReadOnlyDictionary<string, string> Attributes, int DeliveryCount = 1, DateTimeOffset? SentAt = null);
