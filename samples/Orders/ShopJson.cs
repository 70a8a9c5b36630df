using System.Text.Json.Serialization;

namespace Shop;

/// <summary>How bodies are read and written, compiled: handlers start without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(NewOrder))]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(Order[]))]
internal sealed partial class ShopJson : JsonSerializerContext;
