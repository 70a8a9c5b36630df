using System.Text.Json.Serialization;

namespace Quotes;

/// <summary>How baskets and prices are read and written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Basket))]
[JsonSerializable(typeof(Priced))]
internal sealed partial class QuotesJson : JsonSerializerContext;
