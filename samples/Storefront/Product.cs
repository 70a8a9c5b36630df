using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Storefront;

/// <summary>How a product is sold.</summary>
public enum Availability
{
    /// <summary>On the shelf.</summary>
    InStock,

    /// <summary>Comes later.</summary>
    OnOrder,

    /// <summary>Sold no more.</summary>
    Discontinued,
}

/// <summary>Something the shop sells.</summary>
/// <param name="Id">Stock-keeping unit.</param>
/// <param name="Category">Shelf it stands on.</param>
/// <param name="Name">Name as customers see it.</param>
/// <param name="Price">Price in the stage's currency.</param>
/// <param name="Availability">How it is sold.</param>
public sealed record Product(
    [property: RegularExpression("[a-z0-9-]{1,40}")] string Id,
    [property: StringLength(40)] string Category,
    [property: StringLength(200)] string Name,
    [property: Range(0, 100_000)] decimal Price,
    Availability Availability);

/// <summary>Products of one category.</summary>
public sealed record ProductPage(Product[] Items, string? Next);

/// <summary>One line of a basket.</summary>
public sealed record BasketLine([property: StringLength(40)] string Product, [property: Range(1, 99)] int Quantity);

/// <summary>What a customer wants to buy.</summary>
public sealed record Basket([property: MinLength(1), MaxLength(50)] BasketLine[] Lines, string? Voucher = null);

/// <summary>What a basket costs.</summary>
public sealed record Quote(decimal Total, string Currency, IReadOnlyList<string> Unavailable);

/// <summary>A change of a price.</summary>
public sealed record NewPrice([property: Range(0, 100_000)] decimal Price);

/// <summary>What a partner delivers: products or prices.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ProductFeed), "products")]
[JsonDerivedType(typeof(PriceFeed), "prices")]
public abstract record Feed(string Partner);

/// <summary>New and changed products.</summary>
public sealed record ProductFeed(string Partner, [property: MaxLength(25)] Product[] Products) : Feed(Partner);

/// <summary>Changed prices, by product.</summary>
public sealed record PriceFeed(string Partner, Dictionary<string, decimal> Prices) : Feed(Partner);

/// <summary>What was taken over of a feed.</summary>
public sealed record FeedResult(int Accepted);

/// <summary>A message of a watcher: <c>{ "action": "watch", "product": "tea" }</c>.</summary>
public sealed record Watch([property: StringLength(40)] string Product);

/// <summary>What watchers hear.</summary>
public sealed record PriceChanged(string Product, decimal Price);

/// <summary>What a watcher is told of its message.</summary>
public sealed record Watching(string Product, decimal Price);
