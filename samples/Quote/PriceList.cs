namespace Quotes;

/// <summary>What articles cost, in euros.</summary>
public sealed class PriceList
{
    private readonly Dictionary<string, double> _prices = new(StringComparer.Ordinal) { ["tea"] = 4.50, ["coffee"] = 6.25, ["cup"] = 9.99 };

    /// <summary>Price of an article.</summary>
    /// <exception cref="UnknownArticleException">It is not sold.</exception>
    public double Of(string sku) => _prices.TryGetValue(sku, out var price) ? price : throw new UnknownArticleException(sku);
}
