using System.Text.Json.Serialization;

namespace Storefront;

/// <summary>How bodies are read and written, compiled: handlers start without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Product))]
[JsonSerializable(typeof(ProductPage))]
[JsonSerializable(typeof(Basket))]
[JsonSerializable(typeof(Quote))]
[JsonSerializable(typeof(NewPrice))]
[JsonSerializable(typeof(Feed))]
[JsonSerializable(typeof(FeedResult))]
[JsonSerializable(typeof(Watch))]
[JsonSerializable(typeof(Watching))]
[JsonSerializable(typeof(PriceChanged))]
internal sealed partial class StorefrontJson : JsonSerializerContext;
