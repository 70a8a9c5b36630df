using System.Collections.Immutable;

namespace Serverless.Analyzers.Rules;

/// <summary>The rules of this folder, as <see cref="HazardRules.All"/> hosts them.</summary>
internal static class EventHazards
{
    public static ImmutableArray<HazardRule> All { get; } = ImmutableArray.Create<HazardRule>(
        new FunctionCallRule(), new OwnTriggerRule(), new PartialFailureRule(), new BatchResultRule(), new FirstPageRule(), new SecretPerInvocationRule(), new NullCollectionRule(),
        new PartialFailureFileRule(), new VisibilityTimeoutFileRule(), new VisibilityTimeoutCdkRule());
}
