namespace Imports;

/// <summary>A line of a file as the Glue job leaves it.</summary>
/// <param name="Shop">Number of the shop.</param>
/// <param name="Receipt">Number of the receipt.</param>
/// <param name="Cents">What was paid.</param>
public sealed record Sale(string Shop, string Receipt, long Cents);
