namespace Quotes;

/// <summary>What somebody wants to buy.</summary>
/// <param name="Customer">Who asks.</param>
/// <param name="Skus">Articles, an article twice for two of it.</param>
/// <param name="Voucher">A voucher's code, if there is one.</param>
public sealed record Basket(string Customer, string[] Skus, string? Voucher = null);
