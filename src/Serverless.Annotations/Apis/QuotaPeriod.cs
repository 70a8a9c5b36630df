namespace Serverless;

/// <summary>What the quota of a <see cref="UsagePlanAttribute"/> counts over.</summary>
public enum QuotaPeriod
{
    /// <summary>A calendar day, UTC.</summary>
    Day,

    /// <summary>A week.</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,
}
