using System.Collections.Immutable;

namespace Serverless.Analyzers.Rules;

/// <summary>The rules of this folder, as <see cref="HazardRules.All"/> hosts them.</summary>
internal static class ColdStartHazards
{
    public static ImmutableArray<HazardRule> All { get; } = ImmutableArray.Create<HazardRule>(
        new ClientCreationRule(), new ProviderBuildRule(), new BlockingInitialisationRule(), new UnboundedInitialisationRule(), new ReflectionJsonRule(), new DynamoDbMetadataRule(), new HostBuilderRule(),
        new EagerStaticRule(), new SchemaWorkRule());
}
