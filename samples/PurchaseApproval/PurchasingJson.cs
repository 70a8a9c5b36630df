using System.Text.Json.Serialization;

namespace Purchasing;

/// <summary>How purchases and decisions are read and written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Purchase))]
[JsonSerializable(typeof(Decision))]
[JsonSerializable(typeof(string))]
internal sealed partial class PurchasingJson : JsonSerializerContext;
