using System.Collections.Immutable;

namespace Serverless.Analyzers.Rules;

/// <summary>The rules of this folder, as <see cref="HazardRules.All"/> hosts them.</summary>
internal static class ConcurrencyHazards
{
    public static ImmutableArray<HazardRule> All { get; } = ImmutableArray.Create<HazardRule>(
        new UnawaitedWorkRule(),
        new AsyncVoidRule(),
        new TimerRule(),
        new HostedServiceRule(),
        new ThreadRule(),
        new SharedObjectRule(),
        new BlockingHandlerRule(),
        new FanOutRule(),
        new ProcessExitRule(),
        new ProcessEndRule());
}
