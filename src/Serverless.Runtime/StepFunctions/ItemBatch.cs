using System.Text.Json.Serialization;

namespace Serverless.StepFunctions;

/// <summary>What a child execution of a distributed Map with <c>Batch</c> gets.</summary>
/// <typeparam name="TItem">Type of an item.</typeparam>
/// <param name="Items">The items of the batch.</param>
public record ItemBatch<TItem>([property: JsonPropertyName("Items")] IReadOnlyList<TItem> Items);

/// <summary>What a child execution of a distributed Map with <c>Batch</c> and <c>BatchInput</c> gets.</summary>
/// <typeparam name="TItem">Type of an item.</typeparam>
/// <typeparam name="TInput">Type of what every batch has.</typeparam>
/// <param name="Items">The items of the batch.</param>
/// <param name="BatchInput">What every batch has.</param>
public record ItemBatch<TItem, TInput>(
    [property: JsonPropertyName("Items")] IReadOnlyList<TItem> Items,
    [property: JsonPropertyName("BatchInput")] TInput BatchInput);
