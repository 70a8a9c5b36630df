namespace Quotes;

/// <summary>What it costs.</summary>
/// <param name="Id">Number of the quote.</param>
/// <param name="Customer">Who asked.</param>
/// <param name="Total">In euros.</param>
public sealed record Priced(string Id, string Customer, double Total);
