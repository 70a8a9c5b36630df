namespace Imports;

/// <summary>What the schedule starts a night with.</summary>
/// <param name="Day">The moment it was due.</param>
public sealed record Night(string Day);
