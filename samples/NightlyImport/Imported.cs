namespace Imports;

/// <summary>What became of a batch of files.</summary>
/// <param name="Files">Files read.</param>
/// <param name="Sales">Sales found in them.</param>
/// <param name="Cents">What they add up to.</param>
public sealed record Imported(int Files, int Sales, long Cents);
