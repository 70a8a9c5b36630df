namespace Imports;

/// <summary>What the report is about.</summary>
/// <param name="Day">The night.</param>
/// <param name="Query">Athena query whose answer lies in the result bucket.</param>
public sealed record Summary(string Day, string Query);
