using System.Collections.Immutable;

namespace Serverless.Analyzers.Rules;

/// <summary>The rules of this folder, as <see cref="HazardRules.All"/> hosts them.</summary>
internal static class TimeoutHazards
{
    public static ImmutableArray<HazardRule> All { get; } = ImmutableArray.Create<HazardRule>(
        new HttpClientTimeoutRule(), new ClientTimeoutTooLongRule(), new AwsClientTimeoutRule(), new RemainingTimeRule(), new TokenForwardingRule(), new InfiniteTimeoutRule(), new UnlimitedWaitRule(), new PollingLoopRule(), new SleepRule(), new PooledConnectionRule());
}
