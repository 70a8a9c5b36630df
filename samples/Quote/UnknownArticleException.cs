namespace Quotes;

/// <summary>A basket names an article that is not sold.</summary>
/// <param name="sku">The article.</param>
public sealed class UnknownArticleException(string sku) : Exception($"'{sku}' is not sold here");
