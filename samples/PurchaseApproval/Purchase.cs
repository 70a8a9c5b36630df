namespace Purchasing;

/// <summary>What somebody wants bought.</summary>
/// <param name="Id">Number of the purchase; those that start with TEST- are not carried out.</param>
/// <param name="Total">In whole euros.</param>
/// <param name="Skus">Articles.</param>
public sealed record Purchase(string Id, int Total, string[] Skus);
