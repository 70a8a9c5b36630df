using System.Collections.Immutable;

namespace Serverless.Analyzers.Rules;

/// <summary>The rules of this folder, as <see cref="HazardRules.All"/> hosts them.</summary>
internal static class StateHazards
{
    public static ImmutableArray<HazardRule> All { get; } = ImmutableArray.Create<HazardRule>(
        new StateWriteRule(), new GrowingCollectionRule(), new RequestDataKeptRule(), new VisibleStaticRule(), new SubscriptionRule(), new ThreadAffineStateRule(),
        new SharedClientReconfiguredRule(), new PowertoolsKeysRule(), new InMemorySessionRule(), new SharedClientDisposedRule());
}
