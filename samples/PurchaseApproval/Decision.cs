namespace Purchasing;

/// <summary>What a human said.</summary>
/// <param name="Approved">Yes or no.</param>
/// <param name="By">Who said it.</param>
public sealed record Decision(bool Approved, string By);
