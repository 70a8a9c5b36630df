using System.ComponentModel.DataAnnotations;

namespace Shop;

/// <summary>One article of an order.</summary>
public sealed record OrderLine([property: StringLength(40)] string Sku, [property: Range(1, 100)] int Quantity);

/// <summary>What a customer sends.</summary>
public sealed record NewOrder([property: MinLength(1)] OrderLine[] Lines, [property: EmailAddress] string Email);

/// <summary>A placed order.</summary>
public sealed record Order(Guid Id, string Email, OrderLine[] Lines);
